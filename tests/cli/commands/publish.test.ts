import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { serveFolder } from '#serve/static-server.ts';
import { copyProgram } from '../../incremental/program.ts';
import { run as runIn, start as startIn } from '../../sites/command.ts';
import { pdfWith } from '../../checks/pdf.ts';

// One press office from its first day on: each test begins where the one before it has ended.

let desk: string;
let program: string;
beforeAll(() => {
  desk = mkdtempSync(join(tmpdir(), 'jarshy-publish-'));
  program = copyProgram();
  cpSync(join(import.meta.dirname, '../../fixtures/one-language'), join(desk, 'content'), {
    recursive: true,
  });
  mkdirSync(join(desk, 'nowhere'));
  write(
    '2026/leaked/index.ru.md',
    ['title: Список телефонов', 'date: 2026-02-01'],
    'Вот они: needle-removed.\n\n[Список](./needle-removed.pdf)\n',
  );
  writeFileSync(
    join(desk, 'content/announcements/2026/leaked/needle-removed.pdf'),
    pdfWith('needle-removed', ''),
  );
});
afterAll(() => {
  for (const folder of [desk, program]) rmSync(folder, { recursive: true, force: true });
});

/** Our commands in a copy of the program: it builds while other test files build. */
const run = (args: readonly string[], from: string) => runIn(args, from, program);
const start = (args: readonly string[], from: string) => startIn(args, from, program);

function write(path: string, fields: readonly string[], body = 'Текст.\n'): void {
  const file = join(desk, 'content/announcements', path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, ['---', ...fields, '---', '', body].join('\n'));
}

const publish = (...args: string[]) => run(['publish', '--state-from', 'nowhere', ...args], desk);
const current = () => readlinkSync(join(desk, 'published/current'));
const publicFile = (path: string) => join(desk, 'published/current/public', path);
const releases = () => readdirSync(join(desk, 'published/releases'));

/** Publishes, and sees that nothing has changed for the public. */
async function refused(...args: string[]): Promise<string> {
  const before = existsSync(join(desk, 'published/current')) ? current() : undefined;
  const { status, stderr } = await publish(...args);
  expect(status).toBe(1);
  expect(before && current()).toBe(before);
  expect(existsSync(join(desk, 'published/publish.lock'))).toBe(false);
  return stderr;
}

async function published(...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await publish(...args);
  expect([status, stderr]).toEqual([0, '']);
  return stdout;
}

describe('the first time', () => {
  test('nobody knows what was published before, so that must be said', async () => {
    expect(await refused()).toMatch(
      /^There is no record of what has been published before at .*nowhere\. .*--first/u,
    );
  });
  test('then it is public, with a state that is not', async () => {
    expect(await published('--first')).toMatch(
      /^Published: 3 texts, release 000001-\S+\. The web server finds the site in published\/current\/public$/mu,
    );
    expect(existsSync(publicFile('index.html'))).toBe(true);
    expect(readdirSync(join(desk, 'published/current/state')).sort()).toEqual([
      'events.json',
      'files.json',
      'ledger.json',
      'log.json',
      'news.json',
      'pages.json',
      'release.json',
      'schedule.json',
    ]);
    expect(readFileSync(publicFile('_state/ledger.json'), 'utf8')).toContain(
      '"/ru/news/2026/leaked/needle-removed.pdf"',
    );
    expect(globSync('**/schedule.json', { cwd: publicFile('') })).toEqual([]);
  });
  test('and is not the first time any more', async () =>
    expect(await refused('--first')).toContain('Leave it out.'));
});

