import { describe, expect, test } from 'vitest';
import { findChromium, steps } from '../browser/chromium.ts';
import type { Machine } from '../browser/machine.ts';

/** A machine on which nothing exists and every command fails, but for what a test adds; it remembers what it was asked to run. */
function machine({
  files = [] as string[],
  installs = {},
  ...rest
}: { files?: string[]; installs?: Record<string, string> } & Partial<Machine> = {}) {
  const present = new Set(files);
  const ran: string[] = [];
  const on: Machine = {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    isRoot: false,
    exists: (path) => present.has(path),
    async run(command, args, seconds) {
      const line = [command === process.execPath ? 'node' : command, ...args].join(' ');
      ran.push(`${line} (${seconds} s)`);
      if (!(line in installs)) throw new Error('ended with status 1');
      present.add(installs[line]!);
    },
    playwrightChromium: () => '/cache/chromium/chrome',
    playwrightCli: () => 'cli.js',
    ...rest,
  };
  return { on, ran };
}

const download = 'node cli.js install chromium --no-shell';
const debian = {
  files: ['/usr/bin/apt-get'],
  installs: {
    '/usr/bin/apt-get update': '',
    '/usr/bin/apt-get install -y chromium': '/usr/bin/chromium',
  },
};

test('the ways to a browser are tried in this order', () => {
  expect(Object.keys(steps(machine().on))).toEqual([
    '$CHROMIUM',
    'the Chromium installed by Playwright',
    'a Chromium or Chrome in PATH and in the usual places',
    'Playwright’s download',
    'apt-get install chromium',
  ]);
});

describe('a browser that is there is used, and nothing is run', () => {
  const everything = ['/cache/chromium/chrome', '/usr/bin/chromium'];
  test.each<[string, Parameters<typeof machine>[0], string]>([
    [
      'the one that is named',
      { files: everything, env: { CHROMIUM: '/mine', PATH: '/usr/bin' } },
      '/mine',
    ],
    ['Playwright’s before the system’s', { files: everything }, '/cache/chromium/chrome'],
    ['the system’s', { files: ['/usr/bin/chromium'] }, '/usr/bin/chromium'],
    [
      'the one without a window before the other',
      { files: ['/usr/bin/chromium', '/usr/bin/chromium-headless-shell'] },
      '/usr/bin/chromium-headless-shell',
    ],
    [
      'earlier in PATH',
      { files: ['/usr/bin/chromium', '/usr/local/bin/google-chrome'] },
      '/usr/local/bin/google-chrome',
    ],
    [
      'an empty CHROMIUM is none',
      { files: ['/usr/bin/chrome'], env: { CHROMIUM: '', PATH: '/usr/bin' } },
      '/usr/bin/chrome',
    ],
    [
      'macOS',
      {
        platform: 'darwin',
        env: { HOME: '/Users/a' },
        files: ['/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium'],
      },
      '/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    [
      'Windows',
      {
        platform: 'win32',
        env: { PATH: 'C:\\x;C:\\y', ProgramFiles: 'C:\\Program Files' },
        files: ['C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
      },
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
  ])('%s', async (_, given, path) => {
    const { on, ran } = machine(given);
    expect(await findChromium(on)).toBe(path);
    expect(ran).toEqual([]);
  });
});

test('where there is none, Playwright downloads one within a minute', async () => {
  const { on, ran } = machine({ installs: { [download]: '/cache/chromium/chrome' } });
  expect(await findChromium(on)).toBe('/cache/chromium/chrome');
  expect(ran).toEqual([`${download} (60 s)`]);
});

test('where the download fails too, root on Debian gets the package', async () => {
  const { on, ran } = machine({ ...debian, isRoot: true });
  expect(await findChromium(on)).toBe('/usr/bin/chromium');
  expect(ran).toEqual([
    `${download} (60 s)`,
    '/usr/bin/apt-get update (900 s)',
    '/usr/bin/apt-get install -y chromium-headless-shell (900 s)',
    '/usr/bin/apt-get install -y chromium (900 s)',
  ]);
});

test('and the one without a window where the package exists', async () => {
  const shell = '/usr/bin/chromium-headless-shell';
  const { on, ran } = machine({
    files: debian.files,
    installs: {
      ...debian.installs,
      '/usr/bin/apt-get install -y chromium-headless-shell': shell,
    },
    isRoot: true,
  });
  expect(await findChromium(on)).toBe(shell);
  expect(ran.at(-1)).toBe('/usr/bin/apt-get install -y chromium-headless-shell (900 s)');
});

test('in CI the package is installed with sudo, which must not ask for a password', async () => {
  const installs = {
    'sudo -n /usr/bin/apt-get update': '',
    'sudo -n /usr/bin/apt-get install -y chromium': '/usr/bin/chromium',
  };
  const { on } = machine({ files: debian.files, installs, env: { PATH: '/usr/bin', CI: 'true' } });
  expect(await findChromium(on)).toBe('/usr/bin/chromium');
});

test('a developer’s machine is not changed with apt-get', async () => {
  const { on, ran } = machine(debian);
  await expect(findChromium(on)).rejects.toThrow(
    'apt-get install chromium (only for root, or with CI=true)',
  );
  expect(ran).toEqual([`${download} (60 s)`]);
});

test('when all fails, one sentence says what is missing, what was tried and what to do', async () => {
  const { on } = machine({ isRoot: true });
  await expect(findChromium(on)).rejects.toThrow(
    'The browser tests need Chromium or Chrome, and there is none after trying $CHROMIUM; the Chromium installed by Playwright; ' +
      'a Chromium or Chrome in PATH and in the usual places; Playwright’s download (ended with status 1); ' +
      'apt-get install chromium (there is no apt-get): install one, or set CHROMIUM to the path of its program.',
  );
});
