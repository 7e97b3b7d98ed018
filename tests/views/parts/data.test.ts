import { describe, expect, test } from 'vitest';
import { announcementView } from '#views/pages/announcement.ts';
import { homeView } from '#views/pages/home.ts';
import { type Content, inKazakh, inRussian, settingsWith } from '../../site/content.ts';
import { smallSnapshot } from '../../outputs/snapshots.ts';

const id = '2026/road-week';
const url = (locale: string) => `https://press.example.org/${locale}/news/2026/road-week/`;
const publisher = {
  '@type': 'GovernmentOrganization',
  '@id': 'https://press.example.org/#publisher',
  name: 'Отдел',
  url: 'https://press.example.org/ru/',
};

/** What the page of the announcement tells machines, as they read it. */
async function dataOf(changes: Content, locale = 'ru') {
  const { frame } = announcementView(await smallSnapshot(changes), { locale, id });
  return JSON.parse(JSON.stringify(frame.data)) as Array<Record<string, unknown>>;
}

test('an article with all it can have', async () => {
  const facts = [
    'topics: [safety]',
    'people: [a-omarov]',
    'expires: 2026-03-01',
    'summary: Кратко.',
    'corrections: [{ date: 2026-01-25, note: Исправлена дата. }]',
  ];
  const [article, breadcrumbs] = await dataOf({
    ...inRussian(...facts),
    ...inKazakh('corrections: [{ note: Күні түзетілді. }]', 'translatedFrom: ru@1a2b3c4d'),
  });
  expect(article).toEqual({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': `${url('ru')}#article`,
    mainEntityOfPage: url('ru'),
    url: url('ru'),
    headline: 'Неделя дорог',
    description: 'Кратко.',
    inLanguage: 'ru',
    datePublished: '2026-01-22T00:00:00+05:00',
    dateModified: '2026-01-25T00:00:00+05:00',
    author: publisher,
    publisher,
    isAccessibleForFree: true,
    articleSection: 'Новости',
    keywords: ['Безопасность'],
    mentions: [
      {
        '@type': 'Person',
        name: 'А. Омаров',
        jobTitle: 'Начальник',
        url: 'https://press.example.org/ru/people/a-omarov/',
      },
    ],
    image: [
      {
        '@type': 'ImageObject',
        url: `${url('ru')}social.jpg`,
        width: '1200',
        height: '630',
        caption: 'Неделя дорог',
      },
    ],
    expires: '2026-03-02T00:00:00+05:00',
    correction: [
      {
        '@type': 'CorrectionComment',
        text: 'Исправлена дата.',
        datePublished: '2026-01-25T00:00:00+05:00',
      },
    ],
    workTranslation: [{ '@type': 'NewsArticle', '@id': `${url('kk')}#article`, inLanguage: 'kk' }],
  });
  expect(breadcrumbs).toEqual({
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: 'Главная', item: 'https://press.example.org/ru/' },
      {
        '@type': 'ListItem',
        position: 2,
        name: 'Все новости',
        item: 'https://press.example.org/ru/archive/',
      },
      { '@type': 'ListItem', position: 3, name: 'Неделя дорог' },
    ],
  });
});

describe('which text translates which', () => {
  const original = {
    translationOfWork: { '@type': 'NewsArticle', '@id': `${url('ru')}#article`, inLanguage: 'ru' },
  };
  test.each<[string, Content, object]>([
    ['noted by the tool', inKazakh('translatedFrom: ru@1a2b3c4d'), original],
    ['a machine wrote one', inKazakh('machineTranslated: true'), original],
    ['one came out later', inKazakh('appeared: 2026-01-25'), original],
  ])('%s', async (_what, changes, expected) =>
    expect((await dataOf(changes, 'kk'))[0]).toMatchObject(expected),
  );

  test('nobody knows', async () => {
    const [article] = await dataOf({});
    expect(Object.keys(article!).filter((key) => /translation/iu.test(key))).toEqual([]);
  });
});

describe('an event', () => {
  const event = async (...facts: string[]) => (await dataOf(inRussian('kind: event', ...facts)))[1];
  test.each([
    [
      'days',
      ['eventStart: 2026-03-10', 'eventEnd: 2026-03-11'],
      {
        startDate: '2026-03-10',
        endDate: '2026-03-11',
        eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      },
    ],
    [
      'moments on both sides of the change of the zone',
      ['eventStart: 2024-02-29T10:00:00+06:00', 'eventEnd: 2024-03-01T10:00:00+05:00'],
      { startDate: '2024-02-29T10:00:00+06:00', endDate: '2024-03-01T10:00:00+05:00' },
    ],
    [
      'a place',
      ['eventStart: 2026-03-10', 'eventPlace: Площадь'],
      { location: [{ '@type': 'Place', name: 'Площадь', address: 'Площадь' }] },
    ],
    [
      'online',
      ['eventStart: 2026-03-10', 'eventOnline: https://live.example.org/'],
      {
        location: [{ '@type': 'VirtualLocation', url: 'https://live.example.org/' }],
        eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      },
    ],
    [
      'both',
      ['eventStart: 2026-03-10', 'eventPlace: Площадь', 'eventOnline: https://live.example.org/'],
      { eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode' },
    ],
    [
      'any',
      ['eventStart: 2026-03-10'],
      {
        '@type': 'Event',
        name: 'Неделя дорог',
        eventStatus: 'https://schema.org/EventScheduled',
        organizer: publisher,
      },
    ],
  ])('%s', async (_what, facts, expected) => expect(await event(...facts)).toMatchObject(expected));

  test('withdrawn', async () => {
    const changes = {
      ...inRussian(
        'kind: event',
        'eventStart: 2026-03-10',
        'withdrawnOn: 2026-01-30',
        'withdrawnReason: Отмена.',
      ),
      ...inKazakh('withdrawnReason: Ауыстыру.'),
    };
    expect((await dataOf(changes))[1]).toMatchObject({
      eventStatus: 'https://schema.org/EventCancelled',
    });
  });
});

test('the publisher, and how to reach it', async () => {
  const site = settingsWith(
    'contacts: { phones: [{ number: +7 727 000 00 00 }], emails: [{ address: press@example.org, label: { kk: Пошта, ru: Почта } }] }',
  );
  const { frame } = homeView(
    await smallSnapshot({
      'site.yaml': `${site}\naccounts: [{ label: Telegram, url: "https://t.me/example" }]`,
    }),
    'ru',
  );
  expect(frame.data).toEqual([
    {
      '@context': 'https://schema.org',
      ...publisher,
      sameAs: ['https://t.me/example'],
      contactPoint: [
        {
          '@type': 'ContactPoint',
          contactType: 'press',
          availableLanguage: ['kk', 'ru'],
          telephone: '+7 727 000 00 00',
        },
        {
          '@type': 'ContactPoint',
          contactType: 'Почта',
          availableLanguage: ['kk', 'ru'],
          email: 'press@example.org',
        },
      ],
    },
  ]);
});
