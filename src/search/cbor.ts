/** Writes CBOR (RFC 8949): integers, texts and arrays, each in its shortest form. */
export interface CborWriter {
  /** From -2³² to 2³² - 1. */
  number(value: number): void;
  text(text: string): void;
  /** The head of an array; its items follow. */
  array(length: number): void;
  /** Appends items that another writer has already encoded. */
  items(bytes: Uint8Array): void;
  /** Everything written so far. A view of the buffer: the next write may overwrite it. */
  bytes(): Uint8Array;
}

const majors = { number: 0, negative: 1, text: 3, array: 4 } as const;

/** @param size the initial size of the buffer in bytes; it grows as needed */
export function createCbor(size = 64): CborWriter {
  let buffer = Buffer.allocUnsafe(size);
  let end = 0;
  const room = (more: number) => {
    if (end + more <= buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(end + more, buffer.length * 2));
    buffer.copy(larger, 0, 0, end);
    buffer = larger;
  };
  const head = (major: number, value: number) => {
    room(5);
    const type = major << 5;
    if (value < 24) buffer[end++] = type | value;
    else if (value < 0x100) end = buffer.writeUInt8(value, buffer.writeUInt8(type | 24, end));
    else if (value < 0x10000) end = buffer.writeUInt16BE(value, buffer.writeUInt8(type | 25, end));
    else end = buffer.writeUInt32BE(value, buffer.writeUInt8(type | 26, end));
  };
  return {
    number: (value) => (value < 0 ? head(majors.negative, -1 - value) : head(majors.number, value)),
    text(text) {
      const length = Buffer.byteLength(text);
      head(majors.text, length);
      room(length);
      end += buffer.write(text, end);
    },
    array: (length) => head(majors.array, length),
    items(bytes) {
      room(bytes.length);
      buffer.set(bytes, end);
      end += bytes.length;
    },
    bytes: () => buffer.subarray(0, end),
  };
}
