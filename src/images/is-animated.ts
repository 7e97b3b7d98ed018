import { signatureOf } from './signature.ts';

/** Whether a picture is animated: a GIF with several frames (GIF89a, 20), an APNG, or an animated WebP. */
export function isAnimated(bytes: Buffer): boolean {
  switch (signatureOf(bytes)) {
    case 'gif':
      return framesOf(bytes) > 1;
    case 'png':
      return bytes.subarray(0, 4096).includes('acTL', 0, 'latin1');
    case 'webp':
      return bytes.subarray(0, 64).includes('ANIM', 0, 'latin1');
    default:
      return false;
  }
}

/** The number of frames of a GIF; stops counting at two. */
function framesOf(bytes: Buffer): number {
  const table = (packed: number) => (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0);
  let at = 13 + table(bytes[10] ?? 0);
  let frames = 0;
  const passBlocks = () => {
    while ((bytes[at] ?? 0) > 0) at += (bytes[at] ?? 0) + 1;
    at++;
  };
  while (at < bytes.length && frames < 2) {
    const kind = bytes[at];
    if (kind === 0x2c) {
      frames++;
      at += 10 + table(bytes[at + 9] ?? 0) + 1;
      passBlocks();
    } else if (kind === 0x21) {
      at += 2;
      passBlocks();
    } else break;
  }
  return frames;
}
