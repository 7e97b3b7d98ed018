/** The formats that are decoded. */
export type Format = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif';

/** What the first bytes of a file say it is; `heic` and `svg` are known only to be refused by name. */
export type Signature = Format | 'heic' | 'svg';

/** The codes in the first box of an ISO media file (ISO/IEC 14496-12, 4.3) that name these formats. AVIF first: it may list `mif1` too. */
const brands: readonly (readonly [Signature, readonly string[]])[] = [
  ['avif', ['avif', 'avis']],
  ['heic', ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']],
];

/**
 * Recognises a picture by its bytes; the file's name is not asked, for it is often wrong.
 * libvips would offer unknown bytes to some twenty decoders (SVG and PDF among them); so only what is recognised here reaches it.
 * @returns `undefined`: nothing we know
 */
export function signatureOf(bytes: Buffer): Signature | undefined {
  const text = (start: number, end: number) => bytes.toString('latin1', start, end);
  if (text(0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(0, 4) === 'GIF8') return 'gif';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  if (text(4, 8) === 'ftyp') return brandedAs(text(8, Math.min(bytes.readUInt32BE(0), 256)));
  // SVG is text: a declaration, comments or a licence may stand before its first element.
  if (/^(\xef\xbb\xbf)?\s*</.test(text(0, 64)) && /<svg[\s>]/i.test(text(0, 4096))) return 'svg';
  return undefined;
}

/** @param box the major brand, a version and the compatible brands, four letters each */
function brandedAs(box: string): Signature | undefined {
  const named: string[] = box.match(/.{4}/gs) ?? [];
  return brands.find(([, codes]) => codes.some((code) => named.includes(code)))?.[0];
}
