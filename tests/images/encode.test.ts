import {
  copyFile,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { encodePictures } from '#images/encode.ts';
import { outputsOf, planPicture } from '#images/picture.ts';
import { readOriginal } from '#images/read-original.ts';
import { pictureFile, plain, tempDir, waves } from './test-pictures.ts';

const dirs = async () => ({ cacheDir: await tempDir(), outDir: await tempDir() });

async function contentOf(dir: string): Promise<Record<string, string>> {
  const names = (await readdir(dir)).sort();
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, (await readFile(join(dir, name))).toString('base64')]),
    ),
  );
}

test('every planned file is there, in its planned size and type', async () => {
  const original = await readOriginal(await pictureFile(waves(1000, 700).jpeg()));
  const { outDir, ...rest } = await dirs();
  const report = await encodePictures([original], { outDir, ...rest });

  const outputs = outputsOf(planPicture(original));
  expect(report).toMatchObject({ written: outputs.length, fromCache: 0, failures: [] });
  expect(await readdir(outDir)).toEqual(outputs.map(({ name }) => name).sort());
  for (const { name, width, height, type } of outputs) {
    expect(await sharp(join(outDir, name)).metadata()).toMatchObject({
      width,
      height,
      mediaType: type,
    });
  }
});

test('the manifest names the source of each file, in order of name; a picture in two places is encoded once', async () => {
  const wide = await readOriginal(await pictureFile(waves(300, 200).jpeg()));
  const tall = await readOriginal(await pictureFile(waves(200, 300).jpeg()));
  const report = await encodePictures(
    [{ ...wide, path: `${wide.path}~` }, tall, wide],
    await dirs(),
  );

  expect(report.written).toBe(5);
  expect(report.manifest).toEqual({
    [`${tall.digest}-200.jpg`]: { source: tall.path, sourceDigest: tall.digest },
    [`${tall.digest}-200.webp`]: { source: tall.path, sourceDigest: tall.digest },
    [`${wide.digest}-240.webp`]: { source: wide.path, sourceDigest: wide.digest },
    [`${wide.digest}-300.jpg`]: { source: wide.path, sourceDigest: wide.digest },
    [`${wide.digest}-300.webp`]: { source: wide.path, sourceDigest: wide.digest },
  });
  expect(Object.keys(report.manifest)).toEqual(Object.keys(report.manifest).toSorted());
});

