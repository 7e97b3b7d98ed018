import { mustGet } from '#lang/lookup.ts';
import type { PlaceholderTable } from '#lang/placeholders.ts';
import { brotliCompressSync, constants } from 'node:zlib';
import { urls } from '#site/urls.ts';
import type { SiteOutput, Page } from '#checks/readers/output.ts';
import type { FindingOf, FinishedRuleContext, Rule } from '#checks/rule.ts';

/**
 * The largest sizes a page should have, in bytes before compression. Compressed, they take a second on a slow mobile
 * connection.
 */
const budgets = { HTML: 150_000, CSS: 50_000, JavaScript: 60_000 } as const satisfies Record<
  string,
  number
>;
type Part = keyof typeof budgets;

/**
 * The largest size in bytes of a page without pictures as servers send it, styles included. TCP sends ten packets
 * before it waits for the first acknowledgement (RFC 6928), and they also carry the headers. A page with pictures
 * needs more than that anyway.
 */
const firstFlight = 14_000;

/**
 * Pages of text compress to less than a quarter of their length (bench/README.md), so shorter pages pass without
 * being compressed.
 */
const surelyLight = 4 * firstFlight;

const sentences = {
  'page-weight': ['page', 'part', 'size', 'budget'],
  'second-flight': ['page', 'size', 'budget'],
} as const satisfies PlaceholderTable;
type Found = FindingOf<typeof sentences>;

/**
 * Pages stay light. Pictures and typefaces are not counted: a story needs as many pictures as it needs, and
 * typefaces come with the theme. Only pages that somebody wrote are measured: what lists and the log weigh is not in
 * the hands of an editor.
 */
export const pageWeight: Rule<Found> = {
  name: 'page-weight',
  severity: 'warning',
  sentences,
  find: ({ output, snapshot }) => {
    const written = writtenPages(snapshot);
    return output.pages.flatMap((page) => {
      if (!written.has(page.path)) return [];
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
              // It is slower, and nothing is wrong with it.
              severity: 'advice',
              page,
              params: {
                page: page.path,
                size: inKilobytes(size),
                budget: inKilobytes(firstFlight),
              },
            },
          ]
        : [];
    });
  },
};

function writtenPages({ model, ownPages }: FinishedRuleContext['snapshot']): Set<string> {
  return new Set([
    ...model.announcements.flatMap(({ id, texts }) =>
      Object.keys(texts).map((locale) => urls.announcement(locale, id)),
    ),
    ...model.pages.flatMap(({ slug, texts }) =>
      Object.keys(texts).map((locale) => urls.page(locale, slug)),
    ),
    ...ownPages.map(({ locale, path }) => urls.page(locale, path)),
  ]);
}

function weigh(page: Page, output: SiteOutput): Record<Part, number> {
  const sizeOf = (files: readonly string[]) =>
    files.reduce((sum, file) => sum + mustGet(output.files, file), 0);
  return {
    HTML: mustGet(output.files, fileOf(page)),
    CSS: sizeOf(requested(page, 'style', output)),
    JavaScript: sizeOf(requested(page, 'script', output)),
  };
}

/** @returns the files of this kind that the page requests, once each */
function requested(page: Page, kind: 'style' | 'script', output: SiteOutput): string[] {
  const files = page.requests
    .filter((request) => request.kind === kind)
    .flatMap(({ address }) => {
      const target = output.resolve(address, page.path);
      return target.to === 'file' ? [target.file] : [];
    });
  return [...new Set(files)];
}

/** The emblem in the header of each page does not count as a picture. */
function isPicture({ src }: Page['images'][number]): boolean {
  return src?.includes(urls.picture('')) ?? false;
}

function fileOf({ path }: Page): string {
  return path.endsWith('/') ? `${path}index.html` : path;
}

/** @returns the length in bytes of a text, compressed as `build/compress-file.ts` does it */
function packed(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }).length;
}

function inKilobytes(size: number): number {
  return Math.ceil(size / 1000);
}
