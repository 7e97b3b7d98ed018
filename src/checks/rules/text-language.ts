import { firstOf, must } from '#lang/lookup.ts';
import type { PlaceholderTable } from '#lang/placeholders.ts';
import { alphabetOf } from '#lang/alphabet.ts';
import { publishedProse } from '#checks/readers/published-prose.ts';
import type { FindingOf, Rule } from '#checks/rule.ts';

/** Shorter texts may do without a letter; of sixty Kazakh letters in a row, one in a million has none of its own (measured: every fifth is one). */
const enough = 60;
/** A quotation or some names have fewer. */
const many = 0.08;

const sentences = {
  'other-language': ['locale'],
} as const satisfies PlaceholderTable;
type Found = FindingOf<typeof sentences>;

/** A text is in the language that its file name says: a Kazakh one has Kazakh letters, a Russian one is not full of them. */
export const textLanguage: Rule<Found> = {
  name: 'text-language',
  severity: 'error',
  sentences,
  ofText: {
    basis: () => undefined,
    inspector:
      () =>
      (source): Found[] => {
        const locale = /\/index\.(?<locale>[^.]+)\.mdx?$/u.exec(source.file)?.groups?.locale;
        const alphabet =
          locale === undefined || source.standing !== 'public' ? undefined : alphabetOf(locale);
        if (!alphabet) return [];
        const lines = publishedProse(source);
        const letters = lines
          .map(({ text }) => text)
          .join('')
          .replaceAll(/\P{Script=Cyrillic}+/gu, '');
        if (letters.length < enough) return [];
        if (alphabet.own && !alphabet.own.test(letters))
          return [
            {
              id: 'other-language',
              params: { locale: must(locale, 'locale') },
              file: source.file,
              line: firstOf(lines).line,
            },
          ];
        const foreign = letters.split(alphabet.foreign).length - 1;
        return foreign / letters.length > many
          ? [
              {
                id: 'other-language',
                params: { locale: must(locale, 'locale') },
                file: source.file,
                line: firstOf(lines).line,
                severity: 'warning',
              },
            ]
          : [];
      },
  },
};
