import { describe, expect, test } from 'vitest';
import { render } from './texts.ts';

const levels = 10_000;
const many = (text: string, times = levels) => text.repeat(times);

/** What grows with the square of its size, or fills the memory, stops at a problem with its line; the clock of the test is the bound. */
describe('texts that would take too long or too much', () => {
  test.each<[string, string, string, number]>([
    ['quotations in quotations', `${many('> ')}x`, 'too-deep', 10],
    ['half a megabyte of them', `${many('> ', 250_000)}x`, 'too-deep', 10],
    ['lists in lists', `${many('- ')}x`, 'too-deep', 10],
    ['numbered lists in lists', `${many('1. ')}x`, 'too-deep', 10],
    ['quoted lists, after a line', `x\n\n${many('> - ')}x`, 'too-deep', 12],
    [
      'lists by their indentation',
      Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'),
      'too-deep',
      60,
    ],
    ['emphasis in emphasis', `${many('*a **b ', 1000)}${many('b** a*', 1000)}`, 'too-deep', 10],
    ['elements in elements', `${many('<div>')}x${many('</div>')}`, 'too-deep', 10],
    [
      'elements without an end, on lines of their own',
      many('<blockquote>\n\n'),
      'too-deep',
      10 + 500 * 2,
    ],
    ['tables in tables', many('<table><tr><td>'), 'too-deep', 10],
    ['a hundred thousand marks of emphasis', many('*', 100_000), 'too-heavy', 10],
    ['brackets', many('[', 100_000), 'too-heavy', 10],
    [
      'a table whose rows grow',
      `|${many('a|', 5000)}\n|${many('-|', 5000)}\n${many('|\n', 100_000)}`,
      'too-heavy',
      11,
    ],
    [
      'a link written once and used often',
      `[a]: /${many('x', 100_000)}\n\n${many('[a]\n\n', 30_000)}`,
      'too-heavy',
      10,
    ],
  ])('%s', async (_, text, id, line) => {
    const { problems } = await render(text);
    expect(problems.map((problem) => [problem.id, problem.line])).toContainEqual([id, line]);
    expect(problems.length).toBeLessThan(5);
  });

  test('the same in MDX', async () => {
    for (const text of [
      `${many('> ')}x`,
      `${many('<div>')}x${many('</div>')}`,
      `${many('<Notice>\n\n')}x`,
    ]) {
      const { problems } = await render(text, 'mdx');
      expect(problems.map(({ id }) => id)).toEqual(['too-deep']);
    }
  });

  test.each([
    ['links and pictures as deep as brackets go', `${many('[', 5000)}x${many('](/a)', 5000)}`],
    [
      'footnotes',
      Array.from({ length: 2000 }, (_, index) => `[^${index}]\n\n[^${index}]: y\n`).join('\n'),
    ],
    ['signs that mean nothing', many('<&')],
    ['code', many('`')],
    ['a word of half a megabyte', many('x', 500_000)],
  ])('others are long, and nothing more: %s', async (_, text) => {
    const { problems } = await render(text);
    expect(problems).toEqual([]);
  });

  test('what a person writes is far from the limits', async () => {
    const table = `${many('| а ', 20)}|\n${many('| --- ', 20)}|\n${many(`${many('| 1 ', 20)}|\n`, 200)}`;
    const text = `${many('> ', 8)}x\n\n- a\n  - b\n    - c\n      - **d *e***\n\n${table}\n\n<details><summary>a</summary><p>b<p>c</details>\n`;
    expect((await render(text)).problems).toEqual([]);
  });
});

test('characters that pages and feeds cannot hold do not come in by a back door', async () => {
  const { body } = await render(
    'a&#x7;b&#x1f;c&#xd800;d&#0;e&#xfffe;f&#x9f;g <b title="&#x7;">h</b>',
  );
  expect(body.html).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\ud800-\udfff]/);
  expect(body.plain).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\ud800-\udfff]/);
});
