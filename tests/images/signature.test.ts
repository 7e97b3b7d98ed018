import { expect, test } from 'vitest';
import { signatureOf } from '#images/signature.ts';
import { plain } from './test-pictures.ts';

const box = (brands: string) =>
  Buffer.concat([
    Buffer.from([0, 0, 0, 8 + brands.length]),
    Buffer.from(`ftyp${brands}`),
    Buffer.alloc(40),
  ]);

test.each([
  ['jpeg', await plain(9, 9).jpeg().toBuffer()],
  ['png', await plain(9, 9).png().toBuffer()],
  ['webp', await plain(9, 9).webp().toBuffer()],
  ['gif', await plain(9, 9).gif().toBuffer()],
  ['avif', await plain(9, 9).avif().toBuffer()],
  ['avif', box('mif1\0\0\0\0mif1avif')],
  ['heic', box('heic\0\0\0\0mif1heic')],
  ['heic', box('mif1\0\0\0\0mif1heic')],
  [undefined, box('qt  \0\0\0\0qt  ')],
  ['svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['svg', Buffer.from('\ufeff<?xml version="1.0"?>\n<!-- © akimat -->\n<svg width="9">')],
  [undefined, Buffer.from('<!doctype html><p>svg')],
  [undefined, Buffer.from('%PDF-1.7')],
  [undefined, Buffer.from('II*\0 a TIFF')],
  [undefined, Buffer.alloc(0)],
])('%s', (expected, bytes) => expect(signatureOf(bytes)).toBe(expected));
