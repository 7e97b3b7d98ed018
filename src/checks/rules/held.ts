import {
  type SecretFiles,
  secretFiles,
  type SecretPictures,
  secretPictures,
  searchFiles,
  searchPictures,
} from '#checks/leaks/secret-files.ts';
import { type SecretTexts, secretTexts, searchTexts } from '#checks/leaks/secret-texts.ts';
import { heldWordFinder, type HeldWords, heldWords } from '#checks/leaks/secret-words.ts';
import { publicWording } from '#checks/leaks/public-texts.ts';
import type { Fault, FileInspection, Rule } from '#checks/rule.ts';
import type { Search } from '#checks/leaks/search.ts';

/**
 * Nothing that is held or removed is in the output: no sentence, title, name or address, no picture, no file; not in what is packed
 * either. What public texts say as well is no secret. Found, it is told by its place in the content alone: reports are read by many.
 */
export const held: Rule = {
  name: 'held',
  severity: 'error',
  ofFile: {
    basis(beforehand) {
      const { sources, edition } = beforehand;
      if (
        edition.preview ||
        [...sources.texts, ...sources.files].every(({ standing }) => standing === 'public')
      )
        return undefined;
      return {
        texts: secretTexts(beforehand),
        words: heldWords(sources, publicWording(edition, sources)),
        pictures: secretPictures(beforehand),
        files: secretFiles(beforehand),
      };
    },
    inspector(secrets) {
      if (!secrets) return () => [];
      const searches = [
        searchTexts(secrets.texts),
        searchWords(secrets.words),
        searchPictures(secrets.pictures),
        searchFiles(secrets.files),
      ];
      return (file) =>
        searches
          .flatMap((look) => look(file))
          .map(({ file: source, line }): Fault => ({
            id: 'held-leak',
            params: {},
            file: source,
            line,
          }));
    },
  } satisfies FileInspection<Secrets | undefined>,
};

/** All that is searched for, and what may pass. Plain. */
interface Secrets {
  readonly texts: SecretTexts;
  readonly words: HeldWords;
  readonly pictures: SecretPictures;
  readonly files: SecretFiles;
}

/** The list of words that the search corrects slips with. */
function searchWords(words: HeldWords): Search {
  const placeOf = heldWordFinder(words);
  return ({ path, text }) =>
    /^\/_search\/[^/]+\/words\//u.test(path)
      ? text()
          .split('\n')
          .flatMap((word) => placeOf(word) ?? [])
      : [];
}
