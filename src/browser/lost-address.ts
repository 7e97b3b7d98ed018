import { notFoundQuery } from './not-found-query.ts';

// On the page for addresses that do not exist: its links to the search bring the words of the address along.
const words = notFoundQuery(location.pathname);
for (const link of words ? document.querySelectorAll<HTMLAnchorElement>('a[data-offer]') : []) {
  link.search = new URLSearchParams({ q: words }).toString();
  link.textContent = link.dataset.offer!.replace('{words}', () => words);
}
