/** The formats that this program decodes. */
export type Format = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif';

/**
 * The format that the first bytes of a file indicate. `heic` and `svg` are recognised only so that the error can name
 * them.
 */
export type Signature = Format | 'heic' | 'svg';

/**
 * The brands in the first box of an ISO media file (ISO/IEC 14496-12, 4.3) that name these formats. AVIF comes first,
 * because such a file may list `mif1` too.
 */
const brands: readonly (readonly [Signature, readonly string[]])[] = [
  ['avif', ['avif', 'avis']],
  ['heic', ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']],
];

/**
 * Recognises the format of a picture by its bytes. File names are ignored, because they are often wrong. libvips would
 * pass unknown bytes to some twenty decoders (including SVG and PDF), so it only gets formats that are recognised here.
 * @returns undefined for an unknown format
 */
export function signatureOf(bytes: Buffer): Signature | undefined {
  const text = (start: number, end: number) => bytes.toString('latin1', start, end);
  if (text(0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(0, 4) === 'GIF8') return 'gif';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  if (text(4, 8) === 'ftyp') return brandedAs(text(8, Math.min(bytes.readUInt32BE(0), 256)));
  // SVG is text: a declaration, comments or a licence may precede its first element.
  if (/^(\xef\xbb\xbf)?\s*</.test(text(0, 64)) && /<svg[\s>]/i.test(text(0, 4096))) return 'svg';
  return undefined;
}

/**
 * Finds the format by the brands of an ISO media file.
 * @param box the major brand, a version and the compatible brands, four characters each
 */
function brandedAs(box: string): Signature | undefined {
  const named: string[] = box.match(/.{4}/gs) ?? [];
  return brands.find(([, codes]) => codes.some((code) => named.includes(code)))?.[0];
}
