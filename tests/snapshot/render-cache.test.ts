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
import { deserialize, serialize } from 'node:v8';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { createClock } from '#clock.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import {
  createRenderCache,
  type RenderCache,
  deserializeRenderCache,
  serializeRenderCache,
} from '#snapshot/render-cache.ts';
import type { KnownPictures } from '#snapshot/pictures.ts';
import { Problems } from '#schema/problem.ts';

interface Remembered {
  readonly memory: RenderCache;
  readonly pictures: KnownPictures;
}

const now = new Date('2026-06-01T12:00:00+05:00');
let folder: string;
let remembered: Remembered;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarshy-memory-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(import.meta.dirname, '../fixtures/mixed'), folder, { recursive: true });
  remembered = { memory: createRenderCache(), pictures: new Map() };
});

/** All that a snapshot says, as plain values; or what is wrong. */
async function said(known?: Remembered) {
  try {
    const { snapshot, sources, originals, files, unfinished } = await makeSnapshot({
      folder,
      clock: createClock(now),
      preview: true,
      ...known,
    });
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
      bodies: snapshot.bodies,
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
  'after a change a snapshot is the same with memory and without: %s',
  async (_what, change) => {
    await said(remembered);
    change();
    const found = await said(remembered);
    expect(found).toEqual(await said());
  },
);

test.each(changes)(
  'and with a memory that was kept as a plain value: %s',
  async (_what, change) => {
    await said(remembered);
    const kept = deserialize(
      serialize(
        serializeRenderCache(
          remembered.memory,
          remembered.memory.files.keys(),
          Date.now() + 10_000,
        ),
      ),
    ) as ReturnType<typeof serializeRenderCache>;
    expect(kept.length).toBeGreaterThan(10);
    change();
    const found = await said({ memory: deserializeRenderCache(kept), pictures: new Map() });
    expect(found).toEqual(await said());
  },
);

test('a fault that was mended is forgotten, and one that was not is told again', async () => {
  const sound = await said(remembered);
  edit(markup, (text) => text.replace(/^title: .*$/mu, 'titel: x'));
  const faults = await said(remembered);
  expect(faults).toEqual(expect.arrayContaining([expect.objectContaining({ file: markup })]));
  expect(await said(remembered)).toEqual(faults);
  edit(markup, () => readFileSync(join(import.meta.dirname, '../fixtures/mixed', markup), 'utf8'));
  expect(await said(remembered)).toEqual(sound);
});

test('what has not changed is the very same as before', async () => {
  const bodies = async () =>
    (await makeSnapshot({ folder, clock: createClock(now), preview: true, ...remembered })).snapshot
      .bodies;
  const [before, _] = [await bodies(), edit(markup, (text) => `${text}\nЕщё.\n`)];
  const after = await bodies();
  expect(
    [...after].filter(([file, body]) => before.get(file) !== body).map(([file]) => file),
  ).toEqual([markup]);
});
