import { afterAll, describe, expect, test } from 'vitest';
import { parseDestination } from '#deliver/send/destination.ts';
import { sendByRclone } from '#deliver/send/rclone.ts';
import { sendByRsync } from '#deliver/send/rsync.ts';
import { runTool, type RunTool, withoutSecrets } from '#deliver/send/run-tool.ts';
import type { Sender } from '#deliver/send/sender.ts';
import { listFiles } from '#cache/list-files.ts';
import { inWaves, withoutCompressed } from '#deliver/send/upload-order.ts';
import { firstSite, makePlaces } from './sites.ts';

const places = makePlaces();
afterAll(places.remove);

/** What a program is asked to do, in order: its first word, what it is told by the hyphens that matter, what it reads. */
async function asked(send: Sender, listing: string) {
  const calls: Array<{ args: readonly string[]; input: string }> = [];
  const run: RunTool = (_, args, { input = '' } = {}) => {
    calls.push({ args, input });
    const output = args.includes('features')
      ? '{"Hashes":["md5"]}'
      : calls.length === 1
        ? listing
        : '';
    return Promise.resolve({ status: 0, output });
  };
  await send({ id: 'r', folder: places.place(firstSite), workFolder: '' }, 'there:site', run);
  return calls;
}

describe('where a site may be sent', () => {
  test.each([
    [
      'rsync:press@example.org:/srv/press',
      { tool: 'rsync', place: 'press@example.org:/srv/press' },
    ],
    ['rclone:store:bucket/press', { tool: 'rclone', place: 'store:bucket/press' }],
    [
      'git:git@example.org:press.git#pages',
      { tool: 'git', place: 'git@example.org:press.git#pages' },
    ],
  ])('%s', (written, destination) => expect(parseDestination(written)).toEqual(destination));
  test.each([
    '',
    'rsync',
    'rsync:',
    'ftp:example.org',
    '/srv/press',
    'rsync:-e sh',
    'git:--upload-pack=x',
    'rsync: x',
  ])('not “%s”', (written) => expect(parseDestination(written)).toBeUndefined());
});

describe('the files of a site', () => {
  test('what its name changes with comes first', () => {
    expect(inWaves(Object.keys(firstSite))[0]).toEqual([
      '_astro/site.aaaa.css',
      '_images/photo-1200-bbbb.webp',
    ]);
    expect(inWaves(Object.keys(firstSite)).flat().sort()).toEqual(Object.keys(firstSite).sort());
  });
  test('compressed copies are left out where nobody can send them; an archive to download is none', () => {
    expect(withoutCompressed(['a.html', 'a.html.br', 'a.html.gz', 'data.gz'])).toEqual([
      'a.html',
      'data.gz',
    ]);
  });
  test('all of them, in order', () =>
    expect(listFiles(places.place(firstSite))).toEqual(Object.keys(firstSite).sort()));
});

describe('rsync', () => {
  test('first what pages refer to, then pages, then deletions', async () => {
    const [list, immutable, all, deleting] = await asked(
      sendByRsync,
      '-rw-r--r-- 1 2026/01/01 00:00:00 _state\n',
    );
    expect(list!.args).toContain('--list-only');
    expect(immutable!.input).toBe('_astro/site.aaaa.css\0_images/photo-1200-bbbb.webp');
    expect(all!.args).toContain('--delay-updates');
    expect(
      [list, immutable, all].filter(({ args } = deleting!) =>
        args.some((arg) => arg.startsWith('--delete')),
      ),
    ).toEqual([]);
    expect(deleting!.args).toContain('--delete');
  });
  test('a folder with something else in it is left alone', async () => {
    await expect(
      asked(
        sendByRsync,
        'drwxr-xr-x 1 2026/01/01 00:00:00 .\n-rw-r--r-- 1 2026/01/01 00:00:00 thesis.txt\n',
      ),
    ).rejects.toMatchObject({ id: 'send-not-ours' });
  });
});

describe('rclone', () => {
  test('first what pages refer to, then pages with their headers, then deletions', async () => {
    const calls = await asked(sendByRclone, '_state/ledger.json\nold page.html\n');
    const copies = calls.filter(({ args }) => args[0] === 'copy');
    const isLate = copies.map(({ args }) => args.includes('Cache-Control: no-cache'));
    expect(isLate).toEqual([...isLate].sort());
    expect(copies.find(({ input }) => input.includes('_astro'))!.args).toEqual(
      expect.arrayContaining([
        'Content-Type: text/css; charset=utf-8',
        'Cache-Control: public, max-age=31536000, immutable',
      ]),
    );
    expect(copies.flatMap(({ input }) => input.split('\n')).sort()).toEqual(
      withoutCompressed(Object.keys(firstSite)).sort(),
    );
    expect(calls.at(-1)).toMatchObject({
      input: 'old page.html',
      args: ['delete', '--fast-list', '--files-from-raw', '-', '--', 'there:site'],
    });
  });
  test('a place with something else in it is left alone', async () => {
    await expect(asked(sendByRclone, 'thesis.txt\n')).rejects.toMatchObject({
      id: 'send-not-ours',
    });
  });
});

describe('a program', () => {
  const node = (script: string, call?: Parameters<RunTool>[2]) =>
    runTool(process.execPath, ['-e', script], call);
  test('is given what it reads, and says what it writes', async () => {
    expect(await node('process.stdin.pipe(process.stdout)', { input: 'жол' })).toEqual({
      status: 0,
      output: 'жол',
    });
  });
  test('that is missing is named', () =>
    expect(runTool('no-such-program', [])).rejects.toMatchObject({
      id: 'send-no-tool',
      params: { tool: 'no-such-program' },
    }));
  test('that fails is quoted', () =>
    expect(node('console.error("no room"); process.exit(4)')).rejects.toMatchObject({
      id: 'send-failed',
      params: { detail: 'no room' },
    }));
  test('may answer with a status', async () =>
    expect(await node('process.exit(3)', { answers: [3] })).toMatchObject({ status: 3 }));
  test('that reads nothing is no fault of ours', () =>
    expect(node('process.exit(5)', { input: 'x'.repeat(1_000_000) })).rejects.toMatchObject({
      id: 'send-failed',
    }));
  test.each([
    [
      'fatal: https://press:s3cret@example.org/x.git not found',
      'fatal: https://…@example.org/x.git not found',
    ],
    ['git@example.org: Permission denied', 'git@example.org: Permission denied'],
  ])('does not tell a password: %s', (said, told) => expect(withoutSecrets(said)).toBe(told));
});
