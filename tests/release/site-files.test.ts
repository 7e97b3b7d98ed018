import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { outputStat, sha256Of } from '#cache/file-stat.ts';
import { filesAddress, parseFiles, writtenFiles } from '#history/release-state.ts';
import { fetchedFaults } from '#release/fetched-files.ts';
import { faultsIn, listSite, unknownFiles } from '#release/site-files.ts';

let folder: string;
const pages = {
  '/index.html': 'Home',
  '/kk/index.html': 'Басты бет',
  '/kk/index.html.br': 'brotli',
};
const place = (file: string) => join(folder, file);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarshy-files-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [file, text] of Object.entries(pages)) write(file, text);
});

function write(file: string, text: string | Buffer): void {
  mkdirSync(dirname(place(file)), { recursive: true });
  writeFileSync(place(file), text);
}

/** Changes a file as a failing disk or a careful intruder does: size and times stay. */
function flip(file: string): void {
  const [{ atime, mtime }, bytes] = [statSync(place(file)), readFileSync(place(file))];
  bytes[0]! ^= 1;
  writeFileSync(place(file), bytes);
  utimesSync(place(file), atime, mtime);
}

test('the list has every file, and is read as it was written', () => {
  const files = listSite(folder, new Map());
  expect([...files.keys()]).toEqual(Object.keys(pages));
  // By sha256sum.
  expect(files.get('/index.html')).toEqual({
    size: 4,
    sha256: '3a78695388b38b5cceefaf6796b0137877514593543b91af2752d5a17e3d736c',
  });
  expect(parseFiles(writtenFiles(files), '')).toEqual(files);
});

test('itself and the health, which changes every minute, are not in it', () => {
  write(filesAddress, '{}');
  write('/_state/health.json', '{}');
  const files = listSite(folder, new Map());
  expect([...files.keys()]).toEqual(Object.keys(pages));
  expect(unknownFiles(folder, files)).toEqual([]);
});

describe('a site does not become public', () => {
  const refused = (expected: Parameters<typeof listSite>[1]) => {
    try {
      listSite(folder, expected);
      return undefined;
    } catch (error) {
      return (error as { id?: string }).id;
    }
  };
  test.each<[string, Parameters<typeof listSite>[1], string | undefined]>([
    ['as it should be', new Map([['/index.html', { size: 4 }]]), undefined],
    ['without one of its files', new Map([['/ru/index.html', {}]]), 'site-incomplete'],
    ['cut short', new Map([['/index.html', { size: 5 }]]), 'site-incomplete'],
    ['with other bytes', new Map([['/index.html', { sha256: 'ab' }]]), 'site-incomplete'],
  ])('%s', (_, expected, id) => expect(refused(expected)).toBe(id));

  test('with a file that was changed after it was hashed; one that was not is not read again', () => {
    const stat = outputStat(place('/index.html'))!;
    expect(refused(new Map([['/index.html', { stat, sha256: 'not read' }]]))).toBeUndefined();
    const sha256 = sha256Of(place('/index.html'));
    write('/index.html', 'Hose');
    utimesSync(place('/index.html'), 0, 0);
    expect(refused(new Map([['/index.html', { stat, sha256 }]]))).toBe('site-incomplete');
  });
});

describe('what is not as it was published', () => {
  test('is found by its bytes, even if size and times are the same', () => {
    const files = listSite(folder, new Map());
    expect(faultsIn(folder, files)).toEqual([]);
    flip('/kk/index.html');
    rmSync(place('/index.html'));
    write('/kk/new/index.html', 'Not ours');
    expect(faultsIn(folder, files)).toEqual([
      { fault: 'file-missing', file: '/index.html' },
      { fault: 'file-changed', file: '/kk/index.html' },
    ]);
    expect(unknownFiles(folder, files)).toEqual([
      { fault: 'file-unknown', file: '/kk/new/index.html' },
    ]);
  });

  test('is found among the files that were touched since a moment', async () => {
    const files = listSite(folder, new Map());
    flip('/index.html');
    await new Promise((later) => setTimeout(later, 30));
    const since = new Date();
    await new Promise((later) => setTimeout(later, 30));
    expect(faultsIn(folder, files, since)).toEqual([]);
    // A new name of a file touches it, too: then it is read, and it is as it was.
    linkSync(place('/kk/index.html'), place('/other'));
    flip('/kk/index.html.br');
    expect(faultsIn(folder, files, since)).toEqual([
      { fault: 'file-changed', file: '/kk/index.html.br' },
    ]);
  });
});

test('over HTTP each address is compared; copies and settings of hosts have none', async () => {
  write('/_headers', 'x');
  write('/kk/news/2026/a/план.txt', 'План');
  write('/404.html', 'Not found');
  const files = listSite(folder, new Map());
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url!);
    asked.push(path);
    try {
      const bytes = readFileSync(place(path.replace(/\/$/u, '/index.html')));
      response.writeHead(path === '/404.html' ? 404 : 200).end(bytes);
    } catch {
      response.writeHead(404).end('Not found');
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  expect(await fetchedFaults(url, files)).toEqual({ count: 4, faults: [] });
  expect(asked.sort()).toEqual(['/', '/404.html', '/kk/', '/kk/news/2026/a/план.txt']);
  flip('/kk/index.html');
  rmSync(place('/kk/news/2026/a/план.txt'));
  expect((await fetchedFaults(`${url}/`, files)).faults).toEqual([
    { fault: 'file-changed', file: '/kk/index.html' },
    { fault: 'file-missing', file: '/kk/news/2026/a/план.txt' },
  ]);
});