describe('what is published', () => {
  const text = () => join(desk, 'content/announcements/2026/new-hours');

  test('cannot be hidden as a draft', async () => {
    const file = join(text(), 'index.ru.md');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace('---\n', '---\ndraft: true\n'));
    const stderr = await refused();
    expect(stderr).toContain('content/announcements/2026/new-hours/index.ru.md:2');
    expect(stderr).toMatch(/“withdrawnOn: \d{4}-\d{2}-\d{2}”/u);
    writeFileSync(file, before);
  });

  test('cannot vanish, nor change its address; the remedy can be pasted', async () => {
    renameSync(text(), join(desk, 'content/announcements/2026/new-hour'));
    expect(await refused()).toContain('/ru/news/2026/new-hours/: moved to /ru/news/2026/new-hour/');
    // A rehearsal says the same.
    const rehearsal = await run(['build', '--out', 'rehearsal', '--previous', 'published'], desk);
    expect([rehearsal.status, rehearsal.stderr.includes('/ru/news/2026/new-hours/')]).toEqual([
      1,
      true,
    ]);
    const { stdout } = await publish('--json');
    const [problem] = (
      JSON.parse(stdout) as { problems: Array<{ id: string; params: { line: string } }> }
    ).problems;
    writeFileSync(join(desk, 'content/permalinks.yaml'), `${problem!.params.line}\n`);
    await published();
    expect(readFileSync(publicFile('ru/news/2026/new-hours/index.html'), 'utf8')).toContain(
      '0; url=/ru/news/2026/new-hour/',
    );
  });
});

test('an old release becomes public again, and what it does not know is not forgotten', async () => {
  const { status, stdout } = await run(['publish', '--rollback', '--json'], desk);
  expect([status, JSON.parse(stdout)]).toEqual([
    0,
    {
      outcomes: [],
      release: expect.stringMatching(/^000003-/u),
      repeats: expect.stringMatching(/^000001-/u),
      purged: [],
    },
  ]);
  expect(readFileSync(publicFile('ru/news/2026/new-hours/index.html'), 'utf8')).not.toContain(
    'http-equiv="refresh"',
  );
  expect(readFileSync(publicFile('_state/ledger.json'), 'utf8')).toContain(
    '"/ru/news/2026/new-hour/"',
  );
  expect(existsSync(publicFile('../public.server/nginx.conf'))).toBe(true);
});

test('killed in the middle of its work, it leaves the site and the next one as they were', async () => {
  const before = current();
  const { process: child, end } = start(['publish'], desk);
  // While Astro writes pages.
  let hasEnded = false;
  void end.then(() => (hasEnded = true));
  const page = 'published/releases/.new-*/public/ru/index.html';
  while (globSync(page, { cwd: desk }).length === 0) {
    expect(hasEnded).toBe(false);
    await new Promise((later) => setTimeout(later, 5));
  }
  child.kill('SIGKILL');
  await end;
  expect(current()).toBe(before);
  await published();
  expect(current()).toMatch(/\/000004-/u);
  expect(releases().filter((name) => name.startsWith('.'))).toEqual([]);
});

test('what is removed leaves every release, and no byte of it stays', async () => {
  const withNeedle = () =>
    globSync('**/*', { cwd: join(desk, 'published') }).filter((path) => {
      const file = join(desk, 'published', path);
      return (
        path.includes('needle-removed') ||
        (statSync(file).isFile() && readFileSync(file).includes('needle-removed'))
      );
    });
  expect(withNeedle()).not.toEqual([]);
  write(
    '2026/leaked/index.ru.md',
    [
      'title: Список телефонов',
      'date: 2026-02-01',
      'removedOn: 2026-02-02',
      'removedReason: В нём были личные данные.',
    ],
    'Вот они: needle-removed.\n',
  );
  const stdout = await published();
  expect(stdout.match(/was erased/gu)).toHaveLength(4);
  expect(withNeedle()).toEqual([]);
  // Its name is only in the rules of servers, which nobody can ask for.
  const naming = globSync('current/**/*', { cwd: join(desk, 'published') }).filter((path) => {
    const file = join(desk, 'published', path);
    return (
      path.includes('2026/leaked') ||
      (statSync(file).isFile() && readFileSync(file).includes('2026/leaked'))
    );
  });
  expect(naming.sort()).toEqual([
    'current/public.server/Caddyfile',
    'current/public.server/addresses.tsv',
    'current/public.server/nginx.conf',
  ]);
  expect(releases()).toHaveLength(1);
  expect((await run(['publish', '--rollback'], desk)).stderr).toBe(
    'There is no earlier release to which one could go back.\n',
  );
});

