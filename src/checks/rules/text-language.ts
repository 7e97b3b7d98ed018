import { firstOf, must } from '#lang/lookup.ts';
import type { PlaceholderTable } from '#lang/placeholders.ts';
import { alphabetOf } from '#lang/alphabet.ts';
import { publishedProse } from '#checks/readers/published-prose.ts';
import type { FindingOf, Rule } from '#checks/rule.ts';

/**
 * Shorter texts may lack certain letters by chance. One in five letters of Kazakh text is specific to Kazakh
 * (measured), so a sequence of sixty letters without any of them has a probability of one in a million.
 */
const enough = 60;
/**
 * The share of letters of another language above which a text counts as foreign. Quotations and names stay below it.
 */
const many = 0.08;

const sentences = {
  'other-language': ['locale'],
} as const satisfies PlaceholderTable;
type Found = FindingOf<typeof sentences>;

/**
 * A text is in the language of its file name: a Kazakh text contains Kazakh letters, and a Russian text contains few
 * of them.
 */
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
