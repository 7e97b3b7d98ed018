import { notFoundQuery } from './not-found-query.ts';

// For the 404 page: adds the words of the missing URL to the links to the search.
const words = notFoundQuery(location.pathname);
for (const link of words ? document.querySelectorAll<HTMLAnchorElement>('a[data-offer]') : []) {
  link.search = new URLSearchParams({ q: words }).toString();
  link.textContent = link.dataset.offer!.replace('{words}', () => words);
}
