import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { lookBeforehand } from '#checks/beforehand.ts';
import { checkSite } from '#checks/check-site.ts';
import { readInThread } from '#checks/file-reading.ts';
import { fileBasisOf, type ReadFile } from '#checks/read-file.ts';
import { readFiles } from '#checks/read-files.ts';
import { createClock } from '#clock.ts';
import { makeEdition } from '#edition/make-edition.ts';
import { markdown, week, writeContent } from '../site/content.ts';

describe('a file that is read ahead', () => {
  let stamps: Map<string, string>;
  let read: string[];
  beforeEach(() => {
    stamps = new Map([['/a', '1']]);
    read = [];
  });
  const files = () =>
    readFiles((path): ReadFile | undefined => {
      read.push(path);
      const stamp = stamps.get(path);
      return stamp === undefined ? undefined : { seen: { stamp, clean: 'x' }, faults: [] };
    });

  test('is not read again', () => {
    const { ahead, tell } = files();
    ahead('/a');
    expect(tell([['/a', '1']]).files).toHaveLength(1);
    expect(read).toEqual(['/a']);
  });

  test('is read again where it changed afterwards', () => {
    const { ahead, tell } = files();
    ahead('/a');
    stamps.set('/a', '2');
    const { files: told, texts } = tell([['/a', '2']]);
    expect(read).toEqual(['/a', '/a']);
    expect(texts[(told[0]![1] as { stamp: number }).stamp]).toBe('2');
  });

  test('need not be there yet, and is told of only when it is asked for', () => {
    const { ahead, tell } = files();
    ahead('/b');
    stamps.set('/b', '1');
    expect(tell([['/b', '1']]).files.map(([path]) => path)).toEqual(['/b']);
    ahead('/a');
    expect(tell([]).files).toEqual([]);
  });
});

test('a thread finds what is found without one, held words and broken pages among it', async () => {
  const secret = 'Эта фраза выйдет только в понедельник и ни минутой раньше.';
  const content = writeContent({ [`${week}/index.ru.md`]: markdown(['title: Неделя дорог', 'date: 2026-03-22'], secret) });
  const folder = mkdtempSync(join(tmpdir(), 'jarshy-site-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'ru'));
  const page = (inside: string) => `<!doctype html><html lang="ru" dir="ltr"><head><meta charset="utf-8"><title>Сайт</title></head><body>${inside}</body></html>`;
  writeFileSync(join(folder, 'ru/index.html'), page(`<p id="a">${secret}</p><p id="a"><a href="/nowhere/">x</a></p>`));
  writeFileSync(join(folder, 'data.json'), JSON.stringify({ secret }));
  const { edition, sources } = await makeEdition({ folder: content, clock: createClock(new Date('2026-02-01T12:00:00+05:00')) });
  const beforehand = await lookBeforehand({ edition, sources: sources(), content });
  const reading = readInThread(folder, fileBasisOf(beforehand));
  onTestFinished(() => void reading.stop());
  for (let index = 0; index < 250; index++) reading.written('/ru/index.html');
  const { findings } = await checkSite(beforehand, folder, { reading });
  expect(findings).toEqual((await checkSite(beforehand, folder)).findings);
  expect(findings.map(({ id }) => id)).toEqual(expect.arrayContaining(['held-leak', 'repeated-id', 'broken-link']));
  // A secret in two files is told once.
  expect(findings.filter(({ id }) => id === 'held-leak')).toHaveLength(1);
});
