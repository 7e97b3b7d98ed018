import { describe, expect, test } from 'vitest';
import { beginOf, blocksOf, fillBlocks } from '../../../docs/generator/fill-blocks.ts';

const page = (...parts: string[]) => ['# Title', '', ...parts, '', 'By hand.', ''].join('\n');
const blocks = { one: () => 'first\n', two: () => 'second $& $1' };

describe('generated parts of a page', () => {
  test('are written again, the rest stays', () => {
    const before = page(
      beginOf('one'),
      'old',
      'old',
      '<!-- end -->',
      'between',
      beginOf('two'),
      '<!-- end -->',
    );
    const after = page(
      beginOf('one'),
      'first',
      '<!-- end -->',
      'between',
      beginOf('two'),
      'second $& $1',
      '<!-- end -->',
    );
    expect(fillBlocks(before, blocks)).toBe(after);
    expect(fillBlocks(after, blocks)).toBe(after);
    expect(blocksOf(after)).toEqual(['one', 'two']);
  });
  test('with a name that nothing writes are refused', () =>
    expect(() => fillBlocks(page(beginOf('three'), '<!-- end -->'), blocks)).toThrow('three'));
  test.each([
    [beginOf('one')],
    ['<!-- end -->'],
    ['<!-- begin one -->', '<!-- end -->'],
    [beginOf('one'), '<!-- end -->', '<!-- end -->'],
  ])('with a mark that has no partner are refused: %j', (...parts) =>
    expect(() => fillBlocks(page(...parts), blocks)).toThrow('partner'),
  );
});
