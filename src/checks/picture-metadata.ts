/** What a camera or a program has written into a picture besides its pixels. */
export interface PictureMetadata {
  readonly exif: boolean;
  readonly xmp: boolean;
  /** It says where it was taken. */
  readonly location: boolean;
}

const [exifMark, xmpMark] = [Buffer.from('Exif\0\0'), Buffer.from('http://ns.adobe.com/xap/1.0/')];

/**
 * Looks for metadata in JPEG, PNG, WebP and AVIF without decoding: EXIF as JPEG's APP1 (`Exif\0\0`), PNG's `eXIf`, WebP's `EXIF` chunk; XMP by the
 * namespace that begins it everywhere (Exif 2.32, 4.5.2; PNG 3rd edition, 11.3.4.5; RFC 9649; XMP Specification Part 3).
 */
export function pictureMetadata(bytes: Buffer): PictureMetadata {
  const tiff = exifIn(bytes);
  const xmp = bytes.includes(xmpMark) || bytes.includes('<x:xmpmeta');
  return { exif: tiff !== undefined, xmp, location: (tiff !== undefined && hasGps(tiff)) || (xmp && bytes.includes('exif:GPSLatitude')) };
}

/** The TIFF structure that EXIF is written in. */
function exifIn(bytes: Buffer): Buffer | undefined {
  const jpeg = bytes.indexOf(exifMark);
  if (jpeg >= 0) return bytes.subarray(jpeg + exifMark.length);
  // The bytes of a mark may stand in pixels by chance: what follows must be the beginning of a TIFF.
  for (const mark of ['eXIf', 'EXIF']) {
    const at = bytes.indexOf(mark);
    const tiff = at < 0 ? undefined : bytes.subarray(at + (mark === 'EXIF' ? 8 : 4));
    if (tiff && /^(?:II\*\0|MM\0\*)/u.test(tiff.toString('latin1', 0, 4))) return tiff;
  }
  return undefined;
}

/** The tag of the first directory that leads to the coordinates (Exif 2.32, 4.6.3: GPS Info IFD Pointer). */
const gpsPointer = 0x88_25;

function hasGps(tiff: Buffer): boolean {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (at + 2 <= tiff.length ? (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)) : 0);
  if (tiff.length < 8) return false;
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  return Array.from({ length: short(directory) }, (_, entry) => short(directory + 2 + entry * 12)).includes(gpsPointer);
}
