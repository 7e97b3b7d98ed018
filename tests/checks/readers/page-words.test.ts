import { expect, test } from 'vitest';
import { pageWords } from '#checks/readers/page-words.ts';

test('the words of main, a line for each block, without heading, navigation and code', () =>
  expect(
    pageWords(
      '<body><nav>a</nav><main id="x"><h1>b</h1><nav>c</nav><p>d <b>e</b>f<br>g</p>' +
        '<ul><li>h</li><li>i</li></ul><script>j</script><style>k</style></main><p>l</p></body>',
    ),
  ).toBe('d ef\ng\nh\ni'));

test('a page without main gives all its words', () =>
  expect(pageWords('<html><head><title>a</title></head><body><p>b &amp; c</p></body>')).toBe(
    'b & c',
  ));

test('a page without words gives none', () => expect(pageWords('')).toBe(''));
