import { mustGet } from '#lang/lookup.ts';
import type { PlaceholderTable } from '#lang/placeholders.ts';
import { brotliCompressSync, constants } from 'node:zlib';
import { urls } from '#site/urls.ts';
import type { SiteOutput, Page } from '#checks/readers/output.ts';
import type { FindingOf, Rule } from '#checks/rule.ts';

/** The most that a page should weigh, in bytes before the server packs them: a second on a slow mobile connection once packed. */
const budgets = { HTML: 150_000, CSS: 50_000, JavaScript: 60_000 } as const satisfies Record<
  string,
  number
>;
type Part = keyof typeof budgets;

/**
 * The most that a page without pictures should weigh as servers send it, styles included: ten packets of TCP go out before the
 * first answer is awaited (RFC 6928), and the headers travel in them, too. A page with pictures has taken on more already.
 */
const firstFlight = 14_000;

/** Pages of words are packed to less than a quarter of their length (bench/README.md): shorter ones need not be packed to be known. */
const surelyLight = 4 * firstFlight;

const sentences = {
  'page-weight': ['page', 'part', 'size', 'budget'],
  'second-flight': ['page', 'size', 'budget'],
} as const satisfies PlaceholderTable;
type Found = FindingOf<typeof sentences>;

/** Pages stay light. Pictures and typefaces are left out: the first are as many as the story needs, the second come with the theme. */
export const pageWeight: Rule<Found> = {
  name: 'page-weight',
  severity: 'warning',
  sentences,
  find: ({ output }) =>
    output.pages.flatMap((page) => {
      const weights = weigh(page, output);
      const heavy = Object.entries(weights).flatMap(([part, size]): Found[] => {
        const budget = budgets[part as Part];
        return size > budget
          ? [
              {
                id: 'page-weight',
                page,
                params: {
                  page: page.path,
                  part,
                  size: inKilobytes(size),
                  budget: inKilobytes(budget),
                },
              },
            ]
          : [];
      });
      if (
        heavy.length > 0 ||
        page.images.some(isPicture) ||
        weights.HTML + weights.CSS <= surelyLight
      )
        return heavy;
      const size = [fileOf(page), ...requested(page, 'style', output)].reduce(
        (sum, file) => sum + packed(output.text(file)),
        0,
      );
      return size > firstFlight
        ? [
            {
              id: 'second-flight',
              page,
              params: {
                page: page.path,
                size: inKilobytes(size),
                budget: inKilobytes(firstFlight),
              },
            },
          ]
        : [];
    }),
};

function weigh(page: Page, output: SiteOutput): Record<Part, number> {
  const sizeOf = (files: readonly string[]) =>
    files.reduce((sum, file) => sum + mustGet(output.files, file), 0);
  return {
    HTML: mustGet(output.files, fileOf(page)),
    CSS: sizeOf(requested(page, 'style', output)),
    JavaScript: sizeOf(requested(page, 'script', output)),
  };
}

/** @returns the files of a kind that the page asks for, each once */
function requested(page: Page, kind: 'style' | 'script', output: SiteOutput): string[] {
  const files = page.requests
    .filter((request) => request.kind === kind)
    .flatMap(({ address }) => {
      const target = output.resolve(address, page.path);
      return target.to === 'file' ? [target.file] : [];
    });
  return [...new Set(files)];
}

/** The emblem in the head of each page is none. */
function isPicture({ src }: Page['images'][number]): boolean {
  return src?.includes(urls.picture('')) ?? false;
}

function fileOf({ path }: Page): string {
  return path.endsWith('/') ? `${path}index.html` : path;
}

/** @returns the length of a text as `build/compress-file.ts` compresses it, in bytes */
function packed(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }).length;
}

function inKilobytes(size: number): number {
  return Math.ceil(size / 1000);
}
