/** What a camera or a program has written into a picture besides its pixels. */
export interface PictureMetadata {
  readonly exif: boolean;
  readonly xmp: boolean;
  /** It says where it was taken. */
  readonly location: boolean;
}

/** What XMP begins with in a file, or is announced with where it is packed (PNG). */
const xmpMarks = ['http://ns.adobe.com/xap/1.0/', '<x:xmpmeta', 'XML:com.adobe.xmp'];

/** What announces EXIF, and how many bytes may stand before its TIFF: none in JPEG and PNG, the length of the chunk in WebP, anything in AVIF. */
const exifMarks: ReadonlyArray<readonly [mark: string, gap: number]> = [
  ['Exif\0\0', 0],
  ['eXIf', 0],
  ['EXIF', 4],
  ['Exif\0\0', Infinity],
];

/**
 * Looks for metadata in JPEG, PNG, WebP and AVIF without decoding: EXIF as JPEG's APP1 (`Exif\0\0`), PNG's `eXIf`, WebP's `EXIF` chunk; XMP by the
 * namespace that begins it everywhere (Exif 2.32, 4.5.2; PNG 3rd snapshot, 11.3.4.5; RFC 9649; XMP Specification Part 3).
 */
export function pictureMetadata(bytes: Buffer): PictureMetadata {
  const tiff = exifIn(bytes);
  const xmp = xmpMarks.some((mark) => bytes.includes(mark));
  return {
    exif: tiff !== undefined,
    xmp,
    location: (tiff !== undefined && hasGps(tiff)) || (xmp && bytes.includes('exif:GPSLatitude')),
  };
}

/** The TIFF structure that EXIF is written in. The bytes of a mark may stand in pixels by chance, so the beginning of a TIFF must follow. */
function exifIn(bytes: Buffer): Buffer | undefined {
  for (const [mark, gap] of exifMarks) {
    const at = bytes.indexOf(mark, 0, 'latin1');
    if (at < 0) continue;
    const after = bytes.subarray(at + mark.length);
    const starts = ['II*\0', 'MM\0*']
      .map((start) => after.indexOf(start, 0, 'latin1'))
      .filter((start) => start >= 0 && start <= gap);
    if (starts.length > 0) return after.subarray(Math.min(...starts));
  }
  return undefined;
}

/** The tag of the first directory that leads to the coordinates (Exif 2.32, 4.6.3: GPS Info IFD Pointer). */
const gpsPointer = 0x88_25;

function hasGps(tiff: Buffer): boolean {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) =>
    at + 2 <= tiff.length ? (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)) : 0;
  if (tiff.length < 8) return false;
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  return Array.from({ length: short(directory) }, (_, entry) =>
    short(directory + 2 + entry * 12),
  ).includes(gpsPointer);
}
