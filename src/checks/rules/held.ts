import type { PlaceholderTable } from '#lang/placeholders.ts';
import {
  type SecretFiles,
  secretFiles,
  type SecretPictures,
  secretPictures,
  searchSecretFiles,
  searchSecretPictures,
} from '#checks/leaks/secret-files.ts';
import { type SecretTexts, secretTexts, searchSecretTexts } from '#checks/leaks/secret-texts.ts';
import { heldWordFinder, type HeldWords, heldWords } from '#checks/leaks/secret-words.ts';
import { publicTexts } from '#checks/leaks/public-texts.ts';
import type { FindingOf, FileInspection, Rule } from '#checks/rule.ts';
import type { Search } from '#checks/leaks/search.ts';

const sentences = {
  'held-leak': [],
} as const satisfies PlaceholderTable;
type Found = FindingOf<typeof sentences>;

/**
 * The output contains nothing that is held or removed: no sentence, title, name, address, picture or file, not even
 * inside packed files. What public texts also say is not secret. A finding names only its place in the content,
 * because many people read reports.
 */
export const held: Rule<Found> = {
  name: 'held',
  severity: 'error',
  sentences,
  ofFile: {
    basis(beforehand) {
      const { sources, snapshot } = beforehand;
      if (
        snapshot.preview ||
        [...sources.texts, ...sources.files].every(({ standing }) => standing === 'public')
      )
        return undefined;
      return {
        texts: secretTexts(beforehand),
        words: heldWords(sources, publicTexts(snapshot, sources)),
        pictures: secretPictures(beforehand),
        files: secretFiles(beforehand),
      };
    },
    inspector(secrets) {
      if (!secrets) return () => [];
      const searches = [
        searchSecretTexts(secrets.texts),
        searchWords(secrets.words),
        searchSecretPictures(secrets.pictures),
        searchSecretFiles(secrets.files),
      ];
      return (file) =>
        searches
          .flatMap((look) => look(file))
          .map(({ file: source, line }): Found => ({
            id: 'held-leak',
            params: {},
            file: source,
            line,
          }));
    },
  } satisfies FileInspection<Secrets | undefined>,
};

/** Everything to search for, and what is allowed. A plain value. */
interface Secrets {
  readonly texts: SecretTexts;
  readonly words: HeldWords;
  readonly pictures: SecretPictures;
  readonly files: SecretFiles;
}

/** Searches the word lists with which the site search corrects spelling mistakes. */
function searchWords(words: HeldWords): Search {
  const placeOf = heldWordFinder(words);
  return ({ path, text }) =>
    /^\/_search\/[^/]+\/words\//u.test(path)
      ? text()
          .split('\n')
          .flatMap((word) => placeOf(word) ?? [])
      : [];
}
