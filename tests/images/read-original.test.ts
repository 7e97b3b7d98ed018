import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { readOriginal } from '#images/read-original.ts';
import { UnreadablePicture } from '#images/unreadable-picture.ts';
import { boastfulPng, pictureFile, plain, tempDir, waves } from './test-pictures.ts';

test('the facts of a picture', async () => {
  const path = await pictureFile(plain(60, 40).jpeg());
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  expect(await readOriginal(path)).toEqual({
    path,
    digest: sha256.slice(0, 20),
    width: 60,
    height: 40,
    format: 'jpeg',
    hasAlpha: false,
  });
});

test.each([
  ['png', plain(60, 40), false],
  ['png', plain(60, 40, { r: 1, g: 2, b: 3, alpha: 0.5 }), true],
  ['webp', plain(60, 40).webp(), false],
  ['gif', plain(60, 40).gif(), true], // sharp always keeps one colour of a GIF transparent
  ['avif', plain(60, 40).avif(), false],
])('%s, whatever the file is called', async (format, picture, hasAlpha) => {
  expect(await readOriginal(await pictureFile(picture, 'wrong.jpg'))).toMatchObject({
    format,
    hasAlpha,
    width: 60,
    height: 40,
  });
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'EXIF orientation %i: width and height are as a person sees them',
  async (orientation) => {
    const path = await pictureFile(plain(60, 40).jpeg().withMetadata({ orientation }));
    expect(await readOriginal(path)).toMatchObject(
      orientation < 5 ? { width: 60, height: 40 } : { width: 40, height: 60 },
    );
  },
);

test('an animation counts as its first frame', async () => {
  const frames = await Promise.all(
    [plain(60, 40), plain(60, 40, { r: 0, g: 0, b: 255 })].map((frame) => frame.toBuffer()),
  );
  expect(
    await readOriginal(await pictureFile(sharp(frames, { join: { animated: true } }).gif())),
  ).toMatchObject({ width: 60, height: 40 });
});

test('the header is enough: a picture that is cut short is not decoded here', async () => {
  const whole = await waves(300, 200).jpeg().toBuffer();
  expect(await readOriginal(await pictureFile(whole.subarray(0, whole.length / 2)))).toMatchObject({
    width: 300,
    height: 200,
  });
});

test.each([
  ['not-a-picture', 'a text', 'photo.jpg'],
  ['not-a-picture', '', 'empty.jpg'],
  ['not-a-picture', Buffer.from('%PDF-1.7\n'), 'plan.jpg'],
  ['svg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', 'emblem.png'],
  ['heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'IMG_0001.HEIC'],
  ['damaged', Buffer.from('\xff\xd8\xff\xe0 and then nothing', 'latin1'), 'photo.jpg'],
  ['too-many-pixels', await boastfulPng(10_001, 10_000), 'photo.png'],
])('refused: %s', async (reason, content, name) => {
  const path = await pictureFile(content, name);
  const error: unknown = await readOriginal(path).catch((refusal: unknown) => refusal);
  expect(error).toBeInstanceOf(UnreadablePicture);
  expect(error).toMatchObject({ name: 'UnreadablePicture', path, reason });
});

test('the limit itself is allowed', async () => {
  expect(await readOriginal(await pictureFile(await boastfulPng(10_000, 10_000)))).toMatchObject({
    width: 10_000,
    height: 10_000,
  });
});

test('a missing file is the file system’s own error', async () => {
  await expect(readOriginal(join(await tempDir(), 'none.jpg'))).rejects.toMatchObject({
    code: 'ENOENT',
  });
});
