import { describe, expect, test } from 'vitest';
import { decodeText, splitFrontMatter, withField } from '#schema/front-matter.ts';

test('fields and text, with the lines at which they begin', () => {
  expect(splitFrontMatter('---\ntitle: X\n---\n\nText\n')).toEqual({
    yaml: 'title: X\n',
    yamlLine: 2,
    body: '\nText\n',
    bodyLine: 4,
  });
});

test.each([
  ['no text', '---\ntitle: X\n---\n', { yaml: 'title: X\n', body: '' }],
  ['no line end at the end', '---\ntitle: X\n---', { yaml: 'title: X\n', body: '' }],
  ['no fields', '---\n---\nText', { yaml: '', body: 'Text' }],
  [
    'spaces after the hyphens',
    '---  \ntitle: X\n---\t\nText',
    { yaml: 'title: X\n', body: 'Text' },
  ],
  [
    'hyphens inside a field and the text',
    '---\ntitle: a --- b\n---\nText\n---\n',
    { yaml: 'title: a --- b\n', body: 'Text\n---\n' },
  ],
])('%s', (_, text, parts) => expect(splitFrontMatter(text)).toMatchObject(parts));

test.each([
  ['a text alone', 'Text'],
  ['fields that are never closed', '---\ntitle: X\n'],
  ['something before the fields', '\n---\ntitle: X\n---\n'],
  ['four hyphens', '----\ntitle: X\n----\n'],
])('%s has no fields', (_, text) => expect(splitFrontMatter(text)).toBeUndefined());

const bytes = (text: string) => new TextEncoder().encode(text);
test.each([
  ['a BOM is dropped', bytes('\uFEFFҚала'), 'Қала'],
  ['CRLF and CR end lines', bytes('a\r\nb\rc\n'), 'a\nb\nc\n'],
  ['windows-1251 is not UTF-8', Uint8Array.of(0xcf, 0xf0, 0xe8), undefined],
  ['UTF-16 is not UTF-8', Uint8Array.of(0xff, 0xfe, 0x41, 0x00), undefined],
])('%s', (_, input, text) => expect(decodeText(input)).toBe(text));

describe('one field set', () => {
  test.each([
    [
      'changed in its place',
      '---\ntitle: A # how it is called\nx: old   # note\n\n# last\n---\nx: 1\n',
      '---\ntitle: A # how it is called\nx: new   # note\n\n# last\n---\nx: 1\n',
    ],
    [
      'added after the others',
      "---\ntitle: 'A'\nlist:\n  - b\n---\n\nText",
      "---\ntitle: 'A'\nlist:\n  - b\nx: new\n---\n\nText",
    ],
    [
      'added after a text of several lines',
      '---\ntitle: |\n  A\n  B\n---\n',
      '---\ntitle: |\n  A\n  B\nx: new\n---\n',
    ],
    ['filled where it was empty', '---\nx:\ntitle: A\n---\n', '---\nx: new\ntitle: A\n---\n'],
    [
      'one of that name inside another left alone',
      '---\na:\n  x: 1\n---\n',
      '---\na:\n  x: 1\nx: new\n---\n',
    ],
    [
      'line ends and BOM of Windows kept',
      '\uFEFF---\r\ntitle: A\r\n---\r\nB\r\n',
      '\uFEFF---\r\ntitle: A\r\nx: new\r\n---\r\nB\r\n',
    ],
    ['put where nothing was', '---\n---\nB', undefined],
    ['a map on one line', '---\n{ title: A }\n---\n', undefined],
    ['a list', '---\n- A\n---\n', undefined],
    ['broken', '---\ntitle: [\n---\n', undefined],
    ['the same twice', '---\nx: 1\nx: 2\n---\n', undefined],
    ['no front matter', 'x: 1\n', undefined],
  ])('%s', (_, before, after) => expect(withField(before, 'x', 'new')).toBe(after));
});
