import { expect, test } from 'vitest';
import { png } from '../pictures.ts';
import { read } from '../reading.ts';

const start = Date.parse('2026-01-01T06:00:00Z') / 1000;
const message = (id: number, fields: object, second = id * 60) => ({
  id,
  type: 'message',
  date: '2026-01-01T11:00:00',
  date_unixtime: String(start + second),
  from: 'Пресс-служба',
  from_id: 'channel1',
  ...fields,
});
const exported = (messages: object[]) =>
  JSON.stringify({ name: 'Канал', type: 'public_channel', id: 12345, messages });

test('what people write in a channel', async () => {
  const { made, refused, body, notes } = await read({
    'export/result.json': exported([
      { id: 1, type: 'service', date: '2026-01-01T10:00:00', action: 'create_channel' },
      message(2, {
        edited_unixtime: String(start + 9000),
        text_entities: [
          { type: 'bold', text: '⚡️Неделя дорог\n\n' },
          { type: 'plain', text: 'Прошла в городе. Подробности ' },
          { type: 'text_link', text: 'на сайте', href: 'https://example.org/a' },
          { type: 'plain', text: ' и ' },
          { type: 'link', text: 'example.org/b' },
          { type: 'plain', text: '.\n\u200B\n' },
          { type: 'italic', text: 'Пресс-служба ' },
          { type: 'text_link', text: 'здесь', href: 'tg://resolve?domain=x' },
          { type: 'hashtag', text: '#дороги' },
        ],
      }),
      // An album: three pictures in one second, the words with the second.
      message(3, { photo: 'photos/1.jpg', text: '' }, 200),
      message(
        4,
        { photo: 'photos/2.jpg', text: ['Открыт мост. ', { type: 'bold', text: 'Все рады.' }] },
        200,
      ),
      message(5, { photo: 'photos/2.jpg', text: '' }, 201),
      // The next message with a picture of its own words is another announcement.
      message(
        6,
        {
          photo: '(File not included. Change data exporting settings to download.)',
          text: 'Второй мост закрыт.',
        },
        201,
      ),
      message(7, {
        file: 'video_files/a.mp4',
        media_type: 'video_file',
        mime_type: 'video/mp4',
        text: 'Фильм о мосте.',
      }),
      message(8, { text: '' }),
      message(9, {
        text: [
          { type: 'pre', text: 'код' },
          { type: 'blockquote', text: 'слова\nдругие' },
          'Конец.',
        ],
      }),
    ]),
    'export/photos/1.jpg': png(1),
    'export/photos/2.jpg': png(2),
  });
  expect(
    made.map(({ title, announcement: { facts } }) => [title, facts.origin!.id, facts.date]),
  ).toEqual([
    ['⚡️Неделя дорог', '12345/2', '2026-01-01T11:02:00+05:00'],
    ['Открыт мост', '12345/3', '2026-01-01T11:03:20+05:00'],
    ['Второй мост закрыт', '12345/6', '2026-01-01T11:03:21+05:00'],
    ['Фильм о мосте', '12345/7', '2026-01-01T11:07:00+05:00'],
    ['telegram 12345/9', '12345/9', '2026-01-01T11:09:00+05:00'],
  ]);
  expect(body(0)).toBe(
    'Прошла в городе. Подробности [на сайте](https://example.org/a) и [example.org/b](https://example.org/b).\n\n_Пресс-служба_ здесь#дороги\n',
  );
  expect(body(1)).toBe(
    'Открыт мост. **Все рады.**\n\n![](./picture.png)\n\n![](./picture-2.png)\n\n![](./picture-2.png)\n',
  );
  expect(body(4)).toBe('```\nкод\n```\n\n> слова\n>\n> другие\n\nКонец.\n');
  expect(made.map((_, index) => notes(index))).toEqual([
    ['link-dropped'],
    ['picture-without-alt', 'picture-without-alt', 'picture-without-alt'],
    ['picture-missing'],
    ['file-left-out'],
    ['no-title'],
  ]);
  expect(refused.map(({ source, reason }) => [source, reason])).toEqual([
    ['export/result.json: 1', 'not-an-announcement'],
    ['export/result.json: 8', 'empty'],
  ]);
});

test('a thousand messages, with albums and edits: none is lost and none comes twice', async () => {
  const messages = Array.from({ length: 1000 }, (_, index) => {
    const album = Math.floor(index / 4);
    const isAlbum = album % 5 === 0;
    const words = `Сообщение номер ${isAlbum ? `альбома ${album}` : index}. Его текст.`;
    const edited = index % 7 === 0 ? { edited_unixtime: String(start + index * 60 + 30) } : {};
    return isAlbum
      ? message(
          index,
          { ...edited, photo: `photos/${index % 4}.jpg`, text: index % 4 === 0 ? words : '' },
          album * 240,
        )
      : message(index, { ...edited, text: words }, index * 60);
  });
  const files = {
    'result.json': exported(messages),
    ...Object.fromEntries([0, 1, 2, 3].map((index) => [`photos/${index}.jpg`, png(index)])),
  };
  const { made, refused, body } = await read(files);
  expect([made.length, refused.length]).toEqual([50 + 800, 0]);
  expect(new Set(made.map(({ folder }) => folder)).size).toBe(850);
  expect(made[0]!.announcement.files!.size).toBe(4);
  expect(body(0)).toBe(
    'Сообщение номер альбома 0. Его текст.\n\n![](./picture.png)\n\n![](./picture-2.png)\n\n![](./picture-3.png)\n\n![](./picture-4.png)\n',
  );
});

test.each([
  ['{"messages": 5}', 'unknown-format'],
  ['{"messages": [', 'damaged'],
  ['{"messages": [null, 5, {"type": "message", "text": {"a": 1}}]}', 'empty'],
])('an export that is none: %s', async (text, reason) => {
  const { made, refused } = await read({ 'result.json': text });
  expect([made, refused.map((one) => one.reason)]).toEqual([[], [reason]]);
});
