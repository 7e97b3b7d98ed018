import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Finding } from '#checks/rule.ts';
import { rules } from '#checks/engine/all-rules.ts';
import {
  checkReport,
  writeFindingsGithub,
  writeFindingsJson,
  writeFindingsText,
} from '#cli/terminal/findings-report.ts';
import { ruleTexts } from '#cli/terminal/rule-texts.ts';
import { sayIn } from '#messages/messages.ts';
import { builtInLocales } from '#lang/built-in.ts';

const findings: readonly Finding[] = [
  {
    rule: 'titles',
    severity: 'warning',
    id: 'same-title',
    page: '/ru/b/',
    file: '/ru/b/',
    params: { page: '/ru/b/', title: 'Итоги', other: '/ru/a/' },
  },
  {
    rule: 'links',
    severity: 'error',
    id: 'broken-link',
    page: '/ru/news/2026/x/',
    file: 'announcements/2026/x/index.ru.md',
    line: 7,
    params: { address: '/ru/100%,\n/', page: '/ru/news/2026/x/' },
  },
];
const report = checkReport(findings, { locale: 'en', prefix: 'content/' });

test('a person reads file by file what was found, by which rule, and how much of it', () => {
  const text = stripVTControlCharacters(writeFindingsText(report, sayIn('en')));
  expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(text).toMatch(/^content\/announcements\/2026\/x\/index\.ru\.md:7 \(error: links\)$/mu);
  expect(text).toMatch(/^\/ru\/b\/ \(warning: titles\)$/mu);
  expect(text).toMatch(/\n1 error, 1 warning\n$/u);
});

test('nothing found is said too', () => {
  expect(
    stripVTControlCharacters(
      writeFindingsText(checkReport([], { locale: 'en', prefix: '' }), sayIn('en')),
    ),
  ).toBe('Nothing wrong was found.\n');
});

test('a program reads the same as JSON', () => {
  const { findings: told, counts } = JSON.parse(writeFindingsJson(report)) as {
    findings: Array<Record<string, unknown>>;
    counts: unknown;
  };
  expect(counts).toEqual({ error: 1, warning: 1, advice: 0 });
  expect(told[1]).toMatchObject({
    rule: 'links',
    severity: 'error',
    id: 'broken-link',
    file: 'content/announcements/2026/x/index.ru.md',
    line: 7,
    page: '/ru/news/2026/x/',
  });
  expect(told[1]!.what).toContain('/ru/100%');
});

test('GitHub is told the file and the line, and is not commanded by what was written', () => {
  const [titles, links] = writeFindingsGithub(report).trimEnd().split('\n');
  expect(titles).toMatch(/^::warning title=titles::/u);
  expect(links).toMatch(
    /^::error file=content\/announcements\/2026\/x\/index\.ru\.md,line=7,title=links::.*100%25,%0A/u,
  );
});

describe.each(builtInLocales)('rules in %s', (locale) => {
  test('each is explained, and nothing else', () =>
    expect(Object.keys(ruleTexts(locale)).sort()).toEqual(rules.map(({ name }) => name).sort()));
  test.each(Object.entries(ruleTexts(locale)))('%s: whole sentences', (_name, text) => {
    expect(text).toMatch(/^\p{Lu}.*\.$/su);
    expect(text).not.toMatch(locale === 'en' ? /[«»!]/u : /[“”!]/u);
  });
});

test('the names of rules are for ever, so no two are alike', () => {
  const names = rules.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
});
