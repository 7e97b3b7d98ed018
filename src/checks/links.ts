import type { Fault, Rule } from './rule.ts';

/** Every internal address and #fragment on the site leads somewhere. */
export const links: Rule = {
  name: 'links',
  severity: 'error',
  find: ({ output }) =>
    output.pages.flatMap((page) =>
      [...new Set(page.links)].flatMap((address): Fault[] => {
        const destination = output.resolve(address, page.path);
        if (destination.to === 'nothing') return [{ id: 'broken-link', page, needle: address, params: { address, page: page.path } }];
        if (destination.to !== 'page' || destination.fragment === '' || destination.page.ids.has(destination.fragment)) return [];
        return [{ id: 'broken-fragment', page, needle: address, params: { address, page: page.path, fragment: destination.fragment } }];
      }),
    ),
};
