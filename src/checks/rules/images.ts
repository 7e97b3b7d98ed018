import type { UnplacedFinding, Rule } from '#checks/rule.ts';

/** Every picture on a page has a text for those who do not see it (empty, where it only adorns), and its size, so that nothing jumps while it loads. */
export const images: Rule = {
  name: 'images',
  severity: 'error',
  find: ({ output }) =>
    output.pages.flatMap((page) =>
      page.images.flatMap((image) =>
        ['alt', 'width', 'height']
          .filter((attribute) =>
            attribute === 'alt'
              ? image.alt === undefined
              : !/^[1-9]\d*$/u.test(image[attribute] ?? ''),
          )
          .map((attribute): UnplacedFinding => ({
            id: 'image-without',
            page,
            needle: image.src,
            params: { page: page.path, address: image.src ?? '', attribute },
          })),
      ),
    ),
};
