import { urls } from '#site/urls.ts';
import type { UnplacedFinding, Rule } from '#checks/rule.ts';

/** No two pages of a language have the same title: search results and open tabs could not be told apart. */
export const titles: Rule = {
  name: 'titles',
  severity: 'warning',
  find({ output }) {
    const first = new Map<string, string>();
    return output.pages.flatMap((page): UnplacedFinding[] => {
      // The page that offers the languages is called like the site, as the home page of its only language is.
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
