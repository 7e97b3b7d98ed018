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
import { ruleTexts } from '#schema/wording.ts';
import { sayIn } from '#messages/messages.ts';
import { builtInLocales } from '#lang/built-in.ts';
import { foreignQuotationMarks } from '../../languages/quotation-marks.ts';
import { places } from '#lang/message.ts';
import { problemPlaceholders } from '#schema/problem.ts';

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
  const text = stripVTControlCharacters(
    writeFindingsText(report, { say: sayIn('en'), locale: 'en', all: false }),
  );
  expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
  expect(text).toMatch(/^content\/announcements\/2026\/x\/index\.ru\.md:7 \(error: links\)$/mu);
  expect(text).toMatch(/^\/ru\/b\/ \(warning: titles\)$/mu);
  expect(text).toMatch(/\n1 error, 1 warning\n$/u);
});

test('nothing found is said too', () => {
  expect(
    stripVTControlCharacters(
      writeFindingsText(checkReport([], { locale: 'en', prefix: '' }), {
        ...{ say: sayIn('en'), locale: 'en', all: false },
      }),
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
  const texts = ruleTexts(locale);
  test('each has its texts, and nothing else has', () =>
    expect(Object.keys(texts).sort()).toEqual(rules.map(({ name }) => name).sort()));

  test.each(rules.map(({ name, sentences }) => [name, sentences] as const))(
    '%s: whole sentences, with the placeholders that the rule fills',
    (name, sentences) => {
      const { explanation, findings = {} } = texts[name]!;
      expect(explanation).toMatch(/^\p{Lu}.*\.$/su);
      expect(explanation).not.toMatch(foreignQuotationMarks(locale));
      expect(explanation).not.toContain('!');
      expect(Object.keys(findings).sort()).toEqual(Object.keys(sentences).sort());
      for (const [id, { what, remedy, remedyNear }] of Object.entries(findings)) {
        const said = [what, remedy, remedyNear].filter((sentence) => sentence !== undefined);
        for (const sentence of said) {
          expect(sentence).toMatch(/^\S.*\S$/su);
          expect(sentence).not.toMatch(/!(?!\[)/u);
          expect(sentence).not.toMatch(foreignQuotationMarks(locale));
          expect(sentences[id]).toEqual(expect.arrayContaining(places(sentence)));
        }
        expect(places(remedy)).not.toContain('nearest');
        expect(remedyNear !== undefined).toBe(sentences[id]!.includes('nearest'));
      }
    },
  );
});

test('what a rule finds has a name of its own, so that no sentence hides another', () => {
  const ids = [
    ...Object.keys(problemPlaceholders),
    ...rules.flatMap(({ sentences }) => Object.keys(sentences)),
  ];
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('the names of rules are for ever, so no two are alike', () => {
  const names = rules.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
});