describe('the cache', () => {
  test('a second run reads no source: it works when they are gone', async () => {
    const original = await readOriginal(await pictureFile(waves(1000, 700).jpeg()));
    const { cacheDir, outDir } = await dirs();
    await encodePictures([original], { cacheDir, outDir });
    await rm(original.path);
    const again = await tempDir();
    expect(await encodePictures([original], { cacheDir, outDir: again })).toMatchObject({
      written: 0,
      fromCache: 6,
      failures: [],
    });
    expect(await contentOf(again)).toEqual(await contentOf(outDir));
  });

  test('two caches, the same bytes; and so if only the narrowest file was missing', async () => {
    const original = await readOriginal(await pictureFile(waves(1700, 900).jpeg()));
    const [one, other] = [await dirs(), await dirs()];
    await encodePictures([original], one);
    await encodePictures([original], { ...other, concurrency: 1 });
    expect(await contentOf(other.cacheDir)).toEqual(await contentOf(one.cacheDir));

    const narrowest = (await readdir(other.cacheDir)).find((name) => name.endsWith('-240.webp'))!;
    await rm(join(other.cacheDir, narrowest));
    expect(await encodePictures([original], other)).toMatchObject({ written: 1, fromCache: 6 });
    expect(await contentOf(other.outDir)).toEqual(await contentOf(one.outDir));
  });

  test('an empty file in the cache is not believed', async () => {
    const original = await readOriginal(await pictureFile(waves(300, 200).jpeg()));
    const options = await dirs();
    await encodePictures([original], options);
    const before = await contentOf(options.cacheDir);
    for (const name of Object.keys(before)) await truncate(join(options.cacheDir, name));
    expect(await encodePictures([original], options)).toMatchObject({ written: 3, fromCache: 0 });
    expect(await contentOf(options.cacheDir)).toEqual(before);
  });

  test('a flipped bit in a file or its checksum is found, told, and mended', async () => {
    const original = await readOriginal(await pictureFile(waves(300, 200).jpeg()));
    const { cacheDir, outDir } = await dirs();
    await encodePictures([original], { cacheDir, outDir });
    const before = await contentOf(outDir);
    for (const name of await readdir(cacheDir)) {
      const file = join(cacheDir, name);
      const [{ mtime, atime }, bytes] = [await stat(file), await readFile(file)];
      bytes[Math.floor(bytes.length / 2)]! ^= 1;
      // In place, as a disk does it: the published file is the same file.
      await writeFile(file, bytes);
      await utimes(file, atime, mtime);
      const out = await tempDir();
      expect(await encodePictures([original], { cacheDir, outDir: out }), name).toMatchObject({
        written: 1,
        fromCache: 2,
        damaged: [name.replace(/\.sha256$/u, '')],
      });
      expect(await contentOf(out), name).toEqual(before);
      expect((await encodePictures([original], { cacheDir, outDir: out })).damaged).toEqual([]);
    }
  });

  test('a file without its checksum is made again, and is no damage', async () => {
    const original = await readOriginal(await pictureFile(waves(300, 200).jpeg()));
    const options = await dirs();
    await encodePictures([original], options);
    for (const name of await readdir(options.cacheDir))
      if (name.endsWith('.sha256')) await rm(join(options.cacheDir, name));
    expect(await encodePictures([original], options)).toMatchObject({ written: 3, damaged: [] });
  });

  test('what an interrupted build left behind is not mistaken for a picture', async () => {
    const original = await readOriginal(await pictureFile(waves(300, 200).jpeg()));
    const options = await dirs();
    await encodePictures([original], options);
    for (const name of await readdir(options.cacheDir)) {
      await copyFile(join(options.cacheDir, name), join(options.cacheDir, `${name}.0.tmp`));
      await rm(join(options.cacheDir, name));
    }
    expect(await encodePictures([original], options)).toMatchObject({ written: 3, fromCache: 0 });
  });

  test('the published file is a link, not a copy, and replaces an older one', async () => {
    const original = await readOriginal(await pictureFile(waves(300, 200).jpeg()));
    const options = await dirs();
    const { fallback } = planPicture(original);
    await writeFile(join(options.outDir, fallback.name), 'of yesterday');
    await encodePictures([original], options);
    expect((await stat(join(options.outDir, fallback.name))).nlink).toBe(2);
  });
});

describe('unreadable pictures', () => {
  const formats = ['jpeg', 'png', 'avif'] as const;
  test.each(formats)(
    'a %s that is cut short: reported, nothing of it published, the others are',
    async (format) => {
      const whole = await waves(600, 400).toFormat(format).toBuffer();
      const cut = await readOriginal(await pictureFile(whole.subarray(0, whole.length * 0.7)));
      const good = await readOriginal(await pictureFile(waves(300, 200).jpeg()));
      const options = await dirs();
      const report = await encodePictures([cut, good, { ...cut, path: 'twin.jpg' }], options);
      expect(report.failures.map(({ path, reason }) => [path, reason])).toEqual([
        [cut.path, 'damaged'],
        ['twin.jpg', 'damaged'],
      ]);
      expect(Object.keys(report.manifest)).toEqual([
        `${good.digest}-240.webp`,
        `${good.digest}-300.jpg`,
        `${good.digest}-300.webp`,
      ]);
      expect((await readdir(options.outDir)).sort()).toEqual(Object.keys(report.manifest));
      // Each with its checksum.
      expect(await readdir(options.cacheDir)).toHaveLength(6);
    },
  );

  test('a file that was edited or deleted since it was read: its new bytes must not be cached under the old digest', async () => {
    const edited = await readOriginal(await pictureFile(waves(300, 200).jpeg()));
    const deleted = await readOriginal(await pictureFile(waves(200, 300).jpeg()));
    await writeFile(edited.path, await plain(300, 200).jpeg().toBuffer());
    await rm(deleted.path);
    const options = await dirs();
    const report = await encodePictures([edited, deleted], options);
    expect(report.failures.map(({ reason }) => reason)).toEqual(['changed', 'changed']);
    expect(await readdir(options.cacheDir)).toEqual([]);
  });
});

test('no pictures: nothing to do, and the folders are there', async () => {
  const options = { cacheDir: join(await tempDir(), 'a/b'), outDir: join(await tempDir(), 'c') };
  expect(await encodePictures([], options)).toEqual({
    written: 0,
    fromCache: 0,
    damaged: [],
    failures: [],
    manifest: {},
  });
  expect(await readdir(options.outDir)).toEqual([]);
});