test('a faulty text stops no other: it is as it was, and that is said', async () => {
  const file = join(desk, 'content/announcements/2026/new-hour/index.ru.md');
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, before.replace('title:', 'titel:'));
  expect(await refused()).toContain('Nothing has been changed on the site.');
  write('2026/sound/index.ru.md', ['title: Исправное', 'date: 2026-02-01']);
  const { status, stdout, stderr } = await publish();
  expect([status, stderr]).toEqual([
    4,
    expect.stringMatching(/“titel”[^]*problems were found\.\n+$/u),
  ]);
  expect(stdout).toContain('content/announcements/2026/new-hour: public as it was before');
  expect(existsSync(publicFile('ru/news/2026/sound/index.html'))).toBe(true);
  expect(existsSync(publicFile('ru/news/2026/new-hour/index.html'))).toBe(true);
  rmSync(join(desk, 'content/announcements/2026/sound'), { recursive: true });
  writeFileSync(join(desk, 'content/permalinks.yaml'), '/ru/news/2026/sound/: moved to /ru/\n', {
    flag: 'a',
  });
  const asJson = await publish('--json');
  expect([asJson.status, JSON.parse(asJson.stdout)]).toEqual([
    4,
    expect.objectContaining({
      left: [{ part: 'announcements/2026/new-hour', how: 'as-before' }],
      problems: expect.arrayContaining([expect.objectContaining({ id: 'unknown-field' })]),
    }),
  ]);
  writeFileSync(file, before);
  await published();
});

test('a machine without a memory reads it back from the public address', async () => {
  const { url, close } = await serveFolder({ folder: publicFile(''), base: '/' });
  onTestFinished(close);
  const there = () => run(['publish', '--to', 'elsewhere', '--state-from', url], desk);
  const text = join(desk, 'content/announcements/2026/new-hour');
  renameSync(text, join(desk, 'aside'));
  const lost = await there();
  expect([lost.status, lost.stderr.includes('/ru/news/2026/new-hour/')]).toEqual([1, true]);
  renameSync(join(desk, 'aside'), text);
  expect((await there()).status).toBe(0);
  const ledger = (target: string) =>
    readFileSync(join(desk, target, 'current/state/ledger.json'), 'utf8');
  expect(ledger('elsewhere')).toBe(ledger('published'));
  // Nothing was said otherwise, so nothing was added.
  expect(readFileSync(join(desk, 'elsewhere/current/state/log.json'), 'utf8')).toBe(
    readFileSync(publicFile('log.json'), 'utf8'),
  );
});

test('an event that is moved raises its revision, or nothing is published', async () => {
  const event = (...fields: string[]) =>
    write('2026/open-day/index.ru.md', [
      'title: День открытых дверей',
      'date: 2026-02-01',
      'kind: event',
      'eventPlace: Площадь',
      ...fields,
    ]);
  event('eventStart: 2026-03-01T10:00:00+03:00');
  await published();
  event('eventStart: 2026-03-02T10:00:00+03:00');
  const stderr = await refused();
  expect(stderr).toContain('content/announcements/2026/open-day/index.ru.md:6');
  expect(stderr).toContain('eventRevision: 1');
  event('eventStart: 2026-03-02T10:00:00+03:00', 'eventRevision: 1');
  await published();
});

