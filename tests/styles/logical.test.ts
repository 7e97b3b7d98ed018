import { describe, expect, test } from 'vitest';
import { sheets } from './sheets.ts';

/** What names a side of the screen instead of a side of the text: properties, and the values of some. */
const physical = [
  /(?<![\w-])(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)\b/u,
  /(?<![\w-])border-(?:top|bottom)-(?:left|right)-radius\b/u,
  /(?<![\w-])(?:left|right|top|bottom|width|height|(?:min|max)-(?:width|height)|overscroll-behavior-[xy])\s*:/u,
  /(?<![\w-])(?:text-align|float|clear|justify-[\w-]+|caption-side)\s*:[^;]*\b(?:left|right)\b/u,
  /(?<![\w-])translateX\(/u,
  // Four sides in one go: the second and the last would have to be the same.
  /(?<![\w-])(?:margin|padding|inset|border-width|border-radius)\s*:\s*\S+\s+(?<second>\S+)\s+\S+\s+(?!\k<second>\s*;)[^\s;]+\s*;/u,
];

/** The lines of a sheet that only fit one direction of writing. */
function physicalLines(css: string): string[] {
  // What a query asks of the page and what a picture is drawn with are no sides of a text.
  const lines = css
    .replaceAll(/url\("[^"]*"\)/gu, 'url()')
    .replaceAll(/@(?:container|media)[^{]*/gu, '')
    .split('\n');
  return lines
    .filter((line) => physical.some((pattern) => pattern.test(line)))
    .map((line) => line.trim());
}

test.each([...sheets])('%s is as good from right to left', (_name, css) =>
  expect(physicalLines(css)).toEqual([]),
);

describe('what would not be', () => {
  test.each([
    'margin-left: 1rem;',
    'left: 0;',
    'text-align: right;',
    'width: 3rem;',
    'border-top-left-radius: 2px;',
    'padding: 1px 2px 3px 4px;',
    'float: left;',
  ])('%s', (line) => expect(physicalLines(`a {\n  ${line}\n}`)).toEqual([line]));
  test.each([
    'margin-inline-start: 1rem;',
    'text-align: start;',
    'padding: 1px 2px 3px 2px;',
    'grid-template-columns: 1fr;',
    'border-inline-start: 4px solid;',
  ])('and what is: %s', (line) => expect(physicalLines(`a {\n  ${line}\n}`)).toEqual([]));
});
