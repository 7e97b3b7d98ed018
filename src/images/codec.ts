import { white } from '#styles/colours.ts';
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { CutOut } from './cut-out.ts';
import type { OutputType } from './picture.ts';

// Every picture is decoded only once, so sharp's cache would only use memory.
sharp.cache(false);
// One thread per picture: a build processes many pictures in parallel. Two threads made a 12-megapixel JPEG no faster
// (measured on two cores).
sharp.concurrency(1);

/**
 * A picture with more pixels is refused. No press camera makes such pictures, and a small file that claims a billion
 * pixels is an attack.
 */
export const maxPixels = 100_000_000;

/**
 * The encoder settings of each type. Measured on a photograph at 1200 px: WebP effort 6 takes twice as long as 4, and
 * the file is no smaller. AVIF takes ten times as long, so it is not made. Adaptive filters halve a PNG; level 9 takes
 * four times as long and saves only a twentieth.
 */
const encoders = {
  'image/webp': { format: 'webp', quality: 78, effort: 4 },
  'image/jpeg': { format: 'jpeg', quality: 80, progressive: true, mozjpeg: false },
  'image/png': { format: 'png', compressionLevel: 6, adaptiveFiltering: true },
} as const satisfies Record<
  OutputType,
  { format: 'webp' | 'jpeg' | 'png'; [option: string]: unknown }
>;

/** Increase it when `decode` or `encode` below gives other bytes for the same settings. */
const recipe = 1;

/**
 * A hash of everything that decides the bytes of an output apart from its original and its size: our settings and the
 * libraries.
 */
export const encoderVersion = createHash('sha256')
  .update(JSON.stringify([recipe, encoders, sharp.versions]))
  .digest('hex')
  .slice(0, 12);

/** The data of a picture's header. The size is after the EXIF orientation. */
export interface Header {
  readonly width: number;
  readonly height: number;
  readonly hasAlpha: boolean;
}

/**
 * Reads only the header: a picture with a correct header may still be truncated.
 * @throws sharp's error when the header is broken
 */
export async function readHeader(bytes: Buffer): Promise<Header> {
  // No limit is needed, because nothing is decoded. The caller reports a picture that is too large.
  const { autoOrient, hasAlpha } = await sharp(bytes, { limitInputPixels: false }).metadata();
  return { width: autoOrient.width, height: autoOrient.height, hasAlpha };
}

/**
 * A decoded picture: sRGB, upright, eight bits per channel, and nothing else. It cannot carry EXIF, GPS, XMP or a
 * colour profile.
 */
export interface Pixels {
  readonly data: Buffer;
  readonly raw: {
    readonly width: number;
    readonly height: number;
    readonly channels: 1 | 2 | 3 | 4;
  };
}

/**
 * Decodes a picture to exactly this size; from an animation, only the first frame.
 * @throws sharp's error when the bytes are damaged or truncated
 */
export async function decode(bytes: Buffer, width: number, height: number): Promise<Pixels> {
  const picture = sharp(bytes, { failOn: 'error', limitInputPixels: maxPixels })
    .autoOrient()
    .resize(width, height, { fit: 'fill' });
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  // Not the whole `info`: its `premultiplied` describes a step of the processing, but `sharp` would take it as a
  // property of these pixels and spoil the colours.
  return { data, raw: { width: info.width, height: info.height, channels: info.channels } };
}

/** The encoder settings of a full-size picture for print: the difference from the original is invisible. */
const wholeEncoders = {
  'image/jpeg': { format: 'jpeg', quality: 92, chromaSubsampling: '4:4:4' },
  'image/png': { format: 'png', compressionLevel: 9, adaptiveFiltering: true },
} as const;

/** A hash of everything that decides the bytes of `encodeWhole` apart from its arguments. */
export const wholeEncoderVersion = createHash('sha256')
  .update(JSON.stringify([recipe, wholeEncoders, sharp.versions]))
  .digest('hex')
  .slice(0, 12);

/**
 * Encodes a picture in its full size: sRGB, upright, and without the metadata of the camera. It carries only the given
 * metadata.
 * @param xmp the metadata to add (ISO 16684-1)
 * @throws sharp's error when the bytes are damaged or truncated
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

/** Encodes pixels in a size and type. The same input gives the same bytes. */
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
 * Crops and turns a picture as a document shows it. The result contains nothing of the part that was cut off. It also
 * contains no camera metadata, which may include a thumbnail of the whole picture.
 * @returns undefined when nothing would be left
 * @throws sharp's error when the bytes are damaged or truncated
 */
export async function cutOut(
  bytes: Buffer,
  { left, top, right, bottom, turn, mirror, upsideDown }: CutOut,
): Promise<{ readonly bytes: Buffer; readonly ending: 'jpg' | 'png' } | undefined> {
  const source = sharp(bytes, { failOn: 'error', limitInputPixels: maxPixels });
  const { width, height, format } = await source.metadata();
  // Round inwards, so that a row or column of pixels that is partly cut off is not shown.
  const [x, y] = [Math.ceil(width * left), Math.ceil(height * top)];
  const [w, h] = [Math.floor(width * (1 - right)) - x, Math.floor(height * (1 - bottom)) - y];
  if (w < 1 || h < 1) return undefined;
  const isJpeg = format === 'jpeg';
  let shown = source.extract({ left: x, top: y, width: w, height: h });
  if (mirror) shown = shown.flop();
  if (upsideDown) shown = shown.flip();
  // A single sharp pipeline would turn before it mirrors; a document mirrors first. So this takes two pipelines.
  const upright = sharp(await shown.png().toBuffer()).rotate(turn, {
    background: isJpeg ? white : { r: 255, g: 255, b: 255, alpha: 0 },
  });
  const { format: as, ...options } = wholeEncoders[isJpeg ? 'image/jpeg' : 'image/png'];
  return { bytes: await upright.toFormat(as, options).toBuffer(), ending: isJpeg ? 'jpg' : 'png' };
}
