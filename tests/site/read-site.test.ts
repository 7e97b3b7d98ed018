import { describe, expect, test } from 'vitest';
import { createClock } from '#clock.ts';
import { Problems } from '#schema/problem.ts';
import { readSite, readValidSite } from '#site/read-site.ts';
import {
  type Content,
  inKazakh,
  inRussian,
  markdown,
  modelOf,
  problem,
  settingsWith,
  week,
  writeContent,
} from './content.ts';

const at = (time: string) => ({ now: time });

test('a small site', () => {
  const { site, announcements, removed, moved, topics, divisions, people } = modelOf({});
  expect(site).toMatchObject({
    origin: 'https://press.example.org',
    base: '/',
    locales: ['kk', 'ru'],
    promise: ['kk', 'ru'],
    defaultLocale: 'kk',
    perPage: 20,
  });
  expect(announcements).toHaveLength(1);
  expect(announcements[0]).toMatchObject({
    id: '2026/road-week',
    kind: 'news',
    published: new Date('2026-01-22T00:00:00+05:00'),
    expired: false,
    pinned: false,
  });
  expect(Object.keys(announcements[0]!.texts)).toEqual(['kk', 'ru']);
  expect(announcements[0]!.texts.ru).toMatchObject({
    title: 'Неделя дорог',
    held: false,
    source: { file: `${week}/index.ru.md`, format: 'md', body: 'Текст.\n', bodyLine: 5 },
  });
  expect([[...topics.keys()], [...divisions.keys()], [...people.keys()]]).toEqual([
    ['safety'],
    ['traffic'],
    ['a-omarov'],
  ]);
  expect([removed, [...moved]]).toEqual([[], []]);
});

test('a site under a path', () => {
  const { site } = modelOf({ 'site.yaml': settingsWith('url: https://example.org/press') });
  expect(site).toMatchObject({ origin: 'https://example.org', base: '/press/' });
});

test('a site in one language', () => {
  const { announcements } = modelOf({
    'site.yaml': settingsWith('locales: [ru]').replaceAll(/kk: \S+, /gu, ''),
    'topics.yaml': undefined,
    'divisions/traffic.yaml': undefined,
    'people/a-omarov.yaml': undefined,
    [`${week}/index.kk.md`]: undefined,
  });
  expect(announcements.map(({ texts }) => Object.keys(texts))).toEqual([['ru']]);
});

test('all problems of all files at once, sorted by file and line', () => {
  const folder = writeContent({
    ...inRussian('topics: [saftey]', 'kind: evnt'),
    ...inKazakh('people: [nobody]'),
    'topics.yaml': 'safety: {}\n',
  });
  const read = () =>
    readValidSite({ folder, clock: createClock(new Date('2026-02-01T00:00:00Z')) });
  expect(read).toThrow(Problems);
  try {
    read();
  } catch (error) {
    expect(
      (error as Problems).problems.map(({ file, line, id }) => `${file}:${line} ${id}`),
    ).toEqual([
      `${week}/index.kk.md:3 unknown-person`,
      `${week}/index.ru.md:5 not-one-of`,
      'topics.yaml:1 missing-field',
    ]);
  }
});

test('BOM and CRLF are read as usual', () => {
  const text =
    `\uFEFF${markdown(['title: Неделя', 'date: 2026-01-22'], 'Первый.\n\nВторой.\n')}`.replaceAll(
      '\n',
      '\r\n',
    );
  expect(modelOf({ [`${week}/index.ru.md`]: text }).announcements[0]!.texts.ru).toMatchObject({
    title: 'Неделя',
    source: { body: 'Первый.\n\nВторой.\n', bodyLine: 5 },
  });
});

