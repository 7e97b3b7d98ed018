import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { encodePictures } from '#images/encode.ts';
import { outputsOf, planPicture } from '#images/picture.ts';
import { readOriginal } from '#images/read-original.ts';
import { createRandom } from './random.ts';

const usage =
  'Usage: node bench/pictures.ts N\n\nEncodes N photographs of 12 megapixels as a build does, beside sharp alone; then again, when nothing has changed.';

/** The number of different photographs. Each of the N is a copy of one of them with its own comment. */
const motives = 8;
const [width, height] = [4000, 3000];

/** A picture that is as hard to encode as a photograph: soft areas, edges and sensor noise. */
async function photograph(index: number): Promise<Buffer> {
  const random = createRandom(`photograph ${index}`);
  const raw = { width: 500, height: 375, channels: 3 as const };
  const soft = Buffer.from(
    Uint8Array.from(
      { length: raw.width * raw.height * 3 },
      (_, at) =>
        ((at / 3) % raw.width) / 4 + Math.floor(at / 3 / raw.width) / 4 + random.int(0, 60),
    ),
  );
  const noise = {
    width: 1000,
    height: 750,
    channels: 3 as const,
    background: '#808080',
    noise: { type: 'gaussian' as const, mean: 128, sigma: 12 },
  };
  const grain = await sharp({ create: noise })
    .resize(width, height, { kernel: 'nearest' })
    .png()
    .toBuffer();
  return sharp(soft, { raw })
    .resize(width, height)
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 90 })
    .toBuffer();
}

/**
 * The same picture with a comment, which makes it a different file (a COM segment after the start of the image: ITU-T
 * T.81, B.2.4.5).
 */
function commented(jpeg: Buffer, comment: string): Buffer {
  const text = Buffer.from(comment);
  const segment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, text.length + 2]), text]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}

async function bench(count: number): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), 'jarshy-bench-'));
  try {
    const folder = (name: string) => join(temporary, name);
    for (const name of ['originals', 'sharp', 'cache', 'first', 'second']) mkdirSync(folder(name));
    const photographs = await Promise.all(
      Array.from({ length: motives }, (_, index) => photograph(index)),
    );
    const files = Array.from({ length: count }, (_, index) =>
      join(folder('originals'), `${index}.jpg`),
    );
    files.forEach((file, index) =>
      writeFileSync(file, commented(photographs[index % motives]!, `${index}`)),
    );
    console.log(
      `${count} photographs of ${(width * height) / 1e6} MP, ${Math.round(photographs[0]!.length / 1e5) / 10} MB each`,
    );

    const [, alone] = await timed(() => withSharpAlone(files, folder('sharp')));
    const [[originals, first], ours] = await timed(async () => {
      const read = await Promise.all(files.map((file) => readOriginal(file)));
      return [
        read,
        await encodePictures(read, { cacheDir: folder('cache'), outDir: folder('first') }),
      ] as const;
    });
    // Without the originals, the second run cannot encode anything again.
    rmSync(folder('originals'), { recursive: true });
    const [second, again] = await timed(() =>
      encodePictures(originals, { cacheDir: folder('cache'), outDir: folder('second') }),
    );
    console.log(`sharp alone, ${availableParallelism()} at a time: ${told(alone)}`);
    console.log(
      `a build, ${first.written} files: ${told(ours)}: ${(ours.seconds / alone.seconds).toFixed(2)} × sharp, ${(ours.processor / alone.processor).toFixed(2)} × its CPU`,
    );
    console.log(
      `again, without the originals: ${told(again)}, ${second.fromCache} files from the cache, ${second.written} encoded`,
    );
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * Encodes the same files in the same sizes with sharp alone. Each file is decoded once, with one thread, and as many
 * files at a time as there are cores.
 */
async function withSharpAlone(files: readonly string[], to: string): Promise<void> {
  const queue = files.entries();
  const work = async () => {
    for (const [index, file] of queue) {
      const bytes = readFileSync(file);
      const { width: own, height: tall } = await sharp(bytes).metadata();
      const outputs = outputsOf(
        planPicture({
          path: file,
          digest: `${index}`,
          width: own,
          height: tall,
          format: 'jpeg',
          hasAlpha: false,
        }),
      );
      const widest = outputs[outputs.length - 2]!;
      const { data, info } = await sharp(bytes)
        .resize(widest.width, widest.height)
        .raw()
        .toBuffer({ resolveWithObject: true });
      await Promise.all(
        outputs.map(({ name, type, ...size }) =>
          sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
            .resize(size.width, size.height)
            [type === 'image/webp' ? 'webp' : 'jpeg'](
              type === 'image/webp'
                ? { quality: 78, effort: 4 }
                : { quality: 80, progressive: true },
            )
            .toFile(join(to, name)),
        ),
      );
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
}

/** Both values are seconds. `processor` is the sum over all threads. */
interface Took {
  readonly seconds: number;
  readonly processor: number;
}

async function timed<Result>(work: () => Promise<Result>): Promise<[Result, Took]> {
  const [began, before] = [performance.now(), process.cpuUsage()];
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return [
    result,
    { seconds: (performance.now() - began) / 1000, processor: (user + system) / 1e6 },
  ];
}

function told({ seconds, processor }: Took): string {
  return `${seconds.toFixed(1)} s, ${processor.toFixed(1)} s of CPU`;
}

const count = Number(process.argv[2]);
if (Number.isInteger(count) && count > 0) await bench(count);
else {
  console.error(usage);
  process.exitCode = 2;
}
