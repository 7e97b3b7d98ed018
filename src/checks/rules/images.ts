import type { PlaceholderTable } from '#lang/placeholders.ts';
import type { FindingOf, Rule } from '#checks/rule.ts';

const sentences = {
  'image-without': ['page', 'address', 'attribute'],
} as const satisfies PlaceholderTable;
type Found = FindingOf<typeof sentences>;

/**
 * Every picture on a page has a text for people who cannot see it (an empty one if the picture is decorative) and
 * its size, so that nothing moves while it loads.
 */
export const images: Rule<Found> = {
  name: 'images',
  severity: 'error',
  sentences,
  find: ({ output }) =>
    output.pages.flatMap((page) =>
      page.images.flatMap((image) =>
        ['alt', 'width', 'height']
          .filter((attribute) =>
            attribute === 'alt'
              ? image.alt === undefined
              : !/^[1-9]\d*$/u.test(image[attribute] ?? ''),
          )
          .map((attribute): Found => ({
            id: 'image-without',
            page,
            needle: image.src,
            params: { page: page.path, address: image.src ?? '', attribute },
          })),
      ),
    ),
};
