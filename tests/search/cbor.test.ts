import { expect, test } from 'vitest';
import { createCbor, type CborWriter } from '#search/cbor.ts';

// RFC 8949, appendix A.
test.each<[(cbor: CborWriter) => void, string]>([
  [(cbor) => cbor.number(0), '00'],
  [(cbor) => cbor.number(23), '17'],
  [(cbor) => cbor.number(24), '1818'],
  [(cbor) => cbor.number(100), '1864'],
  [(cbor) => cbor.number(1000), '1903e8'],
  [(cbor) => cbor.number(1_000_000), '1a000f4240'],
  [(cbor) => cbor.number(-1), '20'],
  [(cbor) => cbor.number(-100), '3863'],
  [(cbor) => cbor.number(-1000), '3903e7'],
  [(cbor) => cbor.text(''), '60'],
  [(cbor) => cbor.text('IETF'), '6449455446'],
  [(cbor) => cbor.text('ü'), '62c3bc'],
  [(cbor) => cbor.array(0), '80'],
  [(cbor) => cbor.array(25), '9819'],
])('%s is %s', (write, hex) => {
  const cbor = createCbor(1);
  write(cbor);
  expect(Buffer.from(cbor.bytes()).toString('hex')).toBe(hex);
});

test('what was written elsewhere follows what was written before', () => {
  const [inner, outer] = [createCbor(1), createCbor(1)];
  inner.text('a'.repeat(300));
  outer.array(1);
  outer.items(inner.bytes());
  expect(Buffer.from(outer.bytes()).toString('latin1')).toBe(`\x81\x79\x01\x2c${'a'.repeat(300)}`);
});
