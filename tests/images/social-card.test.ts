import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { placeCards } from '#images/place-cards.ts';
import { cardDigest, drawCard, type SocialCard } from '#images/social-card.ts';

const card: SocialCard = {
  title: 'Түнгі патруль күшейтіледі',
  site: 'Полиция департаменті',
  note: '2026 жылғы 28 қыркүйек',
  rightToLeft: false,
  ground: '#0b4a86',
  emblem: undefined,
};

/** The share of pixels of a part of a card that are nearly white: the letters of its title. */
async function whiteness(
  changes: Partial<SocialCard>,
  region = { left: 0, top: 170, width: 1200, height: 340 },
): Promise<number> {
  const { data } = await sharp(await drawCard({ ...card, ...changes }))
    .extract(region)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data.filter((value) => value > 200).length / data.length;
}

test('a card is 1200 × 630 and the same each time', async () => {
  const [first, second] = await Promise.all([drawCard(card), drawCard(card)]);
  expect(first.equals(second)).toBe(true);
  expect(await sharp(first).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 });
});

test('titles of any length are drawn inside their room, and nothing runs over the edge', async () => {
  for (const title of [
    'Ә',
    'Алматы қаласы полициясының қызметкерлері '.repeat(3),
    'Ұйымдастырушылық '.repeat(40),
    'бір'.repeat(200),
  ]) {
    expect(await whiteness({ title }), title).toBeGreaterThan(0.0005);
    expect(
      await whiteness({ title }, { left: 1140, top: 170, width: 60, height: 340 }),
      title,
    ).toBe(0);
    expect(await whiteness({ title }, { left: 0, top: 512, width: 1200, height: 14 }), title).toBe(
      0,
    );
  }
});

test('from right to left, the title begins at the right', async () => {
  const [left, right] = [
    { left: 0, top: 170, width: 600, height: 340 },
    { left: 600, top: 170, width: 600, height: 340 },
  ];
  expect(await whiteness({ title: 'Қар', rightToLeft: true }, left)).toBe(0);
  expect(await whiteness({ title: 'Қар', rightToLeft: true }, right)).toBeGreaterThan(0.001);
});

test.each<Partial<SocialCard>>([
  { title: 'Қар жауды' },
  { site: 'Әкімдік' },
  { note: '29 қыркүйек' },
  { ground: '#7a2e1d' },
  { rightToLeft: true },
  { emblem: join(import.meta.dirname, '../../content/emblem.svg') },
])('another digest, and other bytes, for %o', async (changes) => {
  expect(cardDigest({ ...card, ...changes })).not.toBe(cardDigest(card));
  expect((await drawCard({ ...card, ...changes })).equals(await drawCard(card))).toBe(false);
});

test('markup in a title is text', async () => {
  expect(await whiteness({ title: '<b>&amp;</b> <span foreground="#000000">' })).toBeGreaterThan(
    0.005,
  );
});

test('a card is drawn once, and placed again from the cache', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'jarshy-cards-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const options = { cacheDir: join(folder, 'cache'), outDir: join(folder, 'out') };
  const cards = new Map([
    ['/kk/news/2026/a/social.jpg', card],
    ['/ru/news/2026/a/social.jpg', { ...card, title: 'Ночные патрули' }],
  ]);
  expect([await placeCards(cards, options), await placeCards(cards, options)]).toEqual([
    { drawn: 2, damaged: [] },
    { drawn: 0, damaged: [] },
  ]);
  const kept = readdirSync(options.cacheDir).filter((name) => name.endsWith('.jpg'));
  expect(kept).toHaveLength(2);
  writeFileSync(join(options.cacheDir, kept[0]!), 'damaged');
  expect(await placeCards(cards, options)).toEqual({ drawn: 1, damaged: [kept[0]] });
  const placed = join(options.outDir, 'ru/news/2026/a/social.jpg');
  expect([
    statSync(placed).size > 5000,
    readFileSync(placed).equals(await drawCard({ ...card, title: 'Ночные патрули' })),
  ]).toEqual([true, true]);
});
