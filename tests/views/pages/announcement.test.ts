import { expect, test } from 'vitest';
import { announcementView } from '#views/pages/announcement.ts';
import { homeView } from '#views/pages/home.ts';
import { type Content, inRussian, inKazakh, markdown, settingsWith } from '../../site/content.ts';
import { smallSnapshot } from '../../outputs/snapshots.ts';

const office = settingsWith('contacts: { emails: [{ address: press@example.org }] }');
const viewOf = async (files: Content) =>
  announcementView(await smallSnapshot(files), { locale: 'ru', id: '2026/road-week' });

test('a letter about a fault names the page', async () => {
  const { fault } = (await viewOf({ 'site.yaml': office, ...inRussian(), ...inKazakh() })).frame;
  const letter = new URL(fault!);
  expect([letter.pathname, letter.searchParams.get('subject')]).toEqual([
    'press@example.org',
    'Ошибка на странице «Неделя дорог»',
  ]);
  expect(letter.searchParams.get('body')).toBe(
    'Страница: https://press.example.org/ru/news/2026/road-week/\r\n\r\nЧто не так: ',
  );
});

test('without an address there is no letter', async () =>
  expect((await viewOf({ ...inRussian(), ...inKazakh() })).frame.fault).toBeUndefined());

test('the day of the last correction stands beside the date', async () => {
  const view = await viewOf({
    ...inRussian('corrections:', '  - { date: 2026-01-23, note: Исправлена улица }'),
    ...inKazakh('corrections:', '  - note: Көше түзетілді'),
  });
  expect(view.corrected).toEqual({
    iso: '2026-01-23T00:00:00+05:00',
    text: 'Исправлено: 23\u00A0января 2026\u00A0г.',
  });
});

test('the home page shows events until they are over, the nearest first', async () => {
  const event = (slug: string, ...fields: string[]): Content =>
    Object.fromEntries(
      ['kk', 'ru'].map((locale) => [
        `announcements/2026/${slug}/index.${locale}.md`,
        markdown([
          `title: ${slug}`,
          'date: 2026-01-01',
          'kind: event',
          ...(locale === 'ru' ? fields : []),
        ]),
      ]),
    );
  // The small site is read as of the first of February, noon.
  const snapshot = await smallSnapshot({
    ...inRussian(),
    ...inKazakh(),
    ...event('far', 'eventStart: 2026-03-01'),
    ...event('near', 'eventStart: 2026-02-02T10:00:00+05:00'),
    ...event('this-day', 'eventStart: 2026-02-01T08:00:00+05:00'),
    ...event(
      'ended',
      'eventStart: 2026-02-01T08:00:00+05:00',
      'eventEnd: 2026-02-01T09:00:00+05:00',
    ),
    ...event('long-ago', 'eventStart: 2026-01-20'),
  });
  expect(homeView(snapshot, 'ru').upcoming.map(({ text }) => text)).toEqual([
    'this-day',
    'near',
    'far',
  ]);
});
