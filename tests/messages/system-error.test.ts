import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtInLocales } from '#lang/built-in.ts';
import { errorSentence } from '#messages/messages.ts';
import { asUserError, fromSystem } from '#messages/system-error.ts';
import { UserError } from '#messages/user-error.ts';

/** An error as Node makes it. */
function systemError(code: string, fields: object = {}): Error {
  return Object.assign(new Error(`${code}: what the system said`), { code, ...fields });
}

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EROFS', 'read-only-disk'],
  ['EACCES', 'no-permission'],
  ['EPERM', 'no-permission'],
  ['EMFILE', 'too-many-files'],
  ['ENFILE', 'too-many-files'],
  ['ENOMEM', 'no-memory'],
  ['EXDEV', 'other-disk'],
  ['EIO', 'disk-fault'],
  ['ENAMETOOLONG', 'name-too-long'],
  ['EBUSY', 'file-in-use'],
  ['ETXTBSY', 'file-in-use'],
  ['ENOTDIR', 'not-a-folder'],
  ['EISDIR', 'not-a-file'],
])('%s', (code, id) => {
  const error = asUserError(systemError(code, { path: '/srv/press/a', dest: '/mnt/b' }));
  expect(error.id).toBe(id);
  for (const locale of builtInLocales) {
    const sentence = errorSentence(locale, error);
    expect(sentence).toMatch(/\/srv\/press\/a|\/mnt\/b|what the system said/u);
    expect(sentence).not.toMatch(/\{\w+\}/u);
  }
});

test('what the file system really says', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jarshy-'));
  const file = join(folder, 'file');
  writeFileSync(file, '');
  expect(fromSystem(thrownBy(() => writeFileSync(join(file, 'x'), '')))).toEqual(
    new UserError('not-a-folder', { path: join(file, 'x') }),
  );
  expect(fromSystem(thrownBy(() => writeFileSync(folder, '')))).toEqual(
    new UserError('not-a-file', { path: folder }),
  );
  const long = join(folder, 'x'.repeat(300));
  expect(fromSystem(thrownBy(() => writeFileSync(long, '')))).toEqual(
    new UserError('name-too-long', { path: long }),
  );
  // Nothing is forbidden to root.
  if (process.getuid?.() === 0) return;
  chmodSync(folder, 0o500);
  const forbidden = join(folder, 'other');
  expect(fromSystem(thrownBy(() => writeFileSync(forbidden, '')))).toEqual(
    new UserError('no-permission', { path: forbidden }),
  );
});

test('a port that another program uses, also as the cause of another error', async () => {
  const first = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => first.once('listening', resolve));
  const { port } = first.address() as { port: number };
  const second = createServer();
  const error = await new Promise<Error>((resolve) =>
    second.once('error', resolve).listen(port, '127.0.0.1'),
  );
  first.close();
  const taken = new UserError('port-taken', { port: String(port) });
  expect(fromSystem(error)).toEqual(taken);
  expect(fromSystem(new Error('not served', { cause: error }))).toEqual(taken);
  expect(fromSystem(systemError('EACCES', { syscall: 'listen', port: 80 }))).toEqual(
    new UserError('port-not-allowed', { port: '80' }),
  );
});

test('what nobody foresaw keeps its stack trace', () => {
  for (const error of [new TypeError('x is undefined'), systemError('ENOENT', { path: '/x' })]) {
    expect(fromSystem(error)).toBeUndefined();
    expect(asUserError(error)).toEqual(new UserError('unexpected', { detail: error.stack! }));
  }
  expect(asUserError('thrown text')).toEqual(
    new UserError('unexpected', { detail: 'thrown text' }),
  );
});

test('an error that has its sentence stays as it is', () => {
  const error = new UserError('no-weeks');
  expect(asUserError(error)).toBe(error);
});

function thrownBy(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
