import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { encodePictures } from '#images/encode.ts';
import { outputsOf, planPicture } from '#images/picture.ts';
import { readOriginal } from '#images/read-original.ts';
import { pictureFile, plain, tempDir } from './test-pictures.ts';

/** The bytes of every published file of a picture. */
async function publish(picture: Sharp): Promise<Buffer[]> {
  const original = await readOriginal(await pictureFile(picture));
  const outDir = await tempDir();
  const { failures } = await encodePictures([original], { outDir, cacheDir: await tempDir() });
  expect(failures).toEqual([]);
  return Promise.all(
    outputsOf(planPicture(original)).map(({ name }) => readFile(join(outDir, name))),
  );
}

/** The colour at a place given in hundredths of the picture. */
async function colourAt(bytes: Buffer, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at =
    (Math.floor((info.height * y) / 100) * info.width + Math.floor((info.width * x) / 100)) *
    info.channels;
  return [...data.subarray(at, at + info.channels)];
}

/** Lossy formats may miss a colour by a little. */
const near = (colour: number[]) =>
  colour.map((part) =>
    expect.toSatisfy((found: number) => Math.abs(found - part) <= 6, `about ${part}`),
  );

test('where a photograph was taken, by what and by whom, is in no published byte', async () => {
  const marks = ['Exif', 'KOKTEM-3', 'CAMERA-7', 'AUTHOR-OF-XMP', 'xmpmeta'];
  const photo = plain(900, 600)
    .jpeg()
    .withExif({
      IFD0: { Model: 'CAMERA-7' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 14/1 0/1', GPSMapDatum: 'KOKTEM-3' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">AUTHOR-OF-XMP</x:xmpmeta>');
  const bytes = await photo.clone().toBuffer();
  expect(marks.filter((mark) => bytes.includes(mark))).toEqual(marks);

  for (const published of await publish(photo)) {
    expect(marks.filter((mark) => published.includes(mark))).toEqual([]);
    const { exif, xmp, iptc, icc, orientation } = await sharp(published).metadata();
    expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
  }
});

test('a picture that lies on its side is set upright', async () => {
  const leftRedRightBlue = sharp(
    await plain(600, 400, { r: 220, g: 0, b: 0 }).toBuffer(),
  ).composite([
    { input: await plain(300, 400, { r: 0, g: 0, b: 220 }).toBuffer(), left: 300, top: 0 },
  ]);
  // Orientation 6: turn it clockwise to see it as it was taken, so that its left side comes to the top.
  for (const published of await publish(leftRedRightBlue.jpeg().withMetadata({ orientation: 6 }))) {
    expect(await sharp(published).metadata()).toMatchObject({
      height: ((await sharp(published).metadata()).width * 3) / 2,
    });
    expect(await colourAt(published, 50, 10)).toEqual(near([220, 0, 0]));
    expect(await colourAt(published, 50, 90)).toEqual(near([0, 0, 220]));
  }
});

test('a transparent picture stays so, with its colour; its fallback is a PNG', async () => {
  const published = await publish(plain(1700, 600, { r: 200, g: 100, b: 50, alpha: 0.2 }));
  for (const bytes of published)
    expect(await colourAt(bytes, 50, 50)).toEqual(near([200, 100, 50, 51]));
  expect((await sharp(published.at(-1)).metadata()).format).toBe('png');
});

test.each([
  [
    'a wide colour space becomes sRGB',
    plain(60, 40, { r: 200, g: 40, b: 40 }).withIccProfile('p3'),
  ],
  [
    'print colours become sRGB',
    plain(60, 40, { r: 200, g: 40, b: 40 }).toColourspace('cmyk').withIccProfile('cmyk').jpeg(),
  ],
  ['sixteen bits become eight', plain(60, 40, { r: 200, g: 40, b: 40 }).toColourspace('rgb16')],
])('%s, and the colour stays', async (_, picture) => {
  for (const bytes of await publish(picture)) {
    expect(await sharp(bytes).metadata()).toMatchObject({
      space: 'srgb',
      depth: 'uchar',
      hasProfile: false,
    });
    const tolerance = 25; // print has no such red
    for (const [index, part] of [200, 40, 40].entries())
      expect(Math.abs((await colourAt(bytes, 50, 50))[index]! - part)).toBeLessThan(tolerance);
  }
});

test('grey stays grey', async () => {
  for (const bytes of await publish(plain(60, 40, { r: 90, g: 90, b: 90 }).toColourspace('b-w'))) {
    expect((await colourAt(bytes, 50, 50)).slice(0, 1)).toEqual(near([90]));
  }
});

test('of an animation the first frame is published', async () => {
  const frames = await Promise.all(
    [plain(60, 40, { r: 200, g: 0, b: 0 }), plain(60, 40, { r: 0, g: 0, b: 200 })].map((frame) =>
      frame.toBuffer(),
    ),
  );
  for (const bytes of await publish(sharp(frames, { join: { animated: true } }).gif())) {
    expect((await colourAt(bytes, 50, 50)).slice(0, 3)).toEqual(near([200, 0, 0]));
    expect((await sharp(bytes).metadata()).pages ?? 1).toBe(1);
  }
});