describe('facts and lists', () => {
  test('facts are written once, in any of the languages', () => {
    const [announcement] = modelOf({
      ...inKazakh('kind: meeting', 'topics: [safety]'),
      ...inRussian('divisions: [traffic]', 'contact: a-omarov'),
    }).announcements;
    expect(announcement).toMatchObject({
      kind: 'meeting',
      topics: ['safety'],
      divisions: ['traffic'],
      contact: 'a-omarov',
    });
  });

  test('entries of lists are paired by their place', () => {
    const { texts } = modelOf({
      ...inKazakh('outcomes:', '  - text: Бірінші', '  - text: Екінші'),
      ...inRussian(
        'outcomes:',
        '  - { text: Первое, due: 2026-03-01, status: done }',
        '  - { text: Второе, division: traffic }',
      ),
    }).announcements[0]!;
    expect(texts.kk!.outcomes).toEqual([
      {
        text: 'Бірінші',
        division: undefined,
        due: new Date('2026-03-02T00:00:00+05:00'),
        status: 'done',
      },
      { text: 'Екінші', division: 'traffic', due: undefined, status: 'open' },
    ]);
    expect(texts.ru!.outcomes.map(({ text }) => text)).toEqual(['Первое', 'Второе']);
  });

  test('pictures and attachments know their files', () => {
    const { texts } = modelOf({
      ...inKazakh('coverAlt: Жол', 'attachments:', '  - title: Жоспар'),
      ...inRussian(
        'cover: ./photo.jpg',
        'coverAlt: Дорога',
        'coverCredit: А. Омаров',
        'attachments:',
        '  - file: ./plan.pdf',
        '    title: План',
      ),
      [`${week}/photo.jpg`]: 'x',
      [`${week}/plan.pdf`]: 'x',
    }).announcements[0]!;
    expect(texts.kk!.cover).toEqual({
      file: `${week}/photo.jpg`,
      line: 2,
      alt: 'Жол',
      caption: undefined,
      credit: 'А. Омаров',
    });
    expect(texts.ru!.cover).toMatchObject({ line: 4, alt: 'Дорога' });
    expect(texts.kk!.attachments).toEqual([
      { file: `${week}/plan.pdf`, name: 'plan.pdf', title: 'Жоспар' },
    ]);
  });

  test('corrections stand newest first and move the date of the update', () => {
    const { texts } = modelOf({
      ...inRussian(
        'corrections:',
        '  - { date: 2026-01-24, note: Первое }',
        '  - { date: 2026-01-28, note: Второе }',
      ),
      ...inKazakh(),
    }).announcements[0]!;
    expect(texts.ru!.corrections.map(({ note }) => note)).toEqual(['Второе', 'Первое']);
    expect(texts.ru!.updated).toEqual(new Date('2026-01-28T00:00:00+05:00'));
    expect(texts.kk!.updated).toEqual(new Date('2026-01-22T00:00:00+05:00'));
  });

  test('a correction of the same day never makes a text older than it is', () => {
    const { texts } = modelOf({
      [`${week}/index.ru.md`]: markdown([
        'title: X',
        'date: 2026-01-22T10:00+05:00',
        'corrections:',
        '  - { date: 2026-01-22, note: X }',
      ]),
    }).announcements[0]!;
    expect(texts.ru!.updated).toEqual(new Date('2026-01-22T10:00:00+05:00'));
  });
});

