import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { sendByRclone } from '#deliver/send/rclone.ts';
import { sendByRsync } from '#deliver/send/rsync.ts';
import { runTool, type RunTool } from '#deliver/send/run-tool.ts';
import { listFiles } from '#cache/list-files.ts';
import { firstSite, makePlaces, secondSite, type Files } from '../deliver/send/sites.ts';
import { startObjectStore, type ObjectStore } from './object-store.ts';
import { startSshd, type Sshd } from './sshd.ts';

const places = makePlaces();
afterAll(places.remove);
afterEach(() => vi.unstubAllEnvs());

const parcel = (files: Files) => ({
  id: 'r',
  folder: places.place(files),
  workFolder: places.place(),
});
const readable = ({ 'kk/index.html.br': br, 'kk/index.html.gz': gz, ...files }: Files) => files;
const filesIn = (folder: string) =>
  Object.fromEntries(
    listFiles(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  );

/** Lets a program run a number of times, and then be cut off. */
function failingAfter(times: number, program: string): RunTool {
  let count = 0;
  return (name, args, call) => {
    if (name === program && !args.includes('lsf') && !args.includes('features') && count++ >= times)
      throw new Error('the line is cut');
    return runTool(name, args, call);
  };
}

describe('rsync over ssh', () => {
  let sshd: Sshd;
  let there: string;
  let place: string;
  beforeAll(async () => void (sshd = await startSshd()));
  afterAll(() => sshd.stop());
  beforeEach(() => {
    vi.stubEnv('RSYNC_RSH', sshd.shell);
    there = join(places.place(), 'srv/press');
    place = `${sshd.user}:${there}`;
  });

  test('makes the folder, and puts the site into it', async () => {
    await sendByRsync(parcel(firstSite), place, runTool);
    expect(filesIn(there)).toEqual(firstSite);
    expect(statSync(join(there, 'kk/index.html')).mode & 0o777).toBe(0o644);
    expect(statSync(join(there, 'kk')).mode & 0o777).toBe(0o755);
  });
  test('the next site takes its place, and what did not change is not touched', async () => {
    await sendByRsync(parcel(firstSite), place, runTool);
    const before = statSync(join(there, 'kk/rss.xml')).mtimeMs;
    await sendByRsync(parcel(secondSite), `${place}/`, runTool);
    expect(filesIn(there)).toEqual(secondSite);
    expect(statSync(join(there, 'kk/rss.xml')).mtimeMs).toBe(before);
    expect(readdirSync(there)).not.toContain('.~tmp~');
  });
  test('cut off after what pages need, the old site still works', async () => {
    await sendByRsync(parcel(firstSite), place, runTool);
    await expect(sendByRsync(parcel(secondSite), place, failingAfter(2, 'rsync'))).rejects.toThrow(
      'the line is cut',
    );
    expect(filesIn(there)).toEqual({
      ...firstSite,
      '_astro/site.cccc.css': secondSite['_astro/site.cccc.css'],
    });
  });
  test('cut off before the deletions, the new site works and nothing old is gone', async () => {
    await sendByRsync(parcel(firstSite), place, runTool);
    await expect(sendByRsync(parcel(secondSite), place, failingAfter(3, 'rsync'))).rejects.toThrow(
      'the line is cut',
    );
    expect(filesIn(there)).toEqual({ ...firstSite, ...secondSite });
  });
  test('a folder with something else in it is left alone', async () => {
    mkdirSync(there, { recursive: true });
    writeFileSync(join(there, 'thesis.txt'), 'years of work');
    await expect(sendByRsync(parcel(firstSite), place, runTool)).rejects.toMatchObject({
      id: 'send-not-ours',
    });
    expect(filesIn(there)).toEqual({ 'thesis.txt': 'years of work' });
  });
  test('a server that lets nobody in is quoted', async () => {
    vi.stubEnv('RSYNC_RSH', sshd.shell.replace(/-i \S+/u, '-i /no/such/key'));
    await expect(sendByRsync(parcel(firstSite), place, runTool)).rejects.toMatchObject({
      id: 'send-failed',
      params: { detail: expect.stringContaining('Permission denied') },
    });
  });
});

describe('rclone to a store that speaks S3', () => {
  let store: ObjectStore;
  const place = () => `store:${store.bucket}/site`;
  const list = () =>
    execFileSync('rclone', ['lsf', '-R', '--files-only', place()], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .split('\n')
      .filter(Boolean)
      .sort();
  const content = (file: string) =>
    execFileSync('rclone', ['cat', `${place()}/${file}`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const stored = () => Object.fromEntries(list().map((file) => [file, content(file)]));
  beforeEach(async () => {
    store = await startObjectStore();
    for (const [name, value] of Object.entries(store.env)) vi.stubEnv(name, value);
    vi.stubEnv('AWS_CA_BUNDLE', undefined); // What a machine has set for another store is no concern of this one.
  });
  afterEach(() => store.stop());

  test('the site is there, with the headers that a reader is to be sent', async () => {
    await sendByRclone(parcel(firstSite), place(), runTool);
    expect(stored()).toEqual(readable(firstSite));
    const headers = async (file: string) =>
      (await fetch(`${store.url}/${store.bucket}/site/${encodeURI(file)}`)).headers;
    expect(Object.fromEntries(await headers('_astro/site.aaaa.css'))).toMatchObject({
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(Object.fromEntries(await headers('kk/index.html'))).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
    });
    expect(Object.fromEntries(await headers('kk/news/2026/road/жол жоспары.pdf'))).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': 'attachment',
    });
  });
  test('the next site takes its place, also where a page has kept its length', async () => {
    await sendByRclone(parcel(firstSite), place(), runTool);
    await sendByRclone(parcel(secondSite), place(), runTool);
    expect(stored()).toEqual(readable(secondSite));
  });
  test('cut off before the deletions, nothing old is gone', async () => {
    await sendByRclone(parcel(firstSite), place(), runTool);
    const copies: string[] = [];
    const run: RunTool = (name, args, call) => {
      if (args[0] === 'delete') throw new Error('the line is cut');
      copies.push(args[0]!);
      return runTool(name, args, call);
    };
    await expect(sendByRclone(parcel(secondSite), place(), run)).rejects.toThrow('the line is cut');
    expect(stored()).toEqual(readable({ ...firstSite, ...secondSite }));
  });
  test('a place with something else in it is left alone', async () => {
    execFileSync('rclone', ['rcat', `${place()}/thesis.txt`], {
      input: 'years of work',
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    await expect(sendByRclone(parcel(firstSite), place(), runTool)).rejects.toMatchObject({
      id: 'send-not-ours',
    });
    expect(list()).toEqual(['thesis.txt']);
  });
  test('a store that does not know us is quoted', async () => {
    vi.stubEnv('RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY', 'wrong');
    await expect(sendByRclone(parcel(firstSite), place(), runTool)).rejects.toMatchObject({
      id: 'send-failed',
      params: { tool: 'rclone' },
    });
  });
});

test('rclone to a place that knows no checksums sends every page, also one that has kept its length', async () => {
  const there = places.place();
  vi.stubEnv('RCLONE_CONFIG', join(there, 'none.conf'));
  // Of what it encrypts, rclone knows no checksum.
  vi.stubEnv('RCLONE_CONFIG_BARE_TYPE', 'crypt');
  vi.stubEnv('RCLONE_CONFIG_BARE_REMOTE', join(there, 'kept'));
  vi.stubEnv(
    'RCLONE_CONFIG_BARE_PASSWORD',
    execFileSync('rclone', ['obscure', 'x'], { encoding: 'utf8' }).trim(),
  );
  await sendByRclone(parcel(firstSite), 'bare:', runTool);
  await sendByRclone(parcel(secondSite), 'bare:', runTool);
  const read = (file: string) =>
    execFileSync('rclone', ['cat', `bare:${file}`], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  expect(firstSite['kk/index.html']!.length).toBe(secondSite['kk/index.html']!.length);
  expect(read('kk/index.html')).toBe(secondSite['kk/index.html']);
});
