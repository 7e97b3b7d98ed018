import { expect, test } from 'vitest';
import { parseHtml, parseSource } from '#body/parse.ts';
import { checkWords } from '#body/missing-words.ts';
import { problemsOf } from './texts.ts';

test('a cell beyond the head of a table is missing', async () => {
  expect(await problemsOf('x\n\n| а | б |\n|---|---|\n| бір | екі | артық сөз |')).toEqual([
    ['missing-words', 14, { words: 'артық сөз' }],
  ]);
});

test('a note that nothing refers to is missing', async () => {
  expect(await problemsOf('See[^1].\n\n[^1]: Shown.\n[^2]: Never shown.')).toEqual([
    ['missing-words', 13, { words: 'Never shown' }],
  ]);
});

test('words inside a component that shows none are missing', async () => {
  expect(
    await problemsOf('<Figure src="photo.jpg" alt="x">\nWords inside\n</Figure>', 'mdx'),
  ).toEqual([['missing-words', 11, { words: 'Words inside' }]]);
});

const missing = (text: string, html: string) =>
  checkWords(parseSource(text, 'md'), text, parseHtml(html)).map(({ line, params }) => [
    line,
    params,
  ]);

test('only words are compared, and each as often as it is written', () => {
  expect(missing('a b\n\nb <i>c</i>', '<p>a b</p><p>c</p>')).toEqual([[3, { words: 'b' }]]);
  expect(missing('a b\n\nb <i>c</i>', '<p>c b</p><p>b a new</p>')).toEqual([]);
});

test('a word in two elements, or with an entity, is not missing', () => {
  expect(missing('<b>Ж</b>аңа caf&eacute; x<!-- -->y', '<p><b>Ж</b>аңа caf\u00E9 xy</p>')).toEqual(
    [],
  );
  expect(missing('<i>caf&eacute; &nbsp; b</i>', '<p><i>caf\u00E9 \u00A0 b</i></p>')).toEqual([]);
});

test('what is rightly not shown is no word', async () => {
  expect(
    await problemsOf(
      'a <!-- hidden --> [b](https://example.org/path "title") ![alt](photo.jpg)\n\n[ref]: https://example.org/ "no"\n\n```js highlight\nc\n```',
    ),
  ).toEqual([]);
});

test('many missing words are named in part', () => {
  expect(missing('1 2 3 4 5 6 7 8 9', '')).toEqual([[1, { words: '1 2 3 4 5 6 7 8 …' }]]);
});
