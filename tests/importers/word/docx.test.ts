import { expect, test } from 'vitest';
import { docx, item, paragraph, picture, run, styled, table, zip } from './docx-file.ts';
import { read } from '../reading.ts';
import { png } from '../pictures.ts';

const link = (id: string, text: string) => `<w:hyperlink r:id="${id}">${run(text)}</w:hyperlink>`;

test('a document with all that Word does to a text', async () => {
  const document = docx({
    body: [
      styled('Title', 'Неделя дорог: итоги'),
      paragraph(''),
      paragraph(run('22 января 2026 года')),
      // A word cut in three where somebody edited it, in Word's smart tags, with bold that begins at a space.
      paragraph(
        `<w:smartTag w:element="place">${run('В Алма', '<w:b/>')}${run('ты', '<w:b/>')}</w:smartTag>${run(' прошла ', '<w:b/>')}${run('не\u00ADделя  дорог.\u00A0')}<w:proofErr w:type="spellStart"/>${run('Её итоги')}<w:r><w:footnoteReference w:id="1"/></w:r>${run(' — на ')}${link('rId7', 'странице')}${run('.')}`,
      ),
      paragraph(run('   ')),
      styled('Heading1', 'Что сделано'),
      item('Осмотрено 12 дорог'),
      item('в центре', 1),
      item('на окраинах', 1),
      item('Найдено 3 ямы'),
      item('Первое', 0, 2),
      item('Второе', 0, 2),
      styled('Heading2', ''),
      table([
        ['Район', 'Дорог'],
        ['Ауэзовский', '5'],
        ['Алмалинский | центр', '7'],
      ]),
      picture('rId8', 'Дорожные рабочие у ямы'),
      styled('Caption', 'Ремонт на улице Абая'),
      picture('rId9', 'IMG_2034.jpg'),
      // Deleted and inserted while changes were tracked.
      `<w:p><w:del><w:r><w:delText>Удалённые слова </w:delText></w:r></w:del><w:ins>${run('Вставленные слова')}</w:ins></w:p>`,
    ].join(''),
    links: { rId7: 'https://example.org/roads?a=1&amp;b=2' },
    pictures: { rId8: png(1), rId9: png(2) },
    notes: { 1: 'По данным на 20 января.' },
  });
  const { body, made, notes, refused } = await read({ 'отчёт.docx': document });
  expect(refused).toEqual([]);
  expect(made[0]).toMatchObject({
    title: 'Неделя дорог: итоги',
    folder: 'announcements/2026/nedelia-dorog-itogi',
    locales: ['ru'],
    draft: true,
  });
  expect(made[0]!.announcement.facts).toMatchObject({
    date: '2026-01-22',
    origin: { kind: 'word' },
  });
  expect(notes()).toEqual(['unaccepted-changes', 'picture-without-alt']);
  expect([...made[0]!.announcement.files!.keys()]).toEqual(['photo.png', 'photo-2.png']);
  expect(body())
    .toBe(`**В Алматы прошла** неделя дорог.\u00A0Её итоги[^footnote-1] — на [странице](https://example.org/roads?a=1\\&b=2).

## Что сделано

- Осмотрено 12 дорог
  - в центре
  - на окраинах
- Найдено 3 ямы

1. Первое
2. Второе

| Район | Дорог |
| - | - |
| Ауэзовский | 5 |
| Алмалинский \\| центр | 7 |

![Дорожные рабочие у ямы](./photo.png "Ремонт на улице Абая")

![](./photo-2.png)

Вставленные слова

[^footnote-1]: По данным на 20 января.
`);
});

test('the same document again is known, under whatever name', async () => {
  const document = docx({ body: paragraph(run('Текст сообщения о дорогах.')) });
  const { made, refused } = await read({ 'a.docx': document, 'b.docx': document });
  expect(made.map(({ folder }) => folder)).toEqual([
    'announcements/2026/tekst-soobshcheniia-o-dorogakh',
  ]);
  expect(refused).toEqual([
    { source: 'b.docx', reason: 'known', params: { folder: made[0]!.folder } },
  ]);
});

test.each<[string, Uint8Array | string, string]>([
  ['x.docx', 'PK\x03\x04 and nothing more', 'damaged'],
  ['x.docx', zip({ mimetype: 'application/zip' }), 'damaged'],
  ['x.docx', docx({ body: '' }), 'empty'],
  ['x.doc', Buffer.from('D0CF11E0A1B11AE1', 'hex'), 'old-word'],
  ['x.docx', Buffer.from('D0CF11E0A1B11AE1', 'hex'), 'old-word'],
])('%s that is none: %#', async (name, bytes, reason) => {
  const { made, refused } = await read({ [name]: bytes });
  expect([made, refused.map((one) => one.reason)]).toEqual([[], [reason]]);
});

test('one that would fill the memory is refused before it is unpacked', async () => {
  const bytes = Buffer.from(docx({ body: paragraph(run('Текст')) }));
  // The directory at the end of an archive declares the size of each member (APPNOTE 4.3.12).
  const entry = bytes.indexOf('PK\x01\x02', 0, 'latin1');
  bytes.writeUInt32LE(600 * 1024 * 1024, entry + 24);
  const { made, refused } = await read({ 'bomb.docx': bytes });
  expect(made).toEqual([]);
  expect(refused).toEqual([
    { source: 'bomb.docx', reason: 'unpacks-too-large', params: { limit: 512 } },
  ]);
});
