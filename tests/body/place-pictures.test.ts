import { describe, expect, test } from 'vitest';
import { type Found, htmlOf, problemsOf } from './texts.ts';

const img = (alt: string) =>
  `<picture data-alt="${alt}"><source type="image/webp" srcset="/press/_images/p-480.webp 480w" sizes="SIZES"><img src="/press/_images/p-800.jpg" width="800" height="600" alt="${alt}" loading="lazy" decoding="async"></picture>`;
const withoutSizes = (html: string) => html.replaceAll(/sizes="[^"]*"/gu, 'sizes="SIZES"');

describe('a picture', () => {
  test('alone is a figure, its title the caption', async () => {
    expect(withoutSizes(await htmlOf('![Дорога](./photo.jpg "Проспект Абая")'))).toBe(
      `<figure>${img('Дорога')}<figcaption>Проспект Абая</figcaption></figure>`,
    );
  });

  test('alone without a title is a figure without a caption', async () => {
    expect(withoutSizes(await htmlOf('![Дорога](фото.jpg)'))).toBe(
      `<figure>${img('Дорога')}</figure>`,
    );
  });

  test('in a line of text stays there', async () => {
    expect(withoutSizes(await htmlOf('Вот ![Дорога](photo.jpg) она.'))).toBe(
      `<p>Вот ${img('Дорога')} она.</p>`,
    );
  });
});

const cases: Array<[name: string, text: string, found: Found[]]> = [
  [
    'one from another site',
    'a\n\n![x](https://example.org/a.jpg)',
    [['refused-picture', 12, { address: 'https://example.org/a.jpg' }]],
  ],
  [
    'one from elsewhere on the site',
    '![x](/ru/a.jpg)',
    [['refused-picture', 10, { address: '/ru/a.jpg' }]],
  ],
  [
    'one from another folder, its slashes disguised',
    '![x](..%5Cheld%2Fphoto.jpg)',
    [['refused-picture', 10, { address: '..%5Cheld%2Fphoto.jpg' }]],
  ],
  ['one that is not there', 'a\n\n![x](нет.jpg)', [['missing-picture', 12, { path: 'нет.jpg' }]]],
  [
    'one without words',
    'a\n\n![](photo.jpg)',
    [['missing-picture-alt', 12, { path: 'photo.jpg' }]],
  ],
  [
    'one that cannot be read',
    '![x](broken.jpg)',
    [['picture-damaged', 10, { path: 'broken.jpg' }]],
  ],
];
test.each(cases)('%s is refused', async (_, text, found) =>
  expect(await problemsOf(text)).toEqual(found),
);
