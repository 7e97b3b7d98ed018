import { expect, test } from 'vitest';
import { endOf, readHead, writeText } from '#search/cbor.ts';

test.each([
  [[0x05], { type: 'number', value: 5, end: 1 }],
  [[0x18, 0xff], { type: 'number', value: 255, end: 2 }],
  [[0x19, 0x01, 0x01], { type: 'number', value: 257, end: 3 }],
  [[0x1a, 0, 1, 0, 0], { type: 'number', value: 65_536, end: 5 }],
  [[0x63, 0x61], { type: 'text', value: 3, end: 1 }],
  [[0x99, 0x03, 0xe8], { type: 'array', value: 1000, end: 3 }],
])('%j', (bytes, head) => expect(readHead(Buffer.from(bytes), 0)).toEqual(head));

test.each([[[0xa1]], [[0x1b]], [[0x5f]]])('%j is not expected', (bytes) => expect(() => readHead(Buffer.from(bytes), 0)).toThrow('not expected'));

test.each(['', 'abc', 'a'.repeat(23), 'a'.repeat(24), 'ж'.repeat(100)])('%s is read as it was written', (text) => {
  const bytes = writeText(text);
  const { type, value, end } = readHead(bytes, 0);
  expect([type, value, bytes.toString('utf8', end)]).toEqual(['text', Buffer.byteLength(text), text]);
});

test.each([
  [[0x05], 1],
  [[0x62, 0x61, 0x62], 3],
  [[0x83, 0x61, 0x61, 0x03, 0x81, 0x80], 6],
])('%j ends at %d', (bytes, end) => expect(endOf(Buffer.from([...bytes, 0x05]), 0)).toBe(end));
