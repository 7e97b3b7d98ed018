import { describe, expect, test } from 'vitest';
import { decodeOld } from '#importers/decode.ts';
import type { ImportNote } from '#importers/imported.ts';

const russian =
  'О начале призыва\nСегодня в городе начался весенний призыв, сообщили в «департаменте».';
const kazakh =
  'Әскерге шақыру басталды\nБүгін қалада көктемгі әскерге шақыру басталды. Ұлттық ұлан, өңір, ғылым, һәм іс.';

/** The bytes of a text in a code page that the platform can read. */
function encode(text: string, page: string, others: Readonly<Record<string, number>> = {}): Buffer {
  const signs = [...new TextDecoder(page).decode(Uint8Array.from({ length: 256 }, (_, at) => at))];
  return Buffer.from(
    [...text].map((sign) => {
      const byte = others[sign] ?? signs.indexOf(sign);
      if (byte < 0) throw new Error(`${page}: ${sign}`);
      return byte;
    }),
  );
}
const kz1048 = {
  Қ: 0x8d,
  Һ: 0x8e,
  қ: 0x9d,
  һ: 0x9e,
  Ұ: 0xa1,
  ұ: 0xa2,
  Ә: 0xa3,
  Ө: 0xa5,
  Ғ: 0xaa,
  Ү: 0xaf,
  ө: 0xb4,
  ғ: 0xba,
  ә: 0xbc,
  Ң: 0xbd,
  ң: 0xbe,
  ү: 0xbf,
};
const pt154 = {
  Қ: 0x8d,
  қ: 0x9d,
  һ: 0x9e,
  ү: 0x89,
  ң: 0x9c,
  ғ: 0x83,
  Ә: 0xaa,
  ә: 0xba,
  Ұ: 0xa6,
  ұ: 0xb1,
  ө: 0xb5,
};

function read(bytes: Buffer) {
  const notes: ImportNote[] = [];
  const text = decodeOld(bytes, notes);
  return [text, ...notes.map(({ params }) => (params as { encoding?: string }).encoding)];
}

describe('a text in an old encoding', () => {
  test.each<[string, string, Buffer, string | undefined]>([
    ['UTF-8', russian, Buffer.from(russian), undefined],
    ['UTF-8 in Kazakh', kazakh, Buffer.from(kazakh), undefined],
    ['UTF-16 without its mark', kazakh, Buffer.from(kazakh, 'utf16le'), undefined],
    ['UTF-16, the other way round', kazakh, Buffer.from(kazakh, 'utf16le').swap16(), undefined],
    ['Windows', russian, encode(russian, 'windows-1251'), 'Windows-1251'],
    [
      'KOI8',
      russian.replaceAll(/[«»]/gu, '"'),
      encode(russian.replaceAll(/[«»]/gu, '"'), 'koi8-r'),
      'KOI8-R',
    ],
    [
      'DOS',
      russian.replaceAll(/[«»]/gu, '"'),
      encode(russian.replaceAll(/[«»]/gu, '"'), 'ibm866'),
      'CP866',
    ],
    [
      'ISO',
      russian.replaceAll(/[«»]/gu, '"'),
      encode(russian.replaceAll(/[«»]/gu, '"'), 'iso-8859-5'),
      'ISO-8859-5',
    ],
    ['the Mac', russian, encode(russian, 'x-mac-cyrillic'), 'Mac Cyrillic'],
    ['KZ-1048', kazakh, encode(kazakh, 'windows-1251', kz1048), 'KZ-1048'],
    ['PT154', kazakh, encode(kazakh, 'windows-1251', pt154), 'PT154'],
    [
      'read in a wrong one',
      kazakh,
      Buffer.from(
        new TextDecoder('windows-1251').decode(Buffer.from(kazakh.replaceAll(/[Ә]/gu, 'А'))),
      ),
      'UTF-8 / Windows-1251',
    ],
    [
      'letters of a font',
      kazakh,
      Buffer.from(new TextDecoder('windows-1251').decode(encode(kazakh, 'windows-1251', kz1048))),
      'KZ-1048',
    ],
  ])('%s', (name, text, bytes, encoding) => {
    const wanted = name === 'read in a wrong one' ? text.replaceAll('Ә', 'А') : text;
    expect(read(bytes)).toEqual(encoding === undefined ? [wanted] : [wanted, encoding]);
  });

  test.each([
    'Українська мова: її ґанок, їжак і єдність.',
    'Српски: ђак, љубав, његов, ћуприја, џеп, ја.',
  ])('a sound text of another language stays: %s', (text) =>
    expect(read(Buffer.from(text))).toEqual([text]),
  );

  test.each([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 255]),
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]),
  ])('what is no text: %#', (bytes) => expect(read(bytes)).toEqual([undefined]));
});
