import { notFoundQuery } from './not-found-query.ts';
import { removedNotice } from './removed-notice.ts';

// For the 404 page: adds the words of the missing URL to the links to the search.
const words = notFoundQuery(location.pathname);
for (const link of words ? document.querySelectorAll<HTMLAnchorElement>('a[data-offer]') : []) {
  link.search = new URLSearchParams({ q: words }).toString();
  link.textContent = link.dataset.offer!.replace('{words}', () => words);
}

// Leads to the notice if an announcement was removed from the address.
for (const part of document.querySelectorAll<HTMLElement>('[data-removed]')) {
  const { home = '', removed = '' } = part.dataset;
  void removedNotice(location.pathname, home, removed).then((notice) => {
    if (notice) location.replace(notice);
  });
}