describe('what is held', () => {
  const embargo = {
    [`${week}/index.ru.md`]: markdown([
      'title: X',
      'date: 2026-01-22T10:00+05:00',
      'people: [a-omarov]',
      'aliases: [/ru/old/]',
    ]),
  };

  test('an embargo ends at its exact moment', () => {
    expect(modelOf(embargo, at('2026-01-22T09:59:59+05:00')).announcements).toEqual([]);
    expect(modelOf(embargo, at('2026-01-22T10:00:00+05:00')).announcements).toHaveLength(1);
  });

  test('people and old addresses are held with the announcement that names them', () => {
    const held = modelOf(embargo, at('2026-01-22T09:00:00+05:00'));
    expect([[...held.people.keys()], [...held.moved]]).toEqual([[], []]);
    const out = modelOf(embargo, at('2026-01-22T11:00:00+05:00'));
    expect([[...out.people.keys()], [...out.moved]]).toEqual([
      ['a-omarov'],
      [['/ru/old/', '/ru/news/2026/road-week/']],
    ]);
  });

  test('the head of a division is public whoever names him', () => {
    const { people } = modelOf(
      { ...embargo, 'divisions/traffic.yaml': 'name: { kk: А, ru: А }\nhead: a-omarov\n' },
      at('2026-01-22T09:00:00+05:00'),
    );
    expect([...people.keys()]).toEqual(['a-omarov']);
  });

  test('a draft holds its own language only', () => {
    const { announcements } = modelOf(inKazakh('draft: true'));
    expect(announcements.map(({ texts }) => Object.keys(texts))).toEqual([['ru']]);
  });

  test('drafts in every language are no announcement', () => {
    expect(
      modelOf({ ...inKazakh('draft: true'), ...inRussian('draft: true') }).announcements,
    ).toEqual([]);
  });

  test('a language that appears later', () => {
    const later = inKazakh('appeared: 2026-01-25');
    expect(
      Object.keys(modelOf(later, at('2026-01-24T23:59:59+05:00')).announcements[0]!.texts),
    ).toEqual(['ru']);
    const { texts } = modelOf(later, at('2026-01-25T00:00:00+05:00')).announcements[0]!;
    expect([texts.kk!.appeared, texts.ru!.appeared]).toEqual([
      new Date('2026-01-25T00:00:00+05:00'),
      new Date('2026-01-22T00:00:00+05:00'),
    ]);
  });

  test('no language appears before the announcement is published', () => {
    const { texts } = modelOf(inKazakh('appeared: 2026-01-01')).announcements[0]!;
    expect(texts.kk!.appeared).toEqual(texts.ru!.appeared);
  });

  test('a preview shows what is held, and marks it', () => {
    const { texts } = modelOf(inKazakh('draft: true'), { showHeld: true }).announcements[0]!;
    expect([texts.kk!.held, texts.ru!.held]).toEqual([true, false]);
  });
});

describe('what happens to an announcement later', () => {
  test('it expires at the end of its last day', () => {
    const alert = inRussian('kind: alert', 'expires: 2026-01-25');
    expect(modelOf(alert, at('2026-01-25T23:59:59+05:00')).announcements[0]!.expired).toBe(false);
    expect(modelOf(alert, at('2026-01-26T00:00:00+05:00')).announcements[0]!.expired).toBe(true);
  });

  test('it is pinned until the end of a day', () => {
    const pinned = inRussian('pinnedUntil: 2026-01-25');
    expect(modelOf(pinned, at('2026-01-25T23:59:59+05:00')).announcements[0]!.pinned).toBe(true);
    expect(modelOf(pinned, at('2026-01-26T00:00:00+05:00')).announcements[0]!.pinned).toBe(false);
  });

  test('withdrawn from a day on, its text stays', () => {
    const withdrawn = {
      ...inRussian('withdrawnOn: 2026-01-25', 'withdrawnReason: Ошибка'),
      ...inKazakh('withdrawnReason: Қате'),
    };
    expect(
      modelOf(withdrawn, at('2026-01-24T23:59:59+05:00')).announcements[0]!.withdrawnOn,
    ).toBeUndefined();
    const [announcement] = modelOf(withdrawn, at('2026-01-25T00:00:00+05:00')).announcements;
    expect(announcement).toMatchObject({
      withdrawnOn: new Date('2026-01-25T00:00:00+05:00'),
      texts: { kk: { withdrawnReason: 'Қате' }, ru: { title: 'Неделя дорог' } },
    });
  });

  test('removed, nothing of it but the reason is in the model', () => {
    const secret = 'Иванов 900101300123';
    const {
      announcements,
      removed,
      people,
      strings: _,
      ...rest
    } = modelOf({
      [`${week}/index.ru.md`]: markdown(
        [
          `title: ${secret}`,
          'date: 2026-01-22',
          `summary: ${secret}`,
          'people: [a-omarov]',
          'removedOn: 2026-01-25',
          'removedReason: По решению суда',
        ],
        secret,
      ),
      ...inKazakh('removedReason: Сот шешімі'),
    });
    expect(announcements).toEqual([]);
    const published = new Date('2026-01-22T00:00:00+05:00');
    const facts = {
      id: '2026/road-week',
      identity: '2026/road-week',
      year: 2026,
      slug: 'road-week',
      kind: 'news',
      topics: [],
      divisions: [],
      people: [],
      appeared: { kk: published, ru: published },
    };
    expect(removed).toEqual([
      {
        ...facts,
        removedOn: new Date('2026-01-25T00:00:00+05:00'),
        reasons: { kk: 'Сот шешімі', ru: 'По решению суда' },
        addresses: ['kk', 'ru'].map((locale) => ({
          locale,
          address: `/${locale}/news/2026/road-week/`,
        })),
      },
    ]);
    expect([...people]).toEqual([]);
    expect(JSON.stringify([removed, rest])).not.toContain('900101300123');
  });
});

