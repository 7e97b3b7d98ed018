import { expect, test } from 'vitest';
import { textStates } from '#history/text-states.ts';
import type { AnnouncementData } from '#schema/open-data.ts';

const page = 'https://example.org/ru/news/2026/road-week/';

function stateOf(html: string, others: Partial<AnnouncementData['texts'][string]> = {}): unknown {
  const day = '2026-01-22T00:00:00+05:00';
  const text = {
    url: page,
    title: 'Неделя',
    summary: 'Кратко.',
    appeared: day,
    updated: day,
    html,
    plain: 'Слова',
    machineTranslated: false,
    gallery: [],
    attachments: [],
    outcomes: [],
    corrections: [],
    ...others,
  };
  const [[name, state]] = textStates({
    id: '2026/road-week',
    kind: 'news',
    published: day,
    topics: [],
    divisions: [],
    people: [],
    data: 'https://example.org/api/announcements/2026/road-week.json',
    texts: { ru: text },
  }) as [[string, unknown]];
  expect(name).toBe('2026/road-week/ru');
  return state;
}

test.each([
  ['none', '<h2 id="a">Слова</h2><p>без ссылок</p>', []],
  ['words only', '<p>href="x" src</p>', []],
  [
    'links and pictures, in order',
    '<p><a href="https://a.example/?a=1&amp;b=2">а</a><img src="https://b.example/b.png" alt=""></p>',
    ['https://a.example/?a=1&b=2', 'https://b.example/b.png'],
  ],
  [
    'however they are written',
    "<p><A HREF='https://a.example/'>а</A><img\nSrc=https://b.example/ alt></p>",
    ['https://a.example/', 'https://b.example/'],
  ],
  [
    'its own',
    `<a href="${page}plan.pdf">план</a><a href="${page}#note-1">1</a>`,
    ['./plan.pdf', './#note-1'],
  ],
  [
    'a picture by what it is of',
    '<img src="https://example.org/_images/0a1b2c-640.webp" alt="">',
    ['0a1b2c'],
  ],
])('the addresses in a text: %s', (_name, html, addresses) =>
  expect(stateOf(html)).toMatchObject({ addresses }),
);

test('is what its JSON says: nothing undefined, whole characters only', () => {
  const state = stateOf('<p></p>', {
    eventPlace: undefined,
    title: 'а\ud83dб',
    outcomes: [{ text: '\ude00', status: 'open', due: undefined }],
  });
  expect(state).toStrictEqual(JSON.parse(JSON.stringify(state)));
  expect(state).toMatchObject({ title: 'а\ufffdб', outcomes: [{ text: '\ufffd' }] });
});
