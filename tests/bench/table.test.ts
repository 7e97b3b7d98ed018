import { expect, test } from 'vitest';
import { showMeasured } from '../../bench/table.ts';

const report = { announcements: 1000, texts: 2000, pictures: 0, parts: [] };
const size = { pages: 2000, files: 4500, bytes: 48_000_000 };

test('a line for each stage and one for all, within 80 columns', () => {
  const stages = [
    { name: 'read', seconds: 2, processor: 2.5, peak: 400_000_000 },
    { name: 'pages', seconds: 5, processor: 6, peak: 1_200_000_000 },
  ];
  const lines = showMeasured({ report, stages }, size).split('\n');
  expect(lines.map((line) => line.split(/ {2,}/u))).toEqual([
    ['1,000 announcements, 2,000 texts, 2,000 pages, 4,500 files, 0 pictures, 48 MB'],
    [''],
    ['stage', 'seconds', 'CPU seconds', 'ms a page', 'peak MB'],
    ['read', '2.00', '2.5', '1.00', '400'],
    ['pages', '5.00', '6.0', '2.50', '1,200'],
    ['total', '7.00', '8.5', '3.50', '1,200'],
  ]);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
});

test('what was not measured is a dash, not a nought', () => {
  const stages = [{ name: 'read', seconds: 2, processor: undefined, peak: undefined }];
  expect(showMeasured({ report, stages }, size).split('\n').at(-1)).toMatch(
    /^total +2\.00 +– +1\.00 +–$/u,
  );
});
