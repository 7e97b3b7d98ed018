import sharp from 'sharp';

/** A picture of a page as it is compared: small enough that the edges of letters, which every machine draws a little differently, melt away. */
export interface Look {
  readonly width: number;
  readonly height: number;
  /** Three bytes a pixel. */
  readonly pixels: Buffer;
}

/** How many pixels of the screen become one. */
const scale = 4;
/** By how much a colour may differ, of 255, before a reader would see it at this size. */
const unseen = 20;

/** @param screenshot PNG */
export async function lookOf(screenshot: Buffer): Promise<Look> {
  const { width } = await sharp(screenshot).metadata();
  return read(
    await sharp(screenshot)
      .resize({ width: Math.round(width / scale) })
      .png()
      .toBuffer(),
  );
}

/** @param file what `fileOf` has written */
export async function read(file: Buffer | string): Promise<Look> {
  const { data, info } = await sharp(file)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}

export async function fileOf({ width, height, pixels }: Look): Promise<Buffer> {
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 9, palette: true, colours: 256, dither: 0 })
    .toBuffer();
}

/** Which part of a picture looks otherwise: 0 to 1. Of pictures of two sizes, all of it. */
export function difference(one: Look, other: Look): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  let differing = 0;
  for (let at = 0; at < one.pixels.length; at += 3) {
    if (
      [0, 1, 2].some(
        (channel) => Math.abs(one.pixels[at + channel]! - other.pixels[at + channel]!) > unseen,
      )
    )
      differing++;
  }
  return differing / (one.pixels.length / 3);
}
