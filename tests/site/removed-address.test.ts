import { describe, expect, test } from 'vitest';
import { removedNotice } from '#browser/removed-notice.ts';
import {
  addressHash,
  idAt,
  noticeAddress,
  readNoticeAddress,
  textHash,
} from '#site/removed-address.ts';

const address = '/kk/news/2026/name-of-somebody/';

describe('the notice of a removed address', () => {
  test('has only a hash in its own address', () => {
    const notice = noticeAddress('kk', address);
    expect(notice).toMatch(/^\/kk\/news\/removed\/[0-9a-f]{64}\/$/u);
    expect(readNoticeAddress(notice)).toEqual({ locale: 'kk', hash: addressHash(address) });
    expect(textHash('2026/name-of-somebody/kk')).toBe(addressHash(address));
    // printf %s /kk/news/2026/name-of-somebody/ | sha256sum
    expect(addressHash(address)).toBe(
      '888f864bb721f880b6bd5d763f2b0932b61de5c08ac4f8044c5e94a5fdf4a68a',
    );
  });
  test('is the same, however an address is written', () =>
    expect(addressHash('/kk/%D0%B6%D0%BE%D0%BB/')).toBe(addressHash('/kk/жол/')));
  test.each(['/kk/news/2026/x/', '/kk/news/removed/', '/kk/news/removed/abc/'])(
    '%s is none',
    (other) => expect(readNoticeAddress(other)).toBe(undefined),
  );
  test.each([
    ['/kk/news/2026/x/', '2026/x'],
    ['/kk/news/2026/x', '2026/x'],
    ['/kk/news/2026/x/plan.pdf', undefined],
    [`/kk/news/removed/${'a'.repeat(64)}/`, undefined],
    ['/kk/topics/x/', undefined],
  ])('the id at %s: %s', (path, id) => expect(idAt(path)).toBe(id));
});

describe('the 404 page finds the notice', () => {
  const known = [address, '/old.html', '/kk/жол/']
    .map((it) => addressHash(it).slice(0, 16))
    .join(' ');
  test.each([
    ['/press/kk/news/2026/name-of-somebody/', address],
    ['/press/kk/news/2026/name-of-somebody', address],
    ['/press/kk/news/2026/name-of-somebody/index.html', address],
    ['/press/kk/news/2026/name-of-somebody/plan.pdf', address],
    ['/press/old.html', '/old.html'],
    ['/press/kk/%D0%B6%D0%BE%D0%BB/', '/kk/жол/'],
  ])('of %s', async (path, old) =>
    expect(await removedNotice(path, '/press/kk/', known)).toBe(
      `/press${noticeAddress('kk', old)}`,
    ),
  );
  test.each([
    '/press/kk/news/2026/other/',
    '/press/',
    '/',
    '/press/%',
    '/kk/news/2026/name-of-somebody/',
  ])('none of %s', async (path) =>
    expect(await removedNotice(path, '/press/kk/', known)).toBe(undefined),
  );
  test('none where nothing was removed', async () =>
    expect(await removedNotice('/press/kk/x/', '/press/kk/', '')).toBe(undefined));
});
