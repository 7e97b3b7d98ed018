import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { createClock } from '#clock.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { createRenderCache } from '#snapshot/render-cache.ts';
import { createPictureCollector, type KnownPictures } from '#snapshot/pictures.ts';
import {
  serializeContentCache,
  readContentCache,
  writeContentCache,
} from '#snapshot/content-cache.ts';
import { programFolder } from '#cache/program.ts';

const photographs = join(import.meta.dirname, '../fixtures/mixed');
const later = () => Date.now() + 10_000;

let content: string;
let site: string;
beforeEach(() => {
  [content, site] = ['content', 'site'].map((name) =>
    mkdtempSync(join(tmpdir(), `jarshy-${name}-`)),
  ) as [string, string];
  onTestFinished(() => [content, site].forEach((folder) => rmSync(folder, { recursive: true })));
  cpSync(join(photographs, 'people/s-akhmetov.jpg'), join(content, 'a.jpg'));
});

/** Reads a picture of the content, and notes what is known then. */
async function read(known: KnownPictures, lookedAt = later(), used = ['a.jpg']) {
  const taken = await createPictureCollector(content, known).use('a.jpg');
  await writeContentCache(
    site,
    serializeContentCache(
      'program',
      { memory: createRenderCache(), pictures: known },
      { texts: [], pictures: used },
      lookedAt,
    ),
  );
  return taken;
}

const known = (program = 'program') => readContentCache(site, content, program).pictures;

test('what is known of a picture is what was read of it', async () => {
  const taken = await read(new Map());
  expect(known().get('a.jpg')!.taken).toMatchObject({ picture: taken });
});

test('a picture that is still the same is not read again', async () => {
  await read(new Map());
  const altered = known();
  const { taken, ...rest } = altered.get('a.jpg')!;
  altered.set('a.jpg', { ...rest, taken: { ...taken, picture: 'from memory' } as never });
  expect(await createPictureCollector(content, altered).use('a.jpg')).toBe('from memory');
});

test('another in its place is read, of whatever size and date', async () => {
  await read(new Map());
  const file = join(content, 'a.jpg');
  const { atime, mtime } = statSync(file);
  const bytes = readFileSync(file);
  // The end of the picture: what the header says stays.
  bytes[bytes.length - 40]! ^= 1;
  writeFileSync(file, bytes);
  utimesSync(file, atime, mtime);
  const before = known();
  const [first] = [before.get('a.jpg')!.taken];
  expect(await createPictureCollector(content, before).use('a.jpg')).not.toEqual(
    'picture' in first ? first.picture : undefined,
  );
});

test('nothing is noted of a picture that changed just now, or that nothing shows', async () => {
  await read(new Map(), statSync(join(content, 'a.jpg')).ctimeMs + 1000);
  expect(known()).toEqual(new Map());
  await read(new Map(), later(), []);
  expect(known()).toEqual(new Map());
});

test('what another program has noted is not believed', async () => {
  await read(new Map());
  expect(known('another')).toEqual(new Map());
});

const markup = 'announcements/2025/markup/index.ru.md';

/** Reads a whole content folder, and notes what is known then. */
async function readAll({ lookedAt = later(), used = (file: string) => file !== '' } = {}) {
  cpSync(photographs, content, { recursive: true });
  const known = readContentCache(undefined, content, 'program');
  const { snapshot, sources } = await makeSnapshot({
    folder: content,
    clock: createClock(new Date('2026-06-01T12:00:00+05:00')),
    preview: true,
    ...known,
  });
  await writeContentCache(
    site,
    serializeContentCache(
      'program',
      known,
      {
        texts: sources()
          .texts.map(({ file }) => file)
          .filter(used),
        pictures: snapshot.pictures.keys(),
      },
      lookedAt,
    ),
  );
}

const texts = () => readContentCache(site, content, 'program').memory.files;

test('the texts of a folder are known: what they say, and what became of it', async () => {
  await readAll();
  const { files, bodies } = readContentCache(site, content, 'program').memory;
  const found = files.get(markup)!.found as { value: object; source: never };
  expect(found).toMatchObject({
    value: { title: expect.any(String) },
    source: { file: markup, format: 'md' },
  });
  expect(bodies.get(found.source)!.rendered.body.html).toContain('<b>жирный</b>');
});

test('nothing is noted of a text that changed just now, or that is no longer there', async () => {
  await readAll({ lookedAt: statSync(join(photographs, markup)).ctimeMs });
  expect(texts()).toEqual(new Map());
  await readAll({ used: (file) => file !== markup });
  expect(texts().size).toBeGreaterThan(0);
  expect(texts().has(markup)).toBe(false);
});

test.each<[what: string, spoil: (bytes: Buffer) => Buffer]>([
  ['cut short', (bytes) => bytes.subarray(0, -1)],
  ['changed', (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.from('x')])],
  ['empty', () => Buffer.alloc(0)],
])('a note that was %s counts as none', async (_how, spoil) => {
  await readAll();
  const folder = join(programFolder, '.cache/sites');
  const place = readdirSync(folder)
    .map((name) => join(folder, name))
    .find((each) => readFileSync(join(each, 'site'), 'utf8') === site)!;
  onTestFinished(() => rmSync(place, { recursive: true }));
  writeFileSync(join(place, 'known'), spoil(readFileSync(join(place, 'known'))));
  expect(readContentCache(site, content, 'program')).toEqual({
    memory: createRenderCache(),
    pictures: new Map(),
  });
});
