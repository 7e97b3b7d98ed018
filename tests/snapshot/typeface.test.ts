import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, expect, test } from 'vitest';
import type { Params } from '#lang/message.ts';
import { readTypeface } from '#snapshot/typeface.ts';
import { allDocuments } from '#outputs/documents.ts';
import { settingsWith } from '../site/content.ts';
import { smallSnapshot } from '../outputs/snapshots.ts';

const golos = readFileSync(join(import.meta.dirname, '../../src/styles/fonts/golos-text.woff2'));
const ttf = readFileSync(join(import.meta.dirname, '../../src/styles/fonts/golos-text.ttf'));

/** The result of reading a file that claims to be a typeface. */
function read(bytes: Uint8Array | undefined, locales = ['kk', 'ru', 'en']) {
  const folder = mkdtempSync(join(tmpdir(), 'jarshy-font-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  if (bytes) writeFileSync(join(folder, 'face.woff2'), bytes);
  return readTypeface(folder, { theme: { fontFile: 'face.woff2' }, locales });
}

test('a typeface with its weights and measures', () => {
  expect(read(golos)).toEqual({
    problems: [],
    typeface: {
      address: expect.stringMatching(/^\/_fonts\/[\w-]{22}\.woff2$/u),
      file: 'face.woff2',
      weights: [400, 700],
      ascent: 0.98,
      descent: 0.22,
      lineGap: 0,
      advance: expect.closeTo(0.536, 3),
    },
  });
});

test('other bytes have another address', () => {
  // Bytes after the end of the font are not part of it.
  const [one, other] = [golos, Buffer.concat([golos, Buffer.alloc(4)])].map(
    (bytes) => read(bytes).typeface?.address,
  );
  expect([one === other, other]).toEqual([false, expect.any(String)]);
});

test.each<[string, Uint8Array | undefined]>([
  ['nothing', undefined],
  ['a page', Buffer.from('<!doctype html>')],
  ['a font of another kind', ttf],
  ['half a font', golos.subarray(0, 9000)],
])('%s is no typeface', (_what, bytes) =>
  expect(read(bytes)).toEqual({
    problems: [{ id: 'bad-font', file: 'site.yaml', params: { path: 'face.woff2' } }],
  }),
);

test('one that is too large', () => {
  expect(read(Buffer.concat([golos, Buffer.alloc(40_000)]))).toEqual({
    problems: [
      {
        id: 'font-too-large',
        file: 'site.yaml',
        params: { path: 'face.woff2', size: 68, limit: 60 },
      },
    ],
  });
});

test('letters that are missing are named, language by language', () => {
  const latin = readFileSync(join(import.meta.dirname, 'latin.woff2'));
  const { problems, typeface } = read(latin);
  expect(typeface).toBeUndefined();
  expect(problems.map(({ id, params }) => [id, 'locale' in params && params.locale])).toEqual([
    ['font-letters', 'kk'],
    ['font-letters', 'ru'],
  ]);
  for (const letter of 'әғқңөұүһіӘҒҚҢӨҰҮҺІ')
    expect((problems[0]!.params as Params).letters).toContain(letter);
  expect(read(latin, ['en']).problems).toEqual([]);
});

test('it is a file of the site', async () => {
  const snapshot = await smallSnapshot({
    'site.yaml': settingsWith('theme: { fontFile: ./face.woff2 }'),
    'face.woff2': golos,
  });
  expect(
    allDocuments(snapshot).filter(({ address }) => address.startsWith('/_fonts/')),
  ).toHaveLength(1);
});
