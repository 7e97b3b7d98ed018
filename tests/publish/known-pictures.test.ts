import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { createPictureShelf, type KnownPictures } from '#edition/pictures.ts';
import { pictureNote, readKnownPictures, writePictureNote } from '#publish/known-pictures.ts';

const photographs = join(import.meta.dirname, '../fixtures/mixed');
const later = () => Date.now() + 10_000;

let content: string;
let site: string;
beforeEach(() => {
  [content, site] = ['content', 'site'].map((name) => mkdtempSync(join(tmpdir(), `jarshy-${name}-`))) as [string, string];
  onTestFinished(() => [content, site].forEach((folder) => rmSync(folder, { recursive: true })));
  cpSync(join(photographs, 'people/s-akhmetov.jpg'), join(content, 'a.jpg'));
});

/** Reads a picture of the content, and notes what is known then. */
async function read(known: KnownPictures, lookedAt = later(), used = ['a.jpg']) {
  const taken = await createPictureShelf(content, known).use('a.jpg');
  writePictureNote(site, pictureNote('program', known, new Set(used), lookedAt));
  return taken;
}

const known = (program = 'program') => readKnownPictures(site, content, program);

test('what is known of a picture is what was read of it', async () => {
  const taken = await read(new Map());
  expect(known().get('a.jpg')!.taken).toMatchObject({ picture: taken });
});

test('a picture that is still the same is not read again', async () => {
  await read(new Map());
  const altered = known();
  const { taken, ...rest } = altered.get('a.jpg')!;
  altered.set('a.jpg', { ...rest, taken: { ...taken, picture: 'from memory' } as never });
  expect(await createPictureShelf(content, altered).use('a.jpg')).toBe('from memory');
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
  expect(await createPictureShelf(content, before).use('a.jpg')).not.toEqual('picture' in first ? first.picture : undefined);
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
