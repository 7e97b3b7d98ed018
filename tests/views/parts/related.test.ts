import { expect, test } from 'vitest';
import { relatedTo } from '#views/parts/related.ts';
import { type Content, markdown, settingsWith } from '../../site/content.ts';
import { smallSnapshot } from '../../outputs/snapshots.ts';

const registry: Content = {
  'site.yaml': settingsWith('locales: [ru]').replaceAll(/ kk: [^,}]*,/gu, ''),
  'announcements/2026/road-week/index.kk.md': undefined,
  'announcements/2026/road-week/index.ru.md': undefined,
  'divisions/traffic.yaml': undefined,
  'people/a-omarov.yaml': undefined,
  'topics.yaml': 'roads: { label: { ru: Дороги } }\nwater: { label: { ru: Вода } }\n',
  'divisions/road.yaml': 'name: { ru: Отдел дорог }',
  'people/head.yaml': 'name: { ru: Айгуль Ахметова }\nrole: { ru: Начальник }',
};

/** Announcements by slug, each with further fields; the first is the one that is asked about. */
async function related(announcements: Record<string, string[]>) {
  const files = Object.entries(announcements).map(
    ([slug, fields]) =>
      [`announcements/2026/${slug}/index.ru.md`, markdown([`title: ${slug}`, ...fields])] as const,
  );
  const snapshot = await smallSnapshot({ ...registry, ...Object.fromEntries(files) });
  const id = `2026/${Object.keys(announcements)[0]!}` as const;
  return relatedTo(snapshot.language('ru'), snapshot.byId.get(id)!).map(({ text, reason }) => [
    text,
    reason,
  ]);
}

const all = ['topics: [roads, water]', 'divisions: [road]', 'people: [head]'];

test('what shares more comes first, and says what it shares', async () => {
  expect(
    await related({
      this: ['date: 2026-01-10', ...all],
      'one-topic': ['date: 2026-01-09', 'topics: [water]'],
      'a-person': ['date: 2026-01-02', 'people: [head]'],
      everything: ['date: 2026-01-01', ...all],
    }),
  ).toEqual([
    ['everything', 'Айгуль Ахметова, Дороги, Вода, Отдел дорог'],
    ['a-person', 'Айгуль Ахметова'],
    ['one-topic', 'Вода'],
  ]);
});

test('of what shares as much, the newest; never more than three', async () => {
  const others = Object.fromEntries(
    [3, 1, 4, 2, 5].map((day) => [`on-${day}`, [`date: 2026-01-0${day}`, 'topics: [roads]']]),
  );
  expect(
    (await related({ this: ['date: 2026-01-10', 'topics: [roads]'], ...others })).map(
      ([title]) => title,
    ),
  ).toEqual(['on-5', 'on-4', 'on-3']);
});

test('a shared division alone, the same kind, what is withdrawn or no longer in force: none of these is related', async () => {
  expect(
    await related({
      this: ['date: 2026-01-10', 'topics: [roads]', 'divisions: [road]', 'kind: meeting'],
      'same-division': ['date: 2026-01-09', 'divisions: [road]', 'kind: meeting'],
      withdrawn: [
        'date: 2026-01-09',
        'topics: [roads]',
        'withdrawnOn: 2026-01-10',
        'withdrawnReason: Ошибка',
      ],
      expired: ['date: 2026-01-09', 'topics: [roads]', 'expires: 2026-01-10'],
    }),
  ).toEqual([]);
});
