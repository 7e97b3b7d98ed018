import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { type BuildCache, createBuildCache } from '#cache/build-cache.ts';
import { readManifest, writeManifest } from '#cache/manifest.ts';
import { createClock } from '#clock.ts';
import type { Body, Source } from '#site/model.ts';
import { Problems } from '#schema/problem.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';

const now = new Date('2026-06-01T12:00:00+05:00');
let folder: string;
let cache: BuildCache;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarshy-memory-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(import.meta.dirname, '../fixtures/mixed'), folder, { recursive: true });
  cache = createBuildCache();
});

/** The contents of a snapshot as plain values, or its problems. */
async function said(known?: BuildCache) {
  try {
    const { snapshot, sources, originals, files, unfinished } = await makeSnapshot({
      folder,
      clock: createClock(now),
      preview: true,
      cache: known,
    });
    known?.nextBuild();
    const { announcements, pages, people, topics, divisions, moved, removed, site } =
      snapshot.model;
    return {
      announcements,
      pages,
      people,
      topics,
      divisions,
      moved,
      removed,
      site,
      pictures: snapshot.pictures,
      sources: sources(),
      originals,
      files,
      unfinished,
    };
  } catch (error) {
    if (error instanceof Problems) return error.problems;
    throw error;
  }
}

const edit = (file: string, change: (text: string) => string) =>
  writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
const components = 'announcements/2025/components';
const markup = 'announcements/2025/markup/index.ru.md';

const changes: ReadonlyArray<readonly [what: string, change: () => void]> = [
  ['nothing', () => {}],
  ['a text', () => edit(markup, (text) => `${text}\nЕщё одно предложение.\n`)],
  [
    'a field',
    () => edit(markup, (text) => text.replace(/^title: .*$/mu, 'title: Другое название')),
  ],
  ['a text gone', () => rmSync(join(folder, markup))],
  [
    'a text moved to another address',
    () => renameSync(join(folder, components), join(folder, `${components}-2`)),
  ],
  ['a fault', () => edit(markup, (text) => text.replace(/^date: .*$/mu, 'date: вчера'))],
  [
    'the address of the site',
    () =>
      edit('site.yaml', (text) =>
        text.replace('https://press.example.org', 'https://news.example.org/press'),
      ),
  ],
  [
    'the order of languages',
    () => edit('site.yaml', (text) => text.replace('locales: [kk, ru]', 'locales: [ru, kk]')),
  ],
  [
    'a text of the interface',
    () => (
      mkdirSync(join(folder, 'strings')),
      writeFileSync(join(folder, 'strings/ru.yaml'), 'body.footnotes: Примечания и ссылки\n')
    ),
  ],
  ['a picture that texts show', () => rmSync(join(folder, components, 'bridge.jpg'))],
  [
    'another picture in its place',
    () => cpSync(join(folder, 'people/s-akhmetov.jpg'), join(folder, components, 'bridge.jpg')),
  ],
];

test.each(changes)(
  'after a change a snapshot is the same with the cache and without: %s',
  async (_what, change) => {
    await said(cache);
    change();
    const found = await said(cache);
    expect(found).toEqual(await said());
  },
);

test.each(changes)('and with a cache that was written and read: %s', async (_what, change) => {
  const later = Date.now() + 10_000;
  const written = createBuildCache(undefined, later);
  await makeSnapshot({ folder, clock: createClock(now), preview: true, cache: written });
  writeManifest(folder, 'tools', { files: new Map(), build: {}, cache: written });
  const kept = readManifest(folder, 'tools')!.results;
  expect(kept.values.size).toBeGreaterThan(20);
  change();
  const found = await said(createBuildCache(kept, later + 10_000));
  expect(found).toEqual(await said());
});

test('a fault that was mended is forgotten, and one that was not is reported again', async () => {
  const sound = await said(cache);
  edit(markup, (text) => text.replace(/^title: .*$/mu, 'titel: x'));
  const faults = await said(cache);
  expect(faults).toEqual(expect.arrayContaining([expect.objectContaining({ file: markup })]));
  expect(await said(cache)).toEqual(faults);
  edit(markup, () => readFileSync(join(import.meta.dirname, '../fixtures/mixed', markup), 'utf8'));
  expect(await said(cache)).toEqual(sound);
});

test('what has not changed is the very same as before', async () => {
  const bodies = async () => {
    const { snapshot } = await makeSnapshot({
      folder,
      clock: createClock(now),
      preview: true,
      cache,
    });
    cache.nextBuild();
    const { announcements, pages } = snapshot.model;
    return new Map(
      [...announcements, ...pages]
        .flatMap(({ texts }) => Object.values<{ source: Source; body: Body }>(texts))
        .map(({ source, body }) => [source.file, body]),
    );
  };
  const [before, _] = [await bodies(), edit(markup, (text) => `${text}\nЕщё.\n`)];
  const after = await bodies();
  expect(
    [...after].filter(([file, body]) => before.get(file) !== body).map(([file]) => file),
  ).toEqual([markup]);
});

test('a file that changed just before it was read is read again: one more change could not be seen', async () => {
  const write = async (startedAt: number) => {
    const written = createBuildCache(undefined, startedAt);
    await makeSnapshot({ folder, clock: createClock(now), preview: true, cache: written });
    return [...written.results().values.keys()];
  };
  expect(await write(Date.now() + 10_000)).toContain(`file ${markup}`);
  expect(await write(Date.now())).not.toContain(`file ${markup}`);
});