describe('the log', () => {
  const log = () =>
    JSON.parse(readFileSync(publicFile('log.json'), 'utf8')) as {
      lines: Array<{ what: string; text?: string }>;
      salts: Record<string, string>;
    };
  const verify = (...args: string[]) => run(['verify', ...args, '--lang', 'en'], desk);

  test('has every publication, going back and removal of this press office; of the removed no salt', () => {
    expect(log().lines.map(({ what, text }) => `${what} ${text ?? ''}`.trim())).toEqual(
      expect.arrayContaining([
        'published 2026/new-hours/ru',
        'gone 2026/new-hours/ru',
        'published 2026/new-hour/ru',
        'rolled-back',
        'gone 2026/new-hour/ru',
        'removed',
      ]),
    );
    expect(readFileSync(publicFile('log.json'), 'utf8')).not.toContain('2026/leaked');
    expect(readFileSync(join(desk, 'published/current/state/log.json'), 'utf8')).toBe(
      readFileSync(publicFile('log.json'), 'utf8'),
    );
  });

  test('holds, from its folder and from its public address', async () => {
    const { url, close } = await serveFolder({ folder: publicFile(''), base: '/' });
    onTestFinished(close);
    for (const place of ['published', url]) {
      const { status, stdout } = await verify(place);
      expect([status, place], stdout).toEqual([0, place]);
      expect(stdout).toMatch(/^Files compared with the list of the release: \d+\.$/mu);
      expect(stdout).toContain(
        `The record holds. Lines: ${log().lines.length}, texts compared: 3.\n`,
      );
    }
  });

  test('does not hold where a text was changed in silence, a line rewritten, or an older copy had more', async () => {
    cpSync(publicFile(''), join(desk, 'forged'), { recursive: true });
    const data = join(desk, 'forged/api/announcements/2026/new-hour.json');
    writeFileSync(data, readFileSync(data, 'utf8').replace('"title":"', '"title":"Не '));
    const file = join(desk, 'forged/log.json');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('"what":"published"', '"what":"changed"'),
    );
    const { status, stdout } = await verify(
      'forged',
      '--against',
      'published/current/public/log.json',
    );
    expect(status).toBe(1);
    expect(stdout.split('\n').filter((line) => line && !/compared/u.test(line))).toEqual([
      'Line 2 does not carry the hash of the line before: that one was changed, or one was taken out.',
      'The text 2026/new-hour/ru is not the one that was recorded.',
      'Line 1 is not the one that the older copy has, or is gone.',
      'The file /api/announcements/2026/new-hour.json is not as it was published.',
      'The file /log.json is not as it was published.',
      'If this is your site, publish it again: that replaces its files. Then find out who can write into its folder.',
      'The record does not hold: 5 faults.',
    ]);
    expect((await verify('nowhere')).stderr).toMatch(/^The record cannot be read: .*log\.json/u);
  });

  test('and the files: a page that was changed in place, with its size and time, is found and made again', async () => {
    const page = publicFile('ru/index.html');
    const [sound, { atime, mtime }] = [readFileSync(page, 'utf8'), statSync(page)];
    const forged = sound.replaceAll('Городская', 'Городской');
    expect(forged).not.toBe(sound);
    writeFileSync(page, forged);
    utimesSync(page, atime, mtime);
    expect((await verify('published')).stdout).toContain(
      'The file /ru/index.html is not as it was published.\n',
    );
    const { status, stdout } = await publish('--lang', 'en');
    expect(status).toBe(4);
    expect(stdout).toContain(
      '1 file of the public site was no longer as it had been published, and was replaced: /ru/index.html.',
    );
    expect(readFileSync(publicFile('ru/index.html'), 'utf8')).toBe(sound);
    expect((await verify('published')).status).toBe(0);
  });

  test('that is lost stops the next publication: a new one would say that nothing was ever published', async () => {
    renameSync(join(desk, 'published/current/state/log.json'), join(desk, 'log.json'));
    expect(await refused()).toContain('/log.json');
    renameSync(join(desk, 'log.json'), join(desk, 'published/current/state/log.json'));
  });
});

describe.concurrent('what can be refused before anything is built', () => {
  test.each([
    ['something of somebody else’s', ['--to', '.'], 'The folder of the site, “.”, cannot lie in'],
    ['no number', ['--keep', 'all'], '“all” is not a number of releases to keep.'],
    ['a release without --rollback', ['000001'], 'It is not clear what “000001” is for.'],
    [
      'nobody answers',
      ['--to', 'new', '--state-from', 'http://127.0.0.1:1/'],
      'The record of what has been published before could not be fetched: http://127.0.0.1:1/_state/ledger.json.',
    ],
  ])('%s', async (_, args, sentence) => {
    const { status, stderr } = await run(['publish', ...args], desk);
    expect([status, stderr.slice(0, sentence.length)]).toEqual([1, sentence]);
  });
});
