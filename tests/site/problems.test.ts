import { expect, test } from 'vitest';
import type { Problem } from '#schema/problem.ts';
import {
  type Content,
  inKazakh,
  inRussian,
  markdown,
  problem,
  readContent,
  settings,
  settingsWith,
  week,
} from './content.ts';

const ru = `${week}/index.ru.md`;
const kk = `${week}/index.kk.md`;
const site = (line: string): Content => ({ 'site.yaml': settingsWith(line) });
/** `settingsWith` has a changed line, and an added one, in this line. */
const changed = settings.length;
const added = settings.length + 1;

/** What is in a content folder, and everything that is wrong with it. */
const cases: Array<[name: string, changes: Content, problems: Problem[]]> = [
  // The folder
  ['no site.yaml', { 'site.yaml': undefined }, [problem('missing-file', 'site.yaml', undefined)]],
  [
    'a mistyped folder',
    { 'anouncements/x.md': '' },
    [
      problem('unknown-file', 'anouncements', undefined, {
        name: 'anouncements',
        nearest: 'announcements',
      }),
    ],
  ],
  [
    'a mistyped YAML file',
    { 'topic.yaml': '' },
    [
      problem('unknown-file', 'topic.yaml', undefined, {
        name: 'topic.yaml',
        nearest: 'topics.yaml',
      }),
    ],
  ],
  ['a README is nobody’s business', { 'README.md': '# Content' }, []],
  [
    'a year that is none',
    { 'announcements/spring/x/index.ru.md': markdown(['title: X']) },
    [problem('unknown-file', 'announcements/spring', undefined, { name: 'spring', nearest: '' })],
  ],
  [
    'a text outside a folder',
    { 'announcements/2026/week.md': 'x' },
    [
      problem('unknown-file', 'announcements/2026/week.md', undefined, {
        name: 'week.md',
        nearest: '',
      }),
    ],
  ],
  [
    'a text without a language',
    { [`${week}/index.md`]: 'x' },
    [problem('unknown-file', `${week}/index.md`, undefined, { name: 'index.md', nearest: '' })],
  ],
  [
    'a mistyped text',
    { [`${week}/indx.ru.md`]: 'x' },
    [
      problem('unknown-file', `${week}/indx.ru.md`, undefined, {
        name: 'indx.ru.md',
        nearest: 'index.ru.md',
      }),
    ],
  ],
  [
    'a page outside a folder',
    { 'pages/about.md': 'x' },
    [problem('unknown-file', 'pages/about.md', undefined, { name: 'about.md', nearest: '' })],
  ],
  [
    'a division with another ending',
    { 'divisions/press.yml': 'x' },
    [
      problem('unknown-file', 'divisions/press.yml', undefined, {
        name: 'press.yml',
        nearest: 'press.yaml',
      }),
    ],
  ],
  [
    'texts of an unknown interface',
    { 'strings/kz.yaml': 'nav.home: Басы' },
    [
      problem('unknown-file', 'strings/kz.yaml', undefined, {
        name: 'kz.yaml',
        nearest: 'kk.yaml',
      }),
    ],
  ],
  [
    'a folder without texts',
    { 'announcements/2026/empty/photo.jpg': 'x' },
    [
      problem('no-texts', 'announcements/2026/empty', undefined, {
        folder: 'announcements/2026/empty',
      }),
    ],
  ],
  [
    'a Cyrillic folder',
    { 'announcements/2026/неделя/index.ru.md': markdown(['title: X', 'date: 2026-01-01']) },
    [
      problem('bad-slug', 'announcements/2026/неделя', undefined, {
        slug: 'неделя',
        suggestion: 'nedelia',
      }),
    ],
  ],
  [
    'a folder with capitals',
    { 'announcements/2026/Road Week/index.ru.md': markdown(['title: X', 'date: 2026-01-01']) },
    [
      problem('bad-slug', 'announcements/2026/Road Week', undefined, {
        slug: 'Road Week',
        suggestion: 'road-week',
      }),
    ],
  ],
  [
    'a folder of digits only',
    { 'announcements/2026/01/index.ru.md': markdown(['title: X', 'date: 2026-01-01']) },
    [
      problem('bad-slug', 'announcements/2026/01', undefined, {
        slug: '01',
        suggestion: 'road-safety-week',
      }),
    ],
  ],
  [
    'two files of one language',
    { [`${week}/index.ru.mdx`]: markdown(['title: X']) },
    [problem('two-files', `${week}/index.ru.mdx`, undefined, { other: ru })],
  ],
  [
    'a language the site has not',
    { [`${week}/index.en.md`]: markdown(['title: X']) },
    [
      problem('unknown-locale', `${week}/index.en.md`, undefined, {
        locale: 'en',
        locales: 'kk, ru',
        nearest: '',
      }),
    ],
  ],
  [
    'the code of a country in the place of its language',
    { [`${week}/index.kz.md`]: markdown(['title: X']) },
    [
      problem('unknown-locale', `${week}/index.kz.md`, undefined, {
        locale: 'kz',
        locales: 'kk, ru',
        nearest: 'kk',
      }),
    ],
  ],
  [
    'a kind by its name',
    inRussian('kind: совещание'),
    [
      problem('not-one-of', ru, 4, {
        field: 'kind',
        value: 'совещание',
        allowed: 'news, meeting, event, statement, alert',
        nearest: 'meeting',
      }),
    ],
  ],
  [
    'a page with a name of the site',
    { 'pages/archive/index.ru.md': markdown(['title: X']) },
    [problem('reserved-address', 'pages/archive', undefined, { address: 'archive' })],
  ],

  // Bytes and YAML
  [
    'bytes that are not UTF-8',
    { [ru]: Uint8Array.of(0x2d, 0xcf, 0xf0, 0xe8) },
    [problem('undecodable', ru, 1)],
  ],
  ['a text without fields', { [ru]: 'Просто текст.\n' }, [problem('missing-front-matter', ru, 1)]],
  [
    'fields that are never closed',
    { [ru]: '---\ntitle: X\n\nТекст.\n' },
    [problem('missing-front-matter', ru, 1)],
  ],
  ['empty fields', { [ru]: '---\n---\nТекст.\n' }, [problem('not-a-map', ru, undefined)]],
  [
    'a list for a file',
    { 'topics.yaml': '- safety\n' },
    [problem('not-a-map', 'topics.yaml', undefined)],
  ],
  [
    'a colon in a title',
    { [ru]: markdown(['title: Встреча: итоги', 'date: 2026-01-22']) },
    [problem('needs-quotes', ru, 2, { corrected: "title: 'Встреча: итоги'" })],
  ],
  [
    'a title that YAML ends at a hash sign',
    { [ru]: markdown(['title: Встреча #бюджет', "date: '2026-01-22' # среда"]) },
    [
      problem('cut-text', ru, 2, {
        cut: '#бюджет',
        corrected: "title: 'Встреча #бюджет'",
      }),
    ],
  ],
  [
    'a title whose first word YAML takes for an anchor',
    { [ru]: markdown(['title: &Права граждан', 'date: 2026-01-22', 'summary: !Внимание всем']) },
    [
      problem('needs-quotes', ru, 2, { corrected: "title: '&Права граждан'" }),
      problem('needs-quotes', ru, 4, { corrected: "summary: '!Внимание всем'" }),
    ],
  ],
  [
    'a caption in a list that YAML ends at a hash sign',
    inRussian('outcomes:', '  - text: Ремонт дома # 5'),
    [problem('cut-text', ru, 5, { cut: '# 5', corrected: "- text: 'Ремонт дома # 5'" })],
  ],
  [
    'a field written twice',
    inRussian('kind: news', 'kind: event'),
    [problem('duplicate-key', ru, 5, { key: 'kind' })],
  ],
  ['a tab', inRussian('topics:', '\t- safety'), [problem('tab-indent', ru, 5)]],
  [
    'an open bracket',
    inRussian('topics: [safety', 'kind: news'),
    [problem('yaml-unclosed', ru, 5)],
  ],

  // Fields
  [
    'a mistyped field',
    inRussian('topcs: [safety]'),
    [problem('unknown-field', ru, 4, { field: 'topcs', nearest: 'topics' })],
  ],
  [
    'an invented field',
    inRussian('importance: high'),
    [problem('unknown-field', ru, 4, { field: 'importance', nearest: '' })],
  ],
  [
    'a field of another generator, whose absence would publish the text',
    inRussian('published: false'),
    [
      problem('foreign-field', ru, 4, {
        field: 'published',
        own: 'draft',
        corrected: 'draft: true',
      }),
    ],
  ],
  [
    'a mistyped field inside a list',
    inRussian('outcomes:', '  - txt: Решено'),
    [problem('unknown-field', ru, 5, { field: 'outcomes.0.txt', nearest: 'text' })],
  ],
  [
    'a mistyped field of a topic',
    { 'topics.yaml': 'safety:\n  label: { kk: Қ, ru: Б }\n  descripton: x\n' },
    [
      problem('unknown-field', 'topics.yaml', 3, {
        field: 'safety.descripton',
        nearest: 'description',
      }),
    ],
  ],
  [
    'no title',
    { [ru]: markdown(['date: 2026-01-22']) },
    [problem('missing-field', ru, 2, { field: 'title' })],
  ],
  [
    'an empty title',
    { [ru]: markdown(['date: 2026-01-22', 'title: " "']) },
    [problem('missing-field', ru, 3, { field: 'title' })],
  ],
  [
    'no date in any language',
    { [ru]: markdown(['title: X']) },
    [problem('missing-field', kk, 2, { field: 'date' })],
  ],
  [
    'a number for a title',
    { [ru]: markdown(['title: 2026', 'date: 2026-01-22']) },
    [
      problem('wrong-type', ru, 2, {
        field: 'title',
        expected: 'string',
        value: '2026',
        nearest: "title: '2026'",
      }),
    ],
  ],
  [
    'a word for true',
    inRussian('draft: да'),
    [
      problem('wrong-type', ru, 4, {
        field: 'draft',
        expected: 'boolean',
        value: 'да',
        nearest: 'draft: true',
      }),
    ],
  ],
  [
    'one topic for a list',
    inRussian('topics: safety'),
    [
      problem('wrong-type', ru, 4, {
        field: 'topics',
        expected: 'array',
        value: 'safety',
        nearest: 'topics: [safety]',
      }),
    ],
  ],
  [
    'an unknown kind',
    inRussian('kind: evnt'),
    [
      problem('not-one-of', ru, 4, {
        field: 'kind',
        value: 'evnt',
        allowed: 'news, meeting, event, statement, alert',
        nearest: 'event',
      }),
    ],
  ],
  [
    'a picture elsewhere',
    inRussian('cover: ../photo.jpg'),
    [
      problem('bad-format', ru, 4, {
        field: 'cover',
        value: '../photo.jpg',
        example: './photo.jpg',
        nearest: 'cover: ./photo.jpg',
      }),
    ],
  ],
  [
    'a broken fingerprint',
    inRussian('translatedFrom: kk'),
    [
      problem('bad-format', ru, 4, {
        field: 'translatedFrom',
        value: 'kk',
        example: 'ru@1a2b3c4d',
      }),
    ],
  ],
  [
    'a translation of what is not there',
    inKazakh('translatedFrom: en@1a2b3c4d'),
    [problem('unknown-source', kk, 3, { locale: 'en' })],
  ],
  [
    'a translation of itself',
    inKazakh('translatedFrom: kk@1a2b3c4d'),
    [problem('unknown-source', kk, 3, { locale: 'kk' })],
  ],
  [
    'a negative revision',
    inRussian('eventRevision: -1'),
    [
      problem('out-of-range', ru, 4, {
        field: 'eventRevision',
        value: '-1',
        least: 0,
        most: 1_000_000,
      }),
    ],
  ],

  // Dates
  [
    'a date with two readings',
    inRussian('expires: 02/01/2026'),
    [
      problem('impossible-date', ru, 4, {
        field: 'expires',
        value: '02/01/2026',
        nearest: '2026-01-02',
      }),
    ],
  ],
  [
    'a day that does not exist',
    inRussian('expires: 2026-02-30'),
    [
      problem('impossible-date', ru, 4, {
        field: 'expires',
        value: '2026-02-30',
        nearest: '2026-02-28',
      }),
    ],
  ],
  [
    'a time that no clock shows',
    inRussian('expires: 2026-02-03T25:00'),
    [
      problem('impossible-date', ru, 4, {
        field: 'expires',
        value: '2026-02-03T25:00',
        nearest: '',
      }),
    ],
  ],
  [
    'a folder of another year',
    { 'announcements/2025/late/index.ru.md': markdown(['title: X', 'date: 2026-01-01']) },
    [
      problem('wrong-year', 'announcements/2025/late/index.ru.md', 3, {
        folder: 'announcements/2025/late',
        year: '2026',
        date: '2026-01-01',
      }),
    ],
  ],
  [
    'a moment that is next year in Almaty',
    { 'announcements/2025/eve/index.ru.md': markdown(['title: X', 'date: 2025-12-31T20:00:00Z']) },
    [
      problem('wrong-year', 'announcements/2025/eve/index.ru.md', 3, {
        folder: 'announcements/2025/eve',
        year: '2026',
        date: '2026-01-01',
      }),
    ],
  ],
  [
    'an event that ends before it begins',
    inRussian('kind: event', 'eventStart: 2026-03-02', 'eventEnd: 2026-03-01'),
    [problem('ends-before-start', ru, 6, { start: '2026-03-02', end: '2026-03-01' })],
  ],
  [
    'an event of which only the end has a time',
    inRussian('kind: event', 'eventStart: 2026-03-02', 'eventEnd: 2026-03-02T18:00+05:00'),
    [
      problem('event-half-timed', ru, 5, {
        start: '2026-03-02T09:00:00+05:00',
        end: '2026-03-02',
      }),
    ],
  ],
  [
    'an offset that the zone of the site does not have on that day',
    inRussian(
      'pinnedUntil: 2023-06-01T09:00:00+05:00',
      'expires: 2026-06-01T09:00+06:00',
      'eventStart: 2023-06-01T09:00:00+06:00',
      'eventEnd: 2026-06-01T04:00:00Z',
    ),
    [
      problem('other-offset', ru, 4, {
        field: 'pinnedUntil',
        value: '2023-06-01T09:00:00+05:00',
        corrected: '2023-06-01T09:00:00+06:00',
        same: '2023-06-01T10:00:00+06:00',
      }),
      problem('other-offset', ru, 5, {
        field: 'expires',
        value: '2026-06-01T09:00+06:00',
        corrected: '2026-06-01T09:00:00+05:00',
        same: '2026-06-01T08:00:00+05:00',
      }),
    ],
  ],
  [
    'an event without a time',
    inRussian('kind: event'),
    [problem('needs-field', ru, 4, { field: 'eventStart', because: 'kind: event' })],
  ],
  ['an alert without an end', inRussian('kind: alert'), [problem('alert-without-expiry', ru, 4)]],
  [
    'a correction in the future',
    inRussian('corrections:', '  - date: 2026-02-02', '    note: Исправлено'),
    [problem('correction-in-future', ru, 5, { date: '2026-02-02' })],
  ],
  [
    'an update in the future',
    inRussian('updates:', '  - at: 2026-02-02T10:00:00+05:00', '    text: Дорога открыта'),
    [problem('update-in-future', ru, 5, { date: '2026-02-02T10:00:00+05:00' })],
  ],

  // Facts and lists of several languages
  [
    'facts that disagree',
    { ...inKazakh('date: 2026-01-23') },
    [
      problem('facts-disagree', ru, 3, {
        field: 'date',
        value: '2026-01-22',
        otherValue: '2026-01-23',
        otherFile: kk,
        otherLine: '3',
      }),
    ],
  ],
  [
    'moments that disagree, shown in the zone of the site',
    { ...inKazakh('expires: 2026-03-01T10:00Z'), ...inRussian('expires: 2026-03-01T10:00+05:00') },
    [
      problem('facts-disagree', ru, 4, {
        field: 'expires',
        value: '2026-03-01T10:00:00+05:00',
        otherValue: '2026-03-01T15:00:00+05:00',
        otherFile: kk,
        otherLine: '3',
      }),
    ],
  ],
  [
    'entries that disagree',
    {
      ...inKazakh('outcomes:', '  - text: А', '    due: 2026-03-01'),
      ...inRussian('outcomes:', '  - text: А', '    due: 2026-03-02'),
    },
    [
      problem('facts-disagree', ru, 6, {
        field: 'outcomes.0.due',
        value: '2026-03-02',
        otherValue: '2026-03-01',
        otherFile: kk,
        otherLine: '5',
      }),
    ],
  ],
  [
    'lists of different length',
    {
      ...inKazakh('outcomes:', '  - text: А', '  - text: Б'),
      ...inRussian('outcomes:', '  - text: А'),
    },
    [problem('list-length', ru, 4, { field: 'outcomes', count: 1, otherCount: 2, otherFile: kk })],
  ],
  [
    'an entry without its text',
    inRussian('outcomes:', '  - status: done'),
    [problem('missing-field', ru, 5, { field: 'outcomes.0.text' })],
  ],
  [
    'an announcement withdrawn without a reason',
    inRussian('withdrawnOn: 2026-01-30', 'withdrawnReason: Ошибка'),
    [problem('needs-field', kk, 2, { field: 'withdrawnReason', because: 'withdrawnOn' })],
  ],
  [
    'an announcement removed without a reason',
    inRussian('removedOn: 2026-01-30', 'removedReason: Суд'),
    [problem('needs-field', kk, 2, { field: 'removedReason', because: 'removedOn' })],
  ],
  [
    'a broken file is not asked for what the others lack',
    { [ru]: 'Просто текст.\n', ...inKazakh('topics: [saftey]') },
    [
      problem('missing-front-matter', ru, 1),
      problem('unknown-topic', kk, 3, { id: 'saftey', nearest: 'safety' }),
    ],
  ],

  // Ids
  [
    'an unknown topic',
    inRussian('topics:', '  - safety', '  -', '  - saftey'),
    [problem('unknown-topic', ru, 7, { id: 'saftey', nearest: 'safety' })],
  ],
  [
    'the label of a topic in place of its id',
    inRussian('topics: [безопасность]'),
    [problem('unknown-topic', ru, 4, { id: 'безопасность', nearest: 'safety' })],
  ],
  [
    'the name of a division in place of its id, in another language',
    inRussian('divisions: [Жол полициясы]'),
    [problem('unknown-division', ru, 4, { id: 'Жол полициясы', nearest: 'traffic' })],
  ],
  [
    'an unknown division',
    inRussian('divisions: [migration]'),
    [problem('unknown-division', ru, 4, { id: 'migration', nearest: '' })],
  ],
  [
    'an unknown division in an outcome',
    inRussian('outcomes:', '  - text: А', '    division: trafic'),
    [problem('unknown-division', ru, 6, { id: 'trafic', nearest: 'traffic' })],
  ],
  [
    'an unknown person',
    inRussian('people: [a-omarova]'),
    [problem('unknown-person', ru, 4, { id: 'a-omarova', nearest: 'a-omarov' })],
  ],
  [
    'an unknown contact',
    inRussian('contact: trafic'),
    [problem('unknown-contact', ru, 4, { id: 'trafic', nearest: 'traffic' })],
  ],
  [
    'a field without a space behind its colon',
    { [ru]: '---\ntitle:Неделя\ndate: 2026-01-22\n---\nТекст.\n' },
    [problem('broken-line', ru, 2, { corrected: 'title: Неделя' })],
  ],
  [
    'a field with a no-break space behind its colon',
    { [ru]: '---\ntitle: Неделя\ndate:\u00A02026-01-22\n---\nТекст.\n' },
    [problem('broken-line', ru, 3, { corrected: 'date: 2026-01-22' })],
  ],
  [
    'a field away from the margin',
    { [ru]: '---\n title: Неделя\ndate: 2026-01-22\ntopics: [safety]\n---\nТекст.\n' },
    [problem('broken-line', ru, 2, { corrected: 'title: Неделя' })],
  ],
  [
    'a field below another, away from the margin',
    { [ru]: "---\ntitle: 'Неделя'\n  date: 2026-01-22\ntopics: [safety]\n---\nТекст.\n" },
    [problem('broken-line', ru, 3, { corrected: 'date: 2026-01-22' })],
  ],
  [
    'a field of a group that is not below the others is no field of the file',
    { 'divisions/traffic.yaml': 'name:\n kk: Ж\n  ru: Д\n' },
    [problem('yaml-indent', 'divisions/traffic.yaml', 3)],
  ],
  [
    'a text with a wrong name: what it may say is not missed',
    { [ru]: undefined, [`${week}/index_ru.md`]: markdown(['title: А', 'date: 2026-01-22']) },
    [
      problem('unknown-file', `${week}/index_ru.md`, undefined, {
        name: 'index_ru.md',
        nearest: 'index.ru.md',
      }),
    ],
  ],
  [
    'a copy of a text',
    { [`${week}/index.ru (1).md`]: markdown(['title: А', 'date: 2026-01-22']) },
    [
      problem('unknown-file', `${week}/index.ru (1).md`, undefined, {
        name: 'index.ru (1).md',
        nearest: '',
      }),
    ],
  ],
  [
    'an announcement that is over before it comes out',
    inRussian('kind: alert', 'expires: 2026-01-20'),
    [problem('expires-before-date', ru, 5, { expires: '2026-01-20', date: '2026-01-22' })],
  ],
  [
    'topics that cannot be read: nothing is said of those who name one',
    {
      'topics.yaml': 'safety:\n  label: { kk: Қ, ru: Б\n',
      ...inRussian('topics: [safety, road]'),
      ...inKazakh('topics: [safety, road]'),
    },
    [problem('yaml-unclosed', 'topics.yaml', 3)],
  ],
  [
    'a topic with a wrong field: the same',
    { 'topics.yaml': 'safety:\n  name: Б\n', ...inRussian('topics: [safety]') },
    [
      problem('missing-field', 'topics.yaml', 1, { field: 'safety.label' }),
      problem('unknown-field', 'topics.yaml', 2, { field: 'safety.name', nearest: '' }),
    ],
  ],
  [
    'a division that cannot be read: only those that there are not are unknown',
    {
      'divisions/roads.yaml': 'nome: { kk: Жол, ru: Дорога }\n',
      'divisions/water.yml': 'name: { kk: Су, ru: Вода }\n',
      'divisions/traffic.yaml': 'name: { kk: Ж, ru: Д }\nparent: roads\n',
      ...inRussian('divisions: [roads, water, wind]', 'contact: roads'),
    },
    [
      problem('unknown-field', 'divisions/roads.yaml', 1, { field: 'nome', nearest: 'name' }),
      problem('unknown-file', 'divisions/water.yml', undefined, {
        name: 'water.yml',
        nearest: 'water.yaml',
      }),
      problem('unknown-division', ru, 4, { id: 'wind', nearest: '' }),
    ],
  ],
  [
    'a topic with capitals',
    { 'topics.yaml': 'Safety:\n  label: { kk: Қ, ru: Б }\n' },
    [problem('bad-id', 'topics.yaml', 1, { name: 'Safety', example: 'road-safety' })],
  ],
  [
    'a person’s file with a space',
    { 'people/a omarov.yaml': 'name: { kk: А, ru: А }\nrole: { kk: А, ru: А }\n' },
    [
      problem('bad-id', 'people/a omarov.yaml', undefined, {
        name: 'a omarov',
        example: 'public-safety',
      }),
    ],
  ],
  [
    'an unknown head and parent',
    { 'divisions/traffic.yaml': 'name: { kk: А, ru: А }\nhead: nobody\nparent: trafic\n' },
    [
      problem('unknown-person', 'divisions/traffic.yaml', 2, { id: 'nobody', nearest: '' }),
      problem('unknown-division', 'divisions/traffic.yaml', 3, {
        id: 'trafic',
        nearest: 'traffic',
      }),
    ],
  ],
  [
    'a division that belongs to itself',
    { 'divisions/traffic.yaml': 'name: { kk: А, ru: А }\nparent: traffic\n' },
    [problem('division-circle', 'divisions/traffic.yaml', 2, { circle: 'traffic → traffic' })],
  ],

  // Files beside the text
  [
    'a cover that is not there',
    inRussian('cover: ./photo.jpg', 'coverAlt: Дорога'),
    [
      problem('missing-picture', ru, 4, { path: 'photo.jpg' }),
      problem('missing-alt', kk, 2, { field: 'coverAlt' }),
    ],
  ],
  [
    'a cover without words',
    {
      ...inRussian('cover: ./photo.jpg'),
      ...inKazakh('coverAlt: Жол'),
      [`${week}/photo.jpg`]: 'x',
    },
    [problem('missing-alt', ru, 4, { field: 'coverAlt' })],
  ],
  [
    'a gallery without words',
    { ...inRussian('gallery:', '  - src: ./photo.jpg'), [`${week}/photo.jpg`]: 'x' },
    [problem('missing-alt', ru, 5, { field: 'gallery.0.alt' })],
  ],
  [
    'a portrait without words',
    {
      'people/a-omarov.yaml': 'name: { kk: А, ru: А }\nrole: { kk: А, ru: А }\nportrait: ./a.jpg\n',
    },
    [problem('missing-alt', 'people/a-omarov.yaml', 3, { field: 'portraitAlt' })],
  ],
  [
    'an attachment that is not there',
    inRussian('attachments:', '  - file: ./plan.pdf', '    title: План'),
    [problem('missing-attachment', ru, 5, { path: 'plan.pdf' })],
  ],
  [
    'an attachment that can carry script',
    {
      ...inRussian('attachments:', '  - { file: ./plan.html, title: План }'),
      [`${week}/plan.html`]: 'x',
    },
    [
      problem('attachment-type', ru, 5, {
        path: 'plan.html',
        types: 'pdf, docx, xlsx, odt, ods, csv, zip, txt, ics',
      }),
    ],
  ],
  [
    'an attachment with a strange ending',
    {
      ...inRussian('attachments:', '  - { file: plan.constructor, title: План }'),
      [`${week}/plan.constructor`]: 'x',
    },
    [
      problem('attachment-type', ru, 5, {
        path: 'plan.constructor',
        types: 'pdf, docx, xlsx, odt, ods, csv, zip, txt, ics',
      }),
    ],
  ],
  [
    'an attachment with a name of the site',
    {
      ...inRussian('attachments:', '  - { file: event.ics, title: План }'),
      [`${week}/event.ics`]: 'x',
    },
    [problem('attachment-name', ru, 5, { path: 'event.ics' })],
  ],

  // Addresses
  [
    'an alias of a language that the site has not',
    inRussian('aliases: [/en/old/]'),
    [problem('bad-alias', ru, 4, { alias: '/en/old/', locales: 'kk, ru' })],
  ],
  [
    'an alias that is no path',
    inRussian('aliases: [old]'),
    [
      problem('bad-format', ru, 4, {
        field: 'aliases.0',
        value: 'old',
        example: '/ru/news/2023/old-name/',
      }),
    ],
  ],
  [
    'an alias at which the site has a page',
    inRussian('aliases: [/ru/archive]'),
    [problem('own-address', ru, 4, { address: '/ru/archive/' })],
  ],
  [
    'a decision about a page of the site',
    { 'permalinks.yaml': '/ru/old/: moved to /ru/\n/ru/topics/safety/rss.xml: moved to /ru/\n' },
    [problem('own-address', 'permalinks.yaml', 2, { address: '/ru/topics/safety/rss.xml' })],
  ],
  [
    'an alias that is taken',
    {
      ...inRussian('aliases: [/ru/about]'),
      'pages/about/index.ru.md': markdown(['title: О сайте']),
    },
    [
      problem('duplicate-address', ru, 4, {
        address: '/ru/about/',
        other: 'pages/about/index.ru.md',
      }),
    ],
  ],
  [
    'a decision about an alias',
    { ...inRussian('aliases: [/ru/old/]'), 'permalinks.yaml': '/ru/old/: moved to /ru/\n' },
    [problem('duplicate-address', 'permalinks.yaml', 1, { address: '/ru/old/', other: ru })],
  ],
  [
    'a decision about what was removed',
    {
      ...inRussian('removedOn: 2026-01-30', 'removedReason: Суд'),
      ...inKazakh('removedReason: Сот'),
      'permalinks.yaml': '/ru/news/2026/road-week/: moved to /ru/\n',
    },
    [
      problem('duplicate-address', 'permalinks.yaml', 1, {
        address: '/ru/news/2026/road-week/',
        other: week,
      }),
    ],
  ],
  [
    'a decision without an address',
    { 'permalinks.yaml': 'old: moved to /ru/\n' },
    [problem('bad-id', 'permalinks.yaml', 1, { name: 'old', example: '/ru/news/2023/old-name/' })],
  ],
  [
    'an unknown decision',
    { 'permalinks.yaml': '/ru/old/: gone\n' },
    [
      problem('bad-format', 'permalinks.yaml', 1, {
        field: '/ru/old/',
        value: 'gone',
        example: 'moved to /ru/news/2026/new-name/',
      }),
    ],
  ],

  // Settings
  [
    'an address with a query',
    site('url: https://example.org/?q'),
    [problem('bad-url', 'site.yaml', changed, { field: 'url', value: 'https://example.org/?q' })],
  ],
  [
    'an address without a host',
    site('url: https://:80'),
    [problem('bad-url', 'site.yaml', changed, { field: 'url', value: 'https://:80' })],
  ],
  [
    'an unknown time zone',
    site('timeZone: Asia/Almata'),
    [problem('bad-time-zone', 'site.yaml', changed, { field: 'timeZone', value: 'Asia/Almata' })],
  ],
  ...(
    [
      ['an offset as a time zone', 'timeZone: UTC+5', 'zone-offset', 'timeZone', 'Asia/Almaty'],
      ['a town as a time zone', 'timeZone: Алматы', 'zone-town', 'timeZone', 'Asia/Almaty'],
      [
        'an address without its beginning',
        'url: press.example.org/akimat/',
        'url-without-https',
        'url',
        'https://press.example.org/akimat/',
      ],
    ] as const
  ).map(([name, line, id, field, corrected]): (typeof cases)[number] => [
    name,
    site(line),
    [problem(id, 'site.yaml', changed, { field, value: line.slice(field.length + 2), corrected })],
  ]),
  [
    'a country as a language',
    site('locales: [kz, ru]'),
    expect.arrayContaining([
      problem('language-code', 'site.yaml', changed, {
        field: 'locales.0',
        value: 'kz',
        corrected: 'kk',
      }),
    ]),
  ],
  [
    'no language',
    site('locales: []'),
    [
      problem('bad-format', 'site.yaml', changed, {
        field: 'locales',
        value: '[]',
        example: '[kk, ru]',
      }),
    ],
  ],
  [
    'a language twice',
    site('locales: [kk, ru, kk]'),
    expect.arrayContaining([problem('duplicate-locale', 'site.yaml', changed, { locale: 'kk' })]),
  ],
  [
    'what is no language',
    site('locales: [kk, ru, русский]'),
    expect.arrayContaining([
      problem('unknown-language', 'site.yaml', changed, { field: 'locales.2', value: 'русский' }),
    ]),
  ],
  [
    'a promise that cannot be kept',
    site('promise: [en]'),
    [
      problem('unknown-locale', 'site.yaml', added, {
        locale: 'en',
        locales: 'kk, ru',
        nearest: '',
      }),
    ],
  ],
  [
    'a name in one language',
    site('name: { kk: Сайт }'),
    [problem('missing-translation', 'site.yaml', changed, { field: 'name', locale: 'ru' })],
  ],
  [
    'a name in a language too many',
    site('name: { kk: Сайт, ru: Сайт, en: Site }'),
    [
      problem('unknown-locale', 'site.yaml', changed, {
        locale: 'en',
        locales: 'kk, ru',
        nearest: '',
      }),
    ],
  ],
  [
    'a newer format',
    site('format: 2'),
    [problem('content-format', 'site.yaml', changed, { field: 'format', value: '2', known: 1 })],
  ],
  [
    'another format, of which nobody here knows the fields',
    site('format: 0\nnewField: x\nperPage: many'),
    [problem('content-format', 'site.yaml', changed, { field: 'format', value: '0', known: 1 })],
  ],
  [
    'a format that is no number',
    site('format: new'),
    [
      problem('wrong-type', 'site.yaml', changed, {
        field: 'format',
        expected: 'number',
        value: 'new',
      }),
    ],
  ],
  [
    'too many on a page',
    site('perPage: 1000'),
    [
      problem('out-of-range', 'site.yaml', added, {
        field: 'perPage',
        value: '1000',
        least: 1,
        most: 200,
      }),
    ],
  ],
  [
    'half a page',
    site('perPage: 1.5'),
    [
      problem('out-of-range', 'site.yaml', added, {
        field: 'perPage',
        value: '1.5',
        least: 1,
        most: 200,
      }),
    ],
  ],
  [
    'a colour by name',
    site('theme: { accent: blue }'),
    [
      problem('bad-format', 'site.yaml', added, {
        field: 'theme.accent',
        value: 'blue',
        example: '#0b4a86',
      }),
    ],
  ],
  [
    'a colour that cannot be read',
    site("theme: { accent: '#4d9de0' }"),
    [
      problem('poor-contrast', 'site.yaml', added, {
        field: 'theme.accent',
        value: '#4d9de0',
        contrast: 2.6,
        least: 4.5,
        legible: '#3974a6',
      }),
    ],
  ],
  [
    'a number for a telephone',
    site('contacts: { phones: [{ number: 77270000000 }] }'),
    [
      problem('wrong-type', 'site.yaml', added, {
        field: 'contacts.phones.0.number',
        expected: 'string',
        value: '77270000000',
        nearest: '77270000000',
      }),
    ],
  ],

  // The interface
  [
    'an interface in no language of ours',
    { 'site.yaml': settings.join('\n').replace('[kk, ru]', '[kk, ru, tr]') },
    expect.arrayContaining([
      problem('missing-dictionary', 'strings/tr.yaml', undefined, { locale: 'tr' }),
    ]),
  ],
  [
    'half an interface',
    {
      'site.yaml': settings.join('\n').replace('[kk, ru]', '[kk, ru, tr]'),
      'strings/tr.yaml': 'nav.home: Ana sayfa',
    },
    expect.arrayContaining([
      problem('missing-string', 'strings/tr.yaml', 1, {
        key: 'nav.search',
        note: 'Link to the search page.',
      }),
    ]),
  ],
  [
    'a mistyped name of a text',
    { 'strings/ru.yaml': 'nav.home: Главная\nnav.hom: Главная' },
    [problem('unknown-string', 'strings/ru.yaml', 2, { key: 'nav.hom', nearest: 'nav.home' })],
  ],
  [
    'a text that counts, in one form',
    { 'strings/ru.yaml': 'archive.count: Все' },
    [problem('string-type', 'strings/ru.yaml', 1, { key: 'archive.count' })],
  ],
  [
    'a missing plural form',
    { 'strings/ru.yaml': 'archive.count: { one: один, few: два, other: много }' },
    [problem('plural-form', 'strings/ru.yaml', 1, { key: 'archive.count', form: 'many' })],
  ],
  [
    'an unknown place',
    { 'strings/ru.yaml': "date.year: '{years} год'" },
    [
      problem('unknown-place', 'strings/ru.yaml', 1, {
        key: 'date.year',
        place: 'years',
        places: 'year',
      }),
    ],
  ],
];

test.each(cases)('%s', (_name, changes, problems) => {
  expect(readContent(changes).problems).toEqual(problems);
});
