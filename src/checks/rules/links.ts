import type { PlaceholderTable } from '#lang/placeholders.ts';
import type { LinkTarget } from '#checks/readers/output.ts';
import type { FindingOf, Rule } from '#checks/rule.ts';

const sentences = {
  'broken-link': ['address', 'page'],
  'broken-fragment': ['address', 'page', 'fragment'],
} as const satisfies PlaceholderTable;
type Found = FindingOf<typeof sentences>;

/** Every internal address and #fragment on the site leads to something that exists. */
export const links: Rule<Found> = {
  name: 'links',
  severity: 'error',
  sentences,
  find: ({ output }) =>
    output.pages.flatMap((page) =>
      page.links.flatMap((address): Found[] => {
        const destination = output.resolve(address, page.path);
        const place = { page, needle: address, cause: output.absolute(address, page.path) };
        if (destination.to === 'nothing')
          return [{ id: 'broken-link', ...place, params: { address, page: page.path } }];
        if (destination.to !== 'page' || destination.fragment === '' || namesPlace(destination))
          return [];
        return [
          {
            id: 'broken-fragment',
            ...place,
            params: { address, page: page.path, fragment: destination.fragment },
          },
        ];
      }),
    ),
};

/**
 * A browser first looks for the fragment as written, then for its decoded form (HTML, 7.4.6.4). The ids of footnotes
 * are encoded.
 */
function namesPlace({ page, fragment }: Extract<LinkTarget, { to: 'page' }>): boolean {
  return page.ids.includes(fragment) || page.ids.includes(encodeURIComponent(fragment));
}
