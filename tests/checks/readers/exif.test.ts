import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import { pictureMetadata } from '#checks/readers/exif.ts';
import { pictureMetadataRule } from '#checks/rules/picture-metadata.ts';
import { writeZip } from '#outputs/share/zip.ts';
import { findingsIn } from '../finished-site.ts';

const gps = { IFD0: { Artist: 'A' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '43/1 14/1 20/1' } };
const formats = ['jpeg', 'png', 'webp', 'avif'] as const;
const picture = (format: (typeof formats)[number]) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })[format]();

test.each(formats)(
  '%s: with a camera’s notes, with the place, with XMP, with none',
  async (format) => {
    const [plain, noted, placed, described] = await Promise.all([
      picture(format).toBuffer(),
      picture(format)
        .withExif({ IFD0: { Artist: 'A' } })
        .toBuffer(),
      picture(format).withExif(gps).toBuffer(),
      picture(format)
        .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>Автор</a></x:xmpmeta>')
        .toBuffer(),
    ]);
    expect(pictureMetadata(plain)).toEqual({ exif: false, xmp: false, location: false });
    expect(pictureMetadata(noted)).toEqual({ exif: true, xmp: false, location: false });
    expect(pictureMetadata(placed)).toEqual({ exif: true, xmp: false, location: true });
    expect(pictureMetadata(described)).toMatchObject({ exif: false, xmp: true });
  },
);

let noted: Buffer;
beforeAll(async () => {
  noted = await picture('jpeg').withExif(gps).toBuffer();
});

test('it is found wherever a picture lies', async () => {
  const found = await findingsIn(
    [pictureMetadataRule],
    {},
    { '_images/a-480.jpg': noted, 'emblem.JPG': noted, 'b.webp': await picture('webp').toBuffer() },
  );
  expect(found.map(({ id, severity, file, params }) => [id, severity, file, params])).toEqual([
    ['camera-data', 'error', '/_images/a-480.jpg', { path: '/_images/a-480.jpg' }],
    ['camera-data', 'error', '/emblem.JPG', { path: '/emblem.JPG' }],
  ]);
});

test('in an archive for journalists it may say what it shows, and not where', async () => {
  const described = await picture('jpeg')
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>Автор</a></x:xmpmeta>')
    .toBuffer();
  const found = await findingsIn(
    [pictureMetadataRule],
    {},
    {
      'kits/2026/a.zip': writeZip([
        ['a.kk.txt', 'Мәтін'],
        ['described.jpg', described],
      ]),
      'kits/2026/b.zip': writeZip([['noted.jpg', noted]]),
      'ru/news/2026/x/described.jpg': described,
    },
  );
  expect(found.map(({ params }) => params.path)).toEqual([
    '/kits/2026/b.zip/noted.jpg',
    '/ru/news/2026/x/described.jpg',
  ]);
});

test('bytes that are cut short stop nobody', () => {
  for (let length = 0; length < 300; length++)
    expect(() => pictureMetadata(noted.subarray(0, length))).not.toThrow();
});
