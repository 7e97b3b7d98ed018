import { describe, expect, test } from 'vitest';
import { changeSince, fingerprint } from '#site/fingerprint.ts';
import type { TextPart } from '#site/text-parts.ts';

const title: TextPart = { field: 'title', line: 2, text: 'Неделя дорог' };
const paragraph = (line: number, text: string): TextPart => ({ field: '', line, text });
const text = [
  title,
  paragraph(6, 'Ремонт начнётся 5 мая.'),
  paragraph(8, 'Объезд — по улице Абая.'),
];
const recorded = fingerprint(text);

test('a fingerprint is what the schema takes', () =>
  expect(`ru@${recorded}`).toMatch(/^[\w-]+@[\w-]+$/u));
test('it never changes by itself', () => expect(recorded).toBe('c0bd374f72ff-c4053fffc760'));

describe('the same text', () => {
  test.each([
    ['unchanged', text],
    ['moved in its file', text.map((part) => ({ ...part, line: part.line + 3 }))],
    ['broken into other lines', [title, paragraph(6, 'Ремонт\nначнётся 5 мая.'), text[2]!]],
    ['with no-break spaces', [title, paragraph(6, 'Ремонт начнётся 5\u00A0мая.'), text[2]!]],
    ['with another dash', [title, text[1]!, paragraph(8, 'Объезд - по улице Абая.')]],
    [
      'with letters put together from two',
      [title, text[1]!, paragraph(8, 'Объезд — по улице Абая.'.normalize('NFD'))],
    ],
  ])('%s', (_, now) => expect(changeSince(now, recorded)).toBeUndefined());
  test('in other quotation marks', () =>
    expect(fingerprint([paragraph(1, '«Жасыл» апта')])).toBe(
      fingerprint([paragraph(1, '"Жасыл" апта')]),
    ));
});

describe('another text', () => {
  const may6 = paragraph(6, 'Ремонт начнётся 6 мая.');
  test.each<[string, TextPart[], TextPart[], number]>([
    ['a figure', [title, may6, text[2]!], [may6], 0],
    [
      'the title',
      [{ ...title, text: 'Неделя мостов' }, text[1]!, text[2]!],
      [{ ...title, text: 'Неделя мостов' }],
      0,
    ],
    [
      'a further paragraph',
      [...text, paragraph(10, 'Телефон: 102.')],
      [paragraph(10, 'Телефон: 102.')],
      -1,
    ],
    ['a paragraph twice', [...text, text[2]!], [text[2]!], -1],
    ['a paragraph less', [title, text[2]!], [], 1],
    ['another order', [title, text[2]!, text[1]!], [], 0],
    [
      'the same words in another field',
      [{ ...title, field: 'summary' }, text[1]!, text[2]!],
      [{ ...title, field: 'summary' }],
      0,
    ],
    [
      'a letter in capitals',
      [title, paragraph(6, 'РЕМОНТ начнётся 5 мая.'), text[2]!],
      [paragraph(6, 'РЕМОНТ начнётся 5 мая.')],
      0,
    ],
  ])('%s', (_, now, changed, lost) =>
    expect(changeSince(now, recorded)).toEqual({ changed, lost }),
  );
});

test('where only the whole was recorded, a change is known but not where', () => {
  expect(changeSince(text, recorded.split('-')[0]!)).toBeUndefined();
  expect(changeSince(text, '1a2b3c4d')).toEqual({ changed: [], lost: 0 });
});
