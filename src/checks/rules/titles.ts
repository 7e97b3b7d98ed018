import type { PlaceholderTable } from '#lang/placeholders.ts';
import { urls } from '#site/urls.ts';
import type { FindingOf, Rule } from '#checks/rule.ts';

const sentences = {
  'same-title': ['page', 'title', 'other'],
} as const satisfies PlaceholderTable;
type Found = FindingOf<typeof sentences>;

/** No two pages of a language have the same title. Otherwise search results and open tabs look the same. */
export const titles: Rule<Found> = {
  name: 'titles',
  severity: 'warning',
  sentences,
  find({ output }) {
    const first = new Map<string, string>();
    return output.pages.flatMap((page): Found[] => {
      // The page for choosing a language has the same title as the site, as does the home page of a site with one
      // language.
      if (page.noindex || page.path === urls.root) return [];
      const key = `${page.lang} ${page.title}`;
      const other = first.get(key);
      if (other === undefined) first.set(key, page.path);
      return other === undefined
        ? []
        : [{ id: 'same-title', page, params: { page: page.path, title: page.title, other } }];
    });
  },
};
