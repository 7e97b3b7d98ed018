import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { compressFiles } from '#build/compress.ts';
import { compressFile } from '#build/compress-file.ts';
import { createFileLinker, type FileLinker } from '#build/link-files.ts';
import { openPreviousSite } from '#build/previous-site.ts';
import { reuse } from '#build/incremental.ts';
import { outputStat } from '#cache/file-stat.ts';

const long = (word: string) => `<p>${`${word} `.repeat(800)}</p>`;
const texts = {
  '/kk/index.html': long('жаршы'),
  '/ru/index.html': long('вестник'),
  '/rss.xml': long('rss'),
  '/data.json': JSON.stringify(Array.from({ length: 900 }, (_, index) => index)),
};
const everything = { ...texts, '/short.html': '<p>x', '/photo.jpg': long('x') };

let folder: string;
let linker: FileLinker;
beforeEach(() => {
  linker = createFileLinker();
  onTestFinished(() => void linker.stop());
  folder = mkdtempSync(join(tmpdir(), 'jarshy-compress-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const each of ['kk', 'ru']) mkdirSync(join(folder, each));
  for (const [file, text] of Object.entries(everything)) writeFileSync(join(folder, file), text);
});
const bytes = (file: string) => readFileSync(join(folder, file));
const nothing = () => openPreviousSite(folder, undefined);
const keys = () => new Map(Object.keys(texts).map((file) => [file, file]));

test('beside each longer text lie its copies, and they say the same', async () => {
  expect(
    await compressFiles(
      { folder, previous: nothing(), inPlace: new Set(), keys: keys(), reused: new Set(), linker },
      Object.keys(everything),
    ),
  ).toMatchObject({ written: 8 });
  for (const [file, text] of Object.entries(texts))
    expect([
      brotliDecompressSync(bytes(`${file}.br`)).toString(),
      gunzipSync(bytes(`${file}.gz`)).toString(),
    ]).toEqual([text, text]);
  expect(
    readdirSync(folder)
      .filter((file) => /^(?:short|photo)/u.test(file))
      .sort(),
  ).toEqual(['photo.jpg', 'short.html']);
});

test('the copies of a text that is reused are reused with it', async () => {
  await compressFiles(
    { folder, previous: nothing(), inPlace: new Set(), keys: keys(), reused: new Set(), linker },
    Object.keys(texts),
  );
  const all = [...Object.keys(texts)].flatMap((file) => [file, `${file}.br`, `${file}.gz`]);
  const files = new Map(
    all.map((file) => [
      file,
      {
        stat: outputStat(join(folder, file))!,
        sha256: '',
        key: file.replace(/\.(?:br|gz)$/u, ''),
      },
    ]),
  );
  const next = mkdtempSync(join(tmpdir(), 'jarshy-compress-'));
  onTestFinished(() => rmSync(next, { recursive: true }));
  const previous = openPreviousSite(folder, { files });
  for (const file of Object.keys(texts))
    reuse({ previous, folder: next, inPlace: new Set(), reused: new Set(), linker }, file);
  await linker.done();
  expect(
    await compressFiles(
      {
        folder: next,
        previous,
        inPlace: new Set(),
        keys: keys(),
        reused: new Set(Object.keys(texts)),
        linker,
      },
      Object.keys(texts),
    ),
  ).toMatchObject({ written: 0, copies: all.filter((file) => /\.(?:br|gz)$/u.test(file)) });
  await linker.done();
  for (const file of all)
    expect([file, statSync(join(next, file)).ino]).toEqual([
      file,
      statSync(join(folder, file)).ino,
    ]);
});

test('copies that are no longer useful are deleted', () => {
  const file = join(folder, 'rss.xml');
  compressFile(file);
  writeFileSync(file, 'x');
  compressFile(file);
  expect([existsSync(`${file}.br`), existsSync(`${file}.gz`)]).toEqual([false, false]);
});
