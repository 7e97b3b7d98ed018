import { white } from '#styles/colours.ts';
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { CutOut } from './cut-out.ts';
import type { OutputType } from './picture.ts';

// Every picture is decoded once: a cache would only hold memory.
sharp.cache(false);
// One thread for each picture: a build has many, side by side, and two threads made a 12-megapixel JPEG no faster (measured on two cores).
sharp.concurrency(1);

/** A picture of more pixels is refused: no press camera takes one, and a small file that claims a billion is an attack. */
export const maxPixels = 100_000_000;

/**
 * How each type is written. Measured on a photograph at 1200 px: WebP effort 6 takes twice as long as 4 for a file no smaller; AVIF takes
 * ten times as long, so it is not made; adaptive filters halve a PNG, level 9 quadruples its time for a twentieth less.
 */
const encoders = {
  'image/webp': { format: 'webp', quality: 78, effort: 4 },
  'image/jpeg': { format: 'jpeg', quality: 80, progressive: true, mozjpeg: false },
  'image/png': { format: 'png', compressionLevel: 6, adaptiveFiltering: true },
} as const satisfies Record<
  OutputType,
  { format: 'webp' | 'jpeg' | 'png'; [option: string]: unknown }
>;

/** Raise it when `decode` or `encode` below gives other bytes for the same settings. */
const recipe = 1;

/** Stands for all that decides the bytes of an output besides its original and its size: our settings and the libraries. */
export const encoderVersion = createHash('sha256')
  .update(JSON.stringify([recipe, encoders, sharp.versions]))
  .digest('hex')
  .slice(0, 12);

/** What the header says; the size is after the EXIF orientation. */
export interface Header {
  readonly width: number;
  readonly height: number;
  readonly hasAlpha: boolean;
}

/** Reads the header only: a picture whose header is right may still be cut short. Throws sharp's error when the header is broken. */
export async function readHeader(bytes: Buffer): Promise<Header> {
  // No limit here: nothing is decoded, and the caller wants to say which limit was passed.
  const { autoOrient, hasAlpha } = await sharp(bytes, { limitInputPixels: false }).metadata();
  return { width: autoOrient.width, height: autoOrient.height, hasAlpha };
}

/** A decoded picture: sRGB, upright, eight bits to a channel, and nothing else. There is no place in it for EXIF, GPS, XMP or a colour profile. */
export interface Pixels {
  readonly data: Buffer;
  readonly raw: {
    readonly width: number;
    readonly height: number;
    readonly channels: 1 | 2 | 3 | 4;
  };
}

/** Decodes to exactly this size; of an animation the first frame. Throws sharp's error when the bytes are damaged or end too soon. */
export async function decode(bytes: Buffer, width: number, height: number): Promise<Pixels> {
  const picture = sharp(bytes, { failOn: 'error', limitInputPixels: maxPixels })
    .autoOrient()
    .resize(width, height, { fit: 'fill' });
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  // Not `info` as a whole: its `premultiplied` tells what was done on the way, but would be read as a property of these pixels, and spoil colours.
  return { data, raw: { width: info.width, height: info.height, channels: info.channels } };
}

/** How a whole picture is written for those who print it: nobody sees a difference from the original. */
const wholeEncoders = {
  'image/jpeg': { format: 'jpeg', quality: 92, chromaSubsampling: '4:4:4' },
  'image/png': { format: 'png', compressionLevel: 9, adaptiveFiltering: true },
} as const;

/** Stands for all that decides the bytes of `encodeWhole` besides what it is given. */
export const wholeEncoderVersion = createHash('sha256')
  .update(JSON.stringify([recipe, wholeEncoders, sharp.versions]))
  .digest('hex')
  .slice(0, 12);

/**
 * A picture in its full size: sRGB, upright, and of all that a camera has noted nothing; instead it says what is given.
 * @param xmp the metadata that it is to carry (ISO 16684-1)
 * @throws sharp's error when the bytes are damaged or end too soon
 */
export async function encodeWhole(
  bytes: Buffer,
  type: keyof typeof wholeEncoders,
  xmp: string,
): Promise<Buffer> {
  const { format, ...options } = wholeEncoders[type];
  return sharp(bytes, { failOn: 'error', limitInputPixels: maxPixels })
    .autoOrient()
    .toFormat(format, options)
    .withXmp(xmp)
    .toBuffer();
}

/** The same pixels and size give the same bytes. */
export async function encode(
  { data, raw }: Pixels,
  width: number,
  height: number,
  type: OutputType,
): Promise<Buffer> {
  const { format, ...options } = encoders[type];
  return sharp(data, { raw })
    .resize(width, height, { fit: 'fill' })
    .toFormat(format, options)
    .toBuffer();
}

/**
 * The part of a picture that is shown, turned as it is shown: nothing of what was cut off is in these bytes, nor what a
 * camera has noted, which may hold a small copy of the whole.
 * @returns undefined where nothing would be left
 * @throws sharp's error when the bytes are damaged or end too soon
 */
export async function cutOut(
  bytes: Buffer,
  { left, top, right, bottom, turn, mirror, upsideDown }: CutOut,
): Promise<{ readonly bytes: Buffer; readonly ending: 'jpg' | 'png' } | undefined> {
  const source = sharp(bytes, { failOn: 'error', limitInputPixels: maxPixels });
  const { width, height, format } = await source.metadata();
  // Inwards: no line of pixels that is cut in the middle is shown.
  const [x, y] = [Math.ceil(width * left), Math.ceil(height * top)];
  const [w, h] = [Math.floor(width * (1 - right)) - x, Math.floor(height * (1 - bottom)) - y];
  if (w < 1 || h < 1) return undefined;
  const isJpeg = format === 'jpeg';
  let shown = source.extract({ left: x, top: y, width: w, height: h });
  if (mirror) shown = shown.flop();
  if (upsideDown) shown = shown.flip();
  // One pipeline mirrors after it has turned; the document turns what is mirrored.
  const upright = sharp(await shown.png().toBuffer()).rotate(turn, {
    background: isJpeg ? white : { r: 255, g: 255, b: 255, alpha: 0 },
  });
  const { format: as, ...options } = wholeEncoders[isJpeg ? 'image/jpeg' : 'image/png'];
  return { bytes: await upright.toFormat(as, options).toBuffer(), ending: isJpeg ? 'jpg' : 'png' };
}
