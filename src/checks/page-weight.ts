import type { Output, Page } from './output.ts';
import type { Fault, Rule } from './rule.ts';

/** The most that a page should weigh, in bytes before the server packs them: a second on a slow mobile connection once packed. */
const budgets = { HTML: 150_000, CSS: 50_000, JavaScript: 60_000 } as const satisfies Record<string, number>;
type Part = keyof typeof budgets;

/** Pages stay light. Pictures and typefaces are left out: the first are as many as the story needs, the second come with the theme. */
export const pageWeight: Rule = {
  name: 'page-weight',
  severity: 'warning',
  find: ({ output }) =>
    output.pages.flatMap((page) =>
      Object.entries(weigh(page, output)).flatMap(([part, size]): Fault[] => {
        const budget = budgets[part as Part];
        return size > budget ? [{ id: 'page-weight', page, params: { page: page.path, part, size: inKilobytes(size), budget: inKilobytes(budget) } }] : [];
      }),
    ),
};

function weigh(page: Page, output: Output): Record<Part, number> {
  const sizeOf = (kind: 'style' | 'script') => {
    const files = page.requests.filter((request) => request.kind === kind).flatMap(({ address }) => {
      const target = output.resolve(address, page.path);
      return target.to === 'file' ? [target.file] : [];
    });
    return [...new Set(files)].reduce((sum, file) => sum + output.size(file), 0);
  };
  const file = page.path.endsWith('/') ? `${page.path}index.html` : page.path;
  return { HTML: output.size(file), CSS: sizeOf('style'), JavaScript: sizeOf('script') };
}

function inKilobytes(size: number): number {
  return Math.ceil(size / 1000);
}
