import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Finding, Severity } from '#checks/rule.ts';
import { reportProblems } from '#cli/terminal/problem-report.ts';
import { checkReport, writeFindingsText } from '#cli/terminal/findings-report.ts';
import { sayIn } from '#messages/messages.ts';

const broken = (file: number, line: number): Finding => ({
  ...{ rule: 'links', severity: 'error', id: 'broken-link', page: '/ru/' },
  file: `announcements/2026/n${String(file).padStart(2, '0')}/index.ru.md`,
  line,
  params: { address: `/ru/${file}-${line}/`, page: '/ru/' },
});
const heavy = (number: number, severity: Severity): Finding => ({
  ...{ rule: 'page-weight', severity, id: 'second-flight' },
  file: `pages/n${number}/index.ru.md`,
  params: { page: `/ru/n${number}/`, size: 20, budget: 14 },
});
const many = (count: number, make: (index: number) => Finding) =>
  Array.from({ length: count }, (_, index) => make(index + 1));
const terminal = (found: readonly Finding[], options = {}) =>
  stripVTControlCharacters(
    reportProblems(found, { locale: 'en', prefix: '', all: false, ...options }),
  );
const placesIn = (report: string) => report.match(/^(?:announcements|pages)\/\S+/gmu) ?? [];

describe('findings of one kind', () => {
  test('twenty are printed one by one', () =>
    expect(placesIn(terminal(many(20, (index) => broken(index, 5))))).toHaveLength(20));

  test('of more, three examples in as many files, and how many there are', () => {
    const found = [...many(30, (index) => broken(1, index)), broken(2, 7), broken(3, 8)];
    const report = terminal(found);
    expect(placesIn(report)).toEqual([
      'announcements/2026/n01/index.ru.md:1',
      'announcements/2026/n02/index.ru.md:7',
      'announcements/2026/n03/index.ru.md:8',
    ]);
    expect(report.replaceAll(/\s+/gu, ' ')).toContain(
      'And 29 more of this kind (files in all: 3). To see every one, add --all to the command.',
    );
    expect(report).toContain('32 problems were found.');
  });

  test('all in one file: its first three', () =>
    expect(placesIn(terminal(many(21, (index) => broken(1, index))))).toHaveLength(3));

  test('with --all, every one', () => {
    const found = many(32, (index) => broken(index, 5));
    expect(placesIn(terminal(found, { all: true }))).toHaveLength(32);
    expect(terminal(found, { all: true })).not.toContain('--all');
  });

  test('advice is shortened earlier, so that it does not hide a warning', () => {
    const report = terminal([...many(9, (index) => heavy(index, 'advice')), heavy(99, 'warning')], {
      warnings: true,
    });
    expect(placesIn(report)).toHaveLength(4);
    expect(report).toMatch(/^pages\/n99\/index\.ru\.md \(warning: page-weight\)$/mu);
  });

  test('npm run check prints them in the same way', () => {
    const report = checkReport(
      many(40, (index) => broken(index, 5)),
      { locale: 'en', prefix: '' },
    );
    const written = (all: boolean) =>
      writeFindingsText(report, { say: sayIn('en'), locale: 'en', all });
    expect(placesIn(stripVTControlCharacters(written(false)))).toHaveLength(3);
    expect(placesIn(stripVTControlCharacters(written(true)))).toHaveLength(40);
    expect(stripVTControlCharacters(written(false))).toMatch(/40 errors\n$/u);
  });
});

describe('a build that an error stops', () => {
  const report = terminal([broken(1, 5), heavy(1, 'warning'), heavy(2, 'warning')]);
  test('counts only what stops it', () =>
    expect(report).toMatch(/\n1 problem was found\. Nothing has been changed on the site\.\n$/u));
  test('says of each whether it does, and of how many it does not', () => {
    expect(report).toMatch(/^announcements\S+ \(error: links\)$/mu);
    expect(report).toMatch(/^pages\S+ \(warning: page-weight\)$/mu);
    expect(report).toContain('2 other things could be better; they do not stop the build.');
  });
});
