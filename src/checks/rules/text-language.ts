import { firstOf, must } from '#lang/lookup.ts';
import type { PlaceholderTable } from '#lang/placeholders.ts';
import type { Alphabet } from '#languages/writing.ts';
import { alphabetOf } from '#lang/alphabet.ts';
import { splitFrontMatter } from '#schema/front-matter.ts';
import { type ProseLine, publishedProse } from '#checks/readers/published-prose.ts';
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
        const { bodyLine = 0 } = splitFrontMatter(source.written) ?? {};
        // The body also on its own: a right title must not hide a body in another language.
        const wrong = [lines, lines.filter(({ line }) => line >= bodyLine)]
          .map((part) => ({ part, severity: wrongLanguage(part, alphabet) }))
          .find(({ severity }) => severity);
        return wrong
          ? [
              {
                id: 'other-language',
                params: { locale: must(locale, 'locale') },
                file: source.file,
                line: firstOf(wrong.part).line,
                severity: wrong.severity,
              },
            ]
          : [];
      },
  },
};

/** How certain it is that lines are in another language. Undefined if they may well be in this one. */
function wrongLanguage(
  lines: readonly ProseLine[],
  { own, foreign }: Alphabet,
): 'error' | 'warning' | undefined {
  const letters = lines
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\P{Script=Cyrillic}+/gu, '');
  if (letters.length < enough) return undefined;
  if (own && !own.test(letters)) return 'error';
  return (letters.split(foreign).length - 1) / letters.length > many ? 'warning' : undefined;
}