describe('old addresses', () => {
  test('an alias leads to the text of its language; written in two files it is one', () => {
    const { moved } = modelOf({
      ...inKazakh('aliases: [/kk/old, /ru/old.html]'),
      ...inRussian('aliases: [/kk/old, /ru/old.html]'),
    });
    expect([...moved]).toEqual([
      ['/kk/old/', '/kk/news/2026/road-week/'],
      ['/ru/old.html', '/ru/news/2026/road-week/'],
    ]);
  });

  test('an alias without a language leads to the text in whose file it is written, of two files to the first', () => {
    expect([...modelOf({ ...inRussian('aliases: [/2019/05/old.html, /staroe]') }).moved]).toEqual([
      ['/2019/05/old.html', '/ru/news/2026/road-week/'],
      ['/staroe/', '/ru/news/2026/road-week/'],
    ]);
    expect([
      ...modelOf({ ...inKazakh('aliases: [/old]'), ...inRussian('aliases: [/old]') }).moved,
    ]).toEqual([['/old/', '/kk/news/2026/road-week/']]);
  });
  test('an old address of a removed announcement is kept for the rules of servers only', () => {
    const { moved, removed } = modelOf({
      ...inKazakh('removedReason: X'),
      ...inRussian('aliases: [/ru/old/]', 'removedOn: 2026-01-25', 'removedReason: X'),
      'permalinks.yaml': '/ru/older/: moved to /ru/old/\n',
    });
    expect([...moved]).toEqual([]);
    expect(removed[0]!.addresses).toEqual([
      { locale: 'kk', address: '/kk/news/2026/road-week/' },
      { locale: 'ru', address: '/ru/news/2026/road-week/' },
      { locale: 'ru', address: '/ru/old/' },
      { locale: 'ru', address: '/ru/older/' },
    ]);
  });

  test('decisions of people', () => {
    expect([...modelOf({ 'permalinks.yaml': '/ru/press: moved to /ru/\n' }).moved]).toEqual([
      ['/ru/press/', '/ru/'],
    ]);
  });
});

test('newest first; of one moment, by id', () => {
  const text = (date: string) => markdown(['title: X', `date: ${date}`]);
  const { announcements } = modelOf({
    'announcements/2026/b/index.ru.md': text('2026-01-22'),
    'announcements/2026/a/index.ru.md': text('2026-01-22'),
    'announcements/2026/z/index.ru.md': text('2026-01-23'),
  });
  expect(announcements.map(({ id }) => id)).toEqual([
    '2026/z',
    '2026/a',
    '2026/b',
    '2026/road-week',
  ]);
});

