import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { onTestFinished } from 'vitest';

/** A folder that lives as long as the test. */
export async function tempDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'jarshy-images-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

/** Writes a picture into a folder of its own, and returns its path. */
export async function pictureFile(
  picture: Sharp | Buffer | string,
  name = 'photo.jpg',
): Promise<string> {
  const path = join(await tempDir(), name);
  await writeFile(path, picture instanceof sharp ? await picture.toBuffer() : picture);
  return path;
}

/** One colour, as PNG unless another format is asked of it. */
export function plain(
  width: number,
  height: number,
  background: { r: number; g: number; b: number; alpha?: number } = { r: 180, g: 40, b: 40 },
): Sharp {
  return sharp({
    create: { width, height, channels: background.alpha === undefined ? 3 : 4, background },
  }).png();
}

/** Waves in three colours, so that a cut file loses something and sizes differ. */
export function waves(width: number, height: number): Sharp {
  const data = Buffer.alloc(width * height * 3);
  for (let at = 0; at < data.length; at++)
    data[at] = 128 + 100 * Math.sin((at % (width * 3)) / 31 + Math.cos(at / (width * 97)) * 9);
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** A PNG of a few hundred bytes that claims to be this large. */
export async function boastfulPng(width: number, height: number): Promise<Buffer> {
  const png = await plain(8, 8).toBuffer();
  const header = png.subarray(12, 29); // IHDR: its name and 13 bytes; the checksum follows
  header.writeUInt32BE(width, 4);
  header.writeUInt32BE(height, 8);
  png.writeUInt32BE(crc32(header), 29);
  return png;
}
