import { expect, test } from 'vitest';
import { socialCards } from '#snapshot/social-cards.ts';
import { inKazakh, inRussian, settingsWith } from '../site/content.ts';
import { smallSnapshot } from '../outputs/snapshots.ts';

const addresses = async (...change: Parameters<typeof smallSnapshot>) => [
  ...socialCards(await smallSnapshot(...change), 'content').keys(),
];

test('a card for each language of an announcement', async () => {
  const cards = socialCards(await smallSnapshot({}), 'content');
  expect([...cards.keys()]).toEqual([
    '/kk/news/2026/road-week/social.jpg',
    '/ru/news/2026/road-week/social.jpg',
  ]);
  expect(cards.get('/ru/news/2026/road-week/social.jpg')).toMatchObject({
    title: 'Неделя дорог',
    site: 'Сайт',
    note: '22\u00A0января 2026\u00A0г.',
  });
});

test('none for what is held', async () =>
  expect(await addresses({ ...inRussian('draft: true') })).toEqual([
    '/kk/news/2026/road-week/social.jpg',
  ]));

test('none for what is withdrawn', async () => {
  expect(
    await addresses({
      ...inRussian('withdrawnOn: 2026-01-25', 'withdrawnReason: Ошибка'),
      ...inKazakh('withdrawnReason: Қате'),
    }),
  ).toEqual([]);
});

test('none where the site wants none', async () =>
  expect(await addresses({ 'site.yaml': settingsWith('socialCards: false') })).toEqual([]));
