import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createRuleContext } from '#checks/engine/rule-context.ts';
import { checkSite } from '#checks/engine/check-site.ts';
import { textTaskOf } from '#checks/engine/check-texts.ts';
import { type RuleInputs, ruleInputsOf } from '#checks/engine/inspect-file.ts';
import { createClock } from '#clock.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import {
  type OutputWriter,
  outputWriterInline,
  outputWriterInWorker,
} from '#build/output-writer.ts';
import { createBuildCache } from '#cache/build-cache.ts';
import { outputStat } from '#cache/file-stat.ts';
import { markdown, week, writeContent } from '../site/content.ts';

const page = (inside: string) =>
  `<!doctype html><html lang="ru" dir="ltr"><head><meta charset="utf-8"><title>Сайт</title></head><body>${inside}</body></html>`;
/** Bytes in a buffer of their own, which can be transferred to a worker. */
const bytesOf = (text: string) => new TextEncoder().encode(text).slice().buffer;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarshy-site-'));
  return () => rmSync(folder, { recursive: true });
});

describe.each([
  ['a worker', outputWriterInWorker],
  ['this thread', outputWriterInline],
])('files written in %s', (_, open) => {
  const nothing: RuleInputs = { key: 'x', byRule: [] };
  let files: OutputWriter;
  beforeEach(() => {
    files = open(folder, nothing);
    return async () => void (await files.stop());
  });
  // Several full batches, and a last one that is not full.
  const paths = Array.from({ length: 150 }, (_each, index) => `/ru/${index}/index.html`);

  test('are all there, and known', async () => {
    for (const path of paths) await files.write(path, bytesOf(page(`<p id="${path}"></p>`)));
    await files.allWritten();
    expect(paths.map((path) => readFileSync(join(folder, path), 'utf8'))).toEqual(
      paths.map((path) => page(`<p id="${path}"></p>`)),
    );
    const known = await files.finish(paths.map((path) => [path, outputStat(join(folder, path))!]));
    expect(paths.map((path) => known.get(path)?.facts.page?.ids)).toEqual(
      paths.map((path) => [path]),
    );
  });

  test('are read again where they change', async () => {
    await files.write('/index.html', bytesOf(page('<p id="a"></p>')));
    await files.allWritten();
    writeFileSync(join(folder, 'index.html'), page('<p id="longer"></p>'));
    const known = await files.finish([['/index.html', outputStat(join(folder, 'index.html'))!]]);
    expect(known.get('/index.html')!.facts.page!.ids).toEqual(['longer']);
  });

  test('are never those that are there', async () => {
    writeFileSync(join(folder, 'standing'), 'before');
    linkSync(join(folder, 'standing'), join(folder, 'index.html'));
    const writing = async () => {
      await files.write('/index.html', bytesOf('after'));
      await files.allWritten();
    };
    await expect(writing()).rejects.toThrow('EEXIST');
    expect(readFileSync(join(folder, 'standing'), 'utf8')).toBe('before');
  });

  test('stop the work where they cannot be written', async () => {
    writeFileSync(join(folder, 'ru'), '');
    const writing = async () => {
      for (const path of paths) await files.write(path, bytesOf(''));
    };
    await expect(writing()).rejects.toThrow('ru');
  });
});

test('a worker finds what is found without one, held words and broken pages among it', async () => {
  const secret = 'Эта фраза выйдет только в понедельник и ни минутой раньше.';
  const personal = 'Звоните: +7 (701) 234-56-78. Здесь пoлиция.';
  const content = writeContent({
    [`${week}/index.ru.md`]: markdown(['title: Неделя дорог', 'date: 2026-03-22'], secret),
    'pages/about/index.ru.md': markdown(['title: О сайте'], personal),
  });
  mkdirSync(join(folder, 'ru'));
  writeFileSync(
    join(folder, 'ru/index.html'),
    page(`<p id="a">${secret}</p><p id="a"><a href="/nowhere/">x</a></p>`),
  );
  writeFileSync(join(folder, 'data.json'), JSON.stringify({ secret }));
  const { snapshot, sources } = await makeSnapshot({
    folder: content,
    clock: createClock(new Date('2026-02-01T12:00:00+05:00')),
  });
  const context = await createRuleContext({ snapshot, sources: sources(), content });
  const inspector = outputWriterInWorker(folder, ruleInputsOf(context));
  onTestFinished(() => void inspector.stop());
  for (let index = 0; index < 250; index++) inspector.prefetch('/ru/index.html');
  const texts = inspector.checkTexts(textTaskOf(context, createBuildCache()));
  const found = await checkSite(context, folder, { inspector, texts });
  const { findings } = found;
  expect(found).toEqual(await checkSite(context, folder));
  expect(findings.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'held-leak',
      'repeated-id',
      'broken-link',
      'private-mobile-number',
      'mixed-scripts',
    ]),
  );
  // A secret that is in two files is reported once.
  expect(findings.filter(({ id }) => id === 'held-leak')).toHaveLength(1);
});
