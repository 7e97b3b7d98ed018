/** Where in CBOR (RFC 8949) an item's head ends, and the number it carries: a value, a length, a count. */
export interface Head {
  readonly type: 'number' | 'text' | 'array';
  readonly value: number;
  readonly end: number;
}

const types = { 0: 'number', 3: 'text', 4: 'array' } as const;

/** @throws for the kinds that Pagefind's list of pages does not have */
export function readHead(bytes: Buffer, start: number): Head {
  const type = types[(bytes[start]! >> 5) as keyof typeof types];
  const short = bytes[start]! & 31;
  if (!type || short > 26) throw new Error(`CBOR: an item that is not expected, 0x${bytes[start]!.toString(16)} at ${start}`);
  if (short < 24) return { type, value: short, end: start + 1 };
  const length = 1 << (short - 24);
  return { type, value: bytes.readUIntBE(start + 1, length), end: start + 1 + length };
}

/** Where the item that begins at a place ends. */
export function endOf(bytes: Buffer, start: number): number {
  const { type, value, end } = readHead(bytes, start);
  if (type === 'text') return end + value;
  let at = end;
  if (type === 'array') for (let item = 0; item < value; item++) at = endOf(bytes, at);
  return at;
}

/** A text of less than 256 bytes. */
export function writeText(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from(bytes.length < 24 ? [0x60 + bytes.length] : [0x78, bytes.length]), bytes]);
}
