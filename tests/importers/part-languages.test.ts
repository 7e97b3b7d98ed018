import { describe, expect, test } from 'vitest';
import { docx, paragraph, run } from './word/docx-file.ts';
import { read } from './reading.ts';

const kk = 'Бүгін қалада жаңа көпір ашылды. Оның ұзындығы екі шақырым.';
const ru = 'Сегодня в городе открыли новый мост. Его длина два километра.';

async function parted(name: string, source: string | Uint8Array) {
  const { made, refused } = await read({ [name]: source });
  expect(refused).toEqual([]);
  return made.map(({ announcement: { slug, texts }, notes }) => ({
    slug,
    texts: [...texts].map(([locale, { fields, body }]) => [locale, fields.title, body.trim()]),
    notes: notes.map(({ id }) => id),
  }));
}

describe('two languages in one source are one announcement with a text in each', () => {
  const wanted = [
    {
      slug: 'kopir-ashyldy',
      texts: [
        ['kk', 'Көпір ашылды', kk],
        ['ru', 'Открыт мост', ru],
      ],
      notes: ['parted-languages'],
    },
  ];
  const cell = (title: string, text: string) =>
    `<w:tc>${paragraph(run(title, '<w:b/>'))}${paragraph(run(text))}</w:tc>`;

  test.each<[string, string, string | Uint8Array]>([
    [
      'Kazakh first',
      'a.txt',
      `Көпір ашылды\n\n22.01.2026\n\n${kk}\n\nОткрыт мост\n\n22 января 2026 года\n\n${ru}`,
    ],
    ['Russian first', 'a.txt', `Открыт мост\n\n22.01.2026\n\n${ru}\n\nКөпір ашылды\n\n${kk}`],
    [
      'with a line between',
      'a.txt',
      `Көпір ашылды\n\n22.01.2026\n\n${kk}\n\n➖➖➖\n\nОткрыт мост\n\n${ru}`,
    ],
    [
      'in two columns',
      'a.docx',
      docx({
        body: `${paragraph(run('22.01.2026'))}<w:tbl><w:tr>${cell('Көпір ашылды', kk)}${cell('Открыт мост', ru)}</w:tr></w:tbl>`,
      }),
    ],
    [
      'in two columns, row by row',
      'a.html',
      `<body><p>22.01.2026</p><table><tr><td>Көпір ашылды</td><td>Открыт мост</td></tr><tr><td>${kk}</td><td>${ru}</td></tr></table>`,
    ],
    [
      'in a message',
      'result.json',
      JSON.stringify({
        type: 'public_channel',
        id: 1,
        messages: [
          {
            id: 2,
            type: 'message',
            date: '2026-01-22T10:00:00',
            from_id: 'channel1',
            text: `Көпір ашылды\n${kk}\n\nОткрыт мост\n${ru}`,
          },
        ],
      }),
    ],
  ])('%s', async (_, name, source) => {
    expect(await parted(name, source)).toEqual(wanted);
  });
});

test('paragraph by paragraph in turns', async () => {
  const { made } = await read({
    'a.txt': `22.01.2026\n\nҚалада жаңа көпір салтанатты түрде ашылды\n\nВ городе торжественно открыли новый мост\n\n${kk}\n\n${ru}`,
  });
  expect(made[0]!.announcement.texts).toMatchObject(
    new Map([
      ['kk', { fields: { title: 'Қалада жаңа көпір салтанатты түрде ашылды' }, body: `${kk}\n` }],
      ['ru', { fields: { title: 'В городе торжественно открыли новый мост' }, body: `${ru}\n` }],
    ]),
  );
});

test.each<[string, string, string]>([
  [
    'a Kazakh text that quotes',
    `22.01.2026\n\n${kk}\n\n«Мост построен в срок и открыт сегодня», — делінген хабарда.\n\n${kk} Тағы бір рет: ${kk}`,
    'kk',
  ],
  [
    'a Russian text that names',
    `22.01.2026\n\n${ru}\n\nНа улице Қабанбай батыр и на улице Жұмабаев движения нет.\n\n${ru} Ещё раз: ${ru}`,
    'ru',
  ],
])('one language stays one text: %s', async (_, text, locale) => {
  const [made] = await parted('a.txt', text);
  expect(made!.texts.map(([found]) => found)).toEqual([locale]);
  expect(made!.notes).toEqual([]);
});

describe('texts that are likely a pair', () => {
  const post = (id: number, date: string, text: string) => ({
    id,
    type: 'message',
    date,
    from_id: 'channel1',
    text,
  });
  const exported = (...messages: object[]) => ({
    'result.json': JSON.stringify({ type: 'public_channel', id: 1, messages }),
  });
  test.each<[string, object[], string[][]]>([
    [
      'minutes apart',
      [post(1, '2026-01-22T10:00:00', kk), post(2, '2026-01-22T10:04:00', ru)],
      [[], ['may-be-pair']],
    ],
    [
      'of one day with the same figures',
      [
        post(1, '2026-01-22T10:00:00', `${kk} 458 адам.`),
        post(2, '2026-01-22T17:00:00', `${ru} 458 человек.`),
      ],
      [[], ['may-be-pair']],
    ],
    [
      'of one day, different',
      [
        post(1, '2026-01-22T10:00:00', `${kk} 458 адам.`),
        post(2, '2026-01-22T17:00:00', `${ru} 31 человек.`),
      ],
      [[], []],
    ],
    [
      'of two days',
      [
        post(1, '2026-01-22T10:00:00', `${kk} 458 адам.`),
        post(2, '2026-01-25T10:00:00', `${ru} 458 человек.`),
      ],
      [[], []],
    ],
    [
      'of one language',
      [post(1, '2026-01-22T10:00:00', ru), post(2, '2026-01-22T10:04:00', `${ru} Да.`)],
      [[], []],
    ],
  ])('%s', async (_, messages, notes) => {
    const { made } = await read(exported(...messages));
    expect(made.map((one) => one.notes.map(({ id }) => id))).toEqual(notes);
  });
});