test('the clock knows every moment at which the site changes', () => {
  const clock = createClock(new Date('2026-01-23T00:00:00+05:00'));
  readValidSite({
    folder: writeContent({
      ...inKazakh('appeared: 2026-01-24'),
      ...inRussian('expires: 2026-01-30'),
    }),
    clock,
  });
  expect(clock.asked().map((moment) => moment.toISOString())).toEqual([
    '2026-01-21T19:00:00.000Z',
    '2026-01-23T19:00:00.000Z',
    '2026-01-30T19:00:00.000Z',
    '2031-01-21T19:00:00.000Z',
  ]);
});

describe('what only a held text says', () => {
  const heldRussian = (...fields: string[]) => inRussian('draft: true', ...fields);
  const read = (content: Content) =>
    readSite({
      folder: writeContent(content),
      clock: createClock(new Date('2026-02-01T12:00:00+05:00')),
    });
  const secrets = [
    'topics: [safety]',
    'divisions: [traffic]',
    'people: [a-omarov]',
    'contact: a-omarov',
    'kind: event',
    'eventStart: 2026-03-01',
    'outcomes: [{ text: X, division: traffic, due: 2026-03-01 }]',
  ];

  test('is not public through the text in another language, and that is told', () => {
    const { model, heldFacts, problems } = read({
      ...inKazakh('outcomes: [{ text: Y }]'),
      ...heldRussian(...secrets),
    });
    expect(problems).toEqual([]);
    const [one] = model!.announcements;
    expect(one).toMatchObject({ topics: [], divisions: [], people: [], kind: 'event' });
    expect([one!.contact, one!.event]).toEqual([undefined, undefined]);
    expect(one!.texts.kk!.outcomes).toEqual([
      { text: 'Y', division: undefined, due: undefined, status: 'open' },
    ]);
    expect([...model!.people.keys(), ...model!.divisions.keys(), ...model!.topics.keys()]).toEqual(
      [],
    );
    expect(heldFacts).toEqual(
      [
        'topics: [safety]',
        'divisions: [traffic]',
        'people: [a-omarov]',
        'contact: a-omarov',
        'eventStart: 2026-03-01',
      ].map((line) =>
        problem('held-fact', `${week}/index.ru.md`, expect.any(Number) as number, {
          field: line.split(':')[0]!,
          line,
        }),
      ),
    );
  });

  test('but a description of a picture and a place of an event are about what is held', () => {
    const { model, heldFacts } = read({
      ...inKazakh('coverAlt: Y', 'eventPlace: Y'),
      ...heldRussian(
        'coverAlt: X',
        'cover: ./photo.jpg',
        'eventPlace: X',
        'eventStart: 2026-03-01',
      ),
      [`${week}/photo.jpg`]: 'x',
    });
    expect(heldFacts).toEqual([]);
    expect(model!.announcements[0]!.event).toBeDefined();
    expect(model!.announcements[0]!.texts.kk!.cover).toMatchObject({ alt: 'Y' });
  });

  test('but what decides whether a text is public counts wherever it is written', () => {
    const withdrawn = {
      ...inKazakh('withdrawnReason: Y'),
      ...heldRussian('withdrawnOn: 2026-01-30', 'withdrawnReason: X'),
    };
    expect(read(withdrawn).model!.announcements[0]!.withdrawnOn).toBeDefined();
    const later = {
      ...inKazakh(),
      [`${week}/index.ru.md`]: markdown(['title: X', 'draft: true', 'date: 2026-03-01']),
    };
    expect(read(later).model!.announcements).toEqual([]);
  });

  test('is public with it, and when a public text says it, too', () => {
    for (const content of [
      { ...inKazakh(), ...inRussian(secrets[0]!) },
      { ...inKazakh(secrets[0]!), ...heldRussian(secrets[0]!) },
    ]) {
      const { model, heldFacts } = read(content);
      expect([model!.announcements[0]!.topics, heldFacts]).toEqual([['safety'], []]);
    }
  });
});
