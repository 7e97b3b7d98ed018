import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { rules } from '#checks/engine/all-rules.ts';
import { commandForms, type CommandName, type CommandForm } from '#cli/command.ts';
import { manualPage, recipes } from '#cli/manual.ts';
import { languageTags } from '#languages/languages.ts';
import { announcementFile } from '#schema/announcement.ts';
import { give } from '../cli/in-process.ts';

const pages = languageTags.flatMap((tag) =>
  (['recipes', 'card'] as const).map((page) => [tag, page, manualPage(tag, page)] as const),
);
/** The front matter in a recipe. */
const fieldsIn = (text: string) =>
  [...text.matchAll(/```yaml\n(?<yaml>[^`]*)```/gu)].map(
    ({ groups }) => parse(groups!.yaml!, { schema: 'core' }) as Record<string, unknown>,
  );

describe('the manual of the press office', () => {
  test('has the same recipes, with the same fields, in every language', () => {
    const shape = (tag: (typeof languageTags)[number]) =>
      recipes(tag).map(({ text }) => fieldsIn(text).map((fields) => Object.keys(fields)));
    expect(recipes('kk').length).toBeGreaterThanOrEqual(12);
    for (const tag of languageTags) expect(shape(tag)).toEqual(shape('kk'));
  });
  test.each(languageTags)('shows front matter that is read as it stands: %s', (tag) => {
    const written = recipes(tag).flatMap(({ text }) => fieldsIn(text));
    expect(written.length).toBeGreaterThanOrEqual(11);
    for (const fields of written) {
      const { error } = announcementFile.safeParse({ title: 'X', ...fields });
      expect(error?.issues ?? []).toEqual([]);
    }
  });
  test.each(languageTags)('silences only rules that there are: %s', (tag) => {
    const silenced = recipes(tag)
      .flatMap(({ text }) => fieldsIn(text))
      .flatMap(({ privacyOk = [] }) => privacyOk as string[]);
    expect(silenced.length).toBeGreaterThan(0);
    for (const entry of silenced)
      expect(rules.map(({ name }) => name)).toContain(entry.split(':')[0]);
  });
  test.each(pages)('%s/%s.md names commands and options that there are', (_tag, _page, text) => {
    const calls = [...text.replaceAll(/\s+/gu, ' ').matchAll(/`npm run (?<call>[^`]+)`/gu)];
    expect(calls.length).toBeGreaterThan(5);
    for (const { groups } of calls) {
      const [name, ...words] = groups!.call!.split(' ');
      const form: CommandForm | undefined = commandForms[name as CommandName];
      expect(form, name).toBeDefined();
      for (const word of words.filter((each) => /^--\w/u.test(each)))
        expect(form.options).toContain(word.slice(2));
    }
  });
  test.each(pages.filter(([, page]) => page === 'card'))(
    '%s/%s.md names fields that there are, on one page',
    (_tag, _page, text) => {
      const rows = text.split('\n').filter((line) => line.startsWith('|'));
      const named = rows.flatMap((row) => [...row.matchAll(/`(?<field>[a-z]\w+)(?::[^`]*)?`/gu)]);
      expect(named.length).toBeGreaterThan(8);
      for (const { groups } of named)
        expect(Object.keys(announcementFile.shape)).toContain(groups!.field);
      expect(text.split('\n').length).toBeLessThan(50);
    },
  );
});

describe('npm run help', () => {
  const root = join(import.meta.dirname, '../..');
  test('lists the recipes and shows one', async () => {
    const list = await give(root, 'help', 'recipes');
    expect(list.said).toMatch(/^ *1 {2}A person is missing$/mu);
    const one = await give(root, 'help', '4');
    expect(one.said).toMatch(/^A correction\n[^]*corrections:/u);
    expect((await give(root, 'help', 'card')).said).toContain('npm run publish -- --rollback');
    expect((await give(root, 'help')).said).toMatch(/^ {2}build {2}[^]*npm run help -- recipes$/mu);
  });
  test.each(['0', '99', 'recipe'])('%s is no topic', async (topic) =>
    expect(await give(root, 'help', topic)).toMatchObject({
      status: 1,
      said: expect.stringContaining(topic) as string,
    }),
  );
  test('the manual is linked from the index', () =>
    expect(readFileSync(join(root, 'docs/README.md'), 'utf8')).toContain('manual/ru/recipes.md'));
});
