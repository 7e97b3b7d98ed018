import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { copyProgram } from '../../incremental/program.ts';
import { moment, root } from '../../sites/build-all.ts';
import { run as runIn, start as startIn } from '../../sites/command.ts';
import type { Page } from '../../sites/page.ts';
import { filesIn, filesWith, openSite } from '../../sites/site.ts';

// These build with Astro, which only one process at a time may do in one checkout: they stand in one file, whose tests
// run one after the other, and build in a copy of the program, beside what other files do.

const fixture = (name: string) => join(root, 'tests/fixtures', name);
/** A process that has ended: the kernel gives no number beyond this one (pid_max). */
const nobody = 4_194_305;

let desk: string;
let program: string;
let lock: string;
beforeAll(() => {
  desk = mkdtempSync(join(tmpdir(), 'jarshy-desk-'));
  program = copyProgram();
  lock = join(program, '.cache/build.lock');
});
afterAll(() => {
  for (const folder of [desk, program]) rmSync(folder, { recursive: true, force: true });
});

const run = (args: readonly string[], from?: string) => runIn(args, from, program);
const start = (args: readonly string[], from?: string) => startIn(args, from, program);

/** What the fixture `mixed` is warned of: titles with tags, which are there for a test of escaping. */
const ofMixed = ['markup/index.kk.md (literal-marks)', 'markup/index.ru.md (literal-marks)'];

/** The files and rules of the warnings in a report; of another report, its text. */
function warningsIn(stderr: string): string[] {
  const found = [
    ...stderr.matchAll(/(?<file>[^/\n]+\/index\.\w+\.md):\d+ \(warning: (?<rule>[\w-]+)\)$/gmu),
  ].map(({ groups }) => `${groups!.file} (${groups!.rule})`);
  return /; \d+ things on it could be better\.\s*$/u.test(stderr) ? found : [stderr];
}

/** Every file with its bytes. */
function contentsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesIn(folder).map((file) => [file, readFileSync(join(folder, file)).toString('base64')]),
  );
}

test('the same content at the same moment gives the same bytes, wherever it lies and whoever asks from where', async () => {
  // Copied: other paths, other times of change. Named by paths that begin where the person stands. Vitest's
  // variables (MODE, DEV …) are in the environment here, and were not when the sites of all tests were built.
  mkdirSync(join(desk, 'office'));
  cpSync(fixture('mixed'), join(desk, 'office/texts'), { recursive: true });
  const { status, stderr, stdout } = await run(
    ['build', '--content', 'texts', '--out', '../again', '--now', moment],
    join(desk, 'office'),
  );
  expect([status, warningsIn(stderr)]).toEqual([0, ofMixed]);
  expect(stdout).toContain('Building the site from texts…');

  const [first, second] = [
    contentsOf(join(inject('sites'), 'mixed')),
    contentsOf(join(desk, 'again')),
  ];
  expect(Object.keys(second)).toEqual(Object.keys(first));
  expect(Object.keys(first).filter((file) => first[file] !== second[file])).toEqual([]);
  expect(Object.keys(first).some((file) => file.endsWith('.pf_index'))).toBe(true);
});

test('a site may lie in a folder whose name begins like that of the program', async () => {
  const beside = mkdtempSync(`${program}-`);
  onTestFinished(() => rmSync(beside, { recursive: true, force: true }));
  mkdirSync(join(beside, 'site.old'));
  const { status, stderr } = await run(
    ['build', '--content', fixture('one-language'), '--out', join(beside, 'site')],
    program,
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(existsSync(join(beside, 'site/index.html'))).toBe(true);
  // A folder of somebody else's stays, whatever it is called.
  expect(readdirSync(beside).sort()).toEqual(['site', 'site.old', 'site.server']);
});

describe('an embargo', () => {
  test('ends at its moment, and a lock that has been silent for long is taken over', async () => {
    mkdirSync(join(program, '.cache'), { recursive: true });
    writeFileSync(lock, String(nobody));
    utimesSync(lock, 0, 0);
    const { status, stderr } = await run([
      'build',
      '--content',
      fixture('mixed'),
      '--out',
      join(desk, 'after'),
      '--now',
      '2026-06-15T10:00:00+05:00',
    ]);
    expect([status, warningsIn(stderr)]).toEqual([0, ofMixed]);
    expect(existsSync(lock)).toBe(false);
  });

  test('what was held is now in pages, lists, feeds, the sitemap and the search; what is held longer is not', () => {
    const files = filesWith(openSite(join(desk, 'after')), 'needle-embargo');
    for (const part of [
      '/kk/index.html',
      '/ru/index.html',
      '/kk/rss.xml',
      '/ru/atom.xml',
      '/ru/feed.json',
      '/api/announcements.csv',
      '/sitemap-2026.xml',
      '/news-sitemap.xml',
      '/_search/kk/fragment/',
      '/ru/people/held-laureate/index.html',
      '/kk/news/2026/needle-embargo/needle-embargo.pdf',
      '/ru/needle-embargo/index.html',
    ]) {
      expect(
        files.some((file) => file.startsWith(part)),
        part,
      ).toBe(true);
    }
    expect(filesWith(openSite(join(desk, 'after')), 'needle-later')).toEqual([]);
  });
});

describe('a preview', () => {
  test('shows what is held, marked, and nothing that is removed', async () => {
    const { status, stderr } = await run([
      'build',
      '--preview',
      '--content',
      fixture('mixed'),
      '--out',
      join(desk, 'preview'),
      '--now',
      moment,
    ]);
    expect([status, warningsIn(stderr)]).toEqual([0, ofMixed]);
    const site = openSite(join(desk, 'preview'));
    for (const needle of ['needle-embargo', 'needle-draft', 'needle-later'])
      expect(filesWith(site, needle)).not.toEqual([]);
    expect(filesWith(site, 'needle-removed')).toEqual([]);
    expect(site.page('/ru/news/2026/needle-draft/').one('main').text).toContain(
      'Ещё не опубликовано.',
    );
  });

  test('is closed to search engines, and every page says what it is', () => {
    const site = openSite(join(desk, 'preview'));
    expect(site.text('/robots.txt')).toBe('User-agent: *\nDisallow: /\n');
    expect(site.files.filter((file) => file.includes('sitemap'))).toEqual([
      '/news-sitemap.xml',
      '/sitemap-pages.xml',
      '/sitemap.xml',
    ]);
    expect(site.text('/sitemap-pages.xml') + site.text('/news-sitemap.xml')).not.toContain('<loc>');
    const marks = (page: Page) => [
      page.all('meta', { name: 'robots' })[0]?.attributes.content,
      page.all('p', { className: 'preview-mark' }).length,
    ];
    for (const page of site.pages.filter(({ address }) => /^\/(?:kk|ru)\//u.test(address)))
      expect([page.address, ...marks(page)]).toEqual([page.address, 'noindex', 1]);
    for (const address of ['/', '/404.html'])
      expect([address, ...marks(site.page(address))]).toEqual([address, 'noindex', 2]);
    expect(marks(site.page('/kk/eski-jol/'))).toEqual(['noindex', 1]);
  });

  test('never takes the place of a public site; a public one may take its place', async () => {
    const out = join(desk, 'one-or-the-other');
    cpSync(join(inject('sites'), 'one-language'), out, { recursive: true });
    const before = contentsOf(out);
    const { status, stderr } = await run([
      'build',
      '--preview',
      '--content',
      fixture('one-language'),
      '--out',
      out,
      '--now',
      moment,
      '--lang',
      'en',
    ]);
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining('a preview with its drafts must not stand there'),
    ]);
    expect(contentsOf(out)).toEqual(before);

    rmSync(out, { recursive: true });
    expect(
      (
        await run([
          'build',
          '--preview',
          '--content',
          fixture('one-language'),
          '--out',
          out,
          '--now',
          moment,
        ])
      ).status,
    ).toBe(0);
    expect(
      (
        await run([
          'build',
          '--preview',
          '--content',
          fixture('one-language'),
          '--out',
          out,
          '--now',
          moment,
        ])
      ).status,
    ).toBe(0);
    expect(
      (await run(['build', '--content', fixture('one-language'), '--out', out, '--now', moment]))
        .status,
    ).toBe(0);
    expect(
      openSite(out).pages.filter((page) => page.all('p', { className: 'preview-mark' }).length > 0),
    ).toEqual([]);
  });
});

describe('a site with problems', () => {
  const content = () => join(desk, 'troubled');
  const out = () => join(desk, 'public');
  const build = () =>
    run(['build', '--content', 'troubled', '--out', 'public', '--now', moment], desk);

  beforeAll(() => {
    cpSync(fixture('one-language'), content(), { recursive: true });
    cpSync(join(inject('sites'), 'one-language'), out(), { recursive: true });
  });

  /** Builds with some files written over, and sees that the site that stands there is as it was. */
  async function buildWith(files: Record<string, string>) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(content(), path, '..'), { recursive: true });
      writeFileSync(join(content(), path), text);
    }
    const before = contentsOf(out());
    const ended = await build();
    expect(contentsOf(out())).toEqual(before);
    expect(readdirSync(desk).filter((name) => name.includes('public'))).toEqual(['public']);
    expect(existsSync(lock)).toBe(false);
    for (const path of Object.keys(files)) rmSync(join(content(), path, '..'), { recursive: true });
    return ended;
  }

  test('in its texts: all are told at once, sorted by file, and nothing is changed', async () => {
    const { status, stderr } = await buildWith({
      'announcements/2026/bad-date/index.ru.md': '---\ntitle: X\ndate: 2026-02-30\n---\n\nX\n',
      'announcements/2026/a-bad-field/index.ru.md': '---\ntitel: X\ndate: 2026-02-01\n---\n\nX\n',
    });
    expect(status).toBe(1);
    expect(stderr.match(/^troubled\/.*$/gmu)).toEqual([
      'troubled/announcements/2026/a-bad-field/index.ru.md:2',
      'troubled/announcements/2026/a-bad-field/index.ru.md:2',
      'troubled/announcements/2026/bad-date/index.ru.md:3',
    ]);
    expect(stderr).toMatch(/3 problems were found/u);
  });

  test('in the finished pages: the same', async () => {
    const { status, stderr } = await buildWith({
      'announcements/2026/bad-link/index.ru.md':
        '---\ntitle: X\ndate: 2026-02-01\n---\n\nСмотрите\n[здесь](/ru/nowhere/).\n',
    });
    expect(status).toBe(1);
    expect(stderr).toContain('troubled/announcements/2026/bad-link/index.ru.md:7');
    expect(stderr).toContain('/ru/nowhere/');
  });
});

describe('two builds at once', () => {
  test('the second is refused and says who is at work; the first ends well', async () => {
    const first = start([
      'build',
      '--content',
      fixture('one-language'),
      '--out',
      join(desk, 'first'),
    ]);
    while (!existsSync(lock)) await new Promise((later) => setTimeout(later, 20));
    // Held in the middle of its work, however long the second takes to start.
    first.process.kill('SIGSTOP');
    const second = await run([
      'build',
      '--content',
      fixture('one-language'),
      '--out',
      join(desk, 'second'),
    ]);
    first.process.kill('SIGCONT');
    expect([second.status, second.stderr]).toEqual([
      1,
      `Another build is running here (process ${first.process.pid}). Wait until it has ended and try again. If it was interrupted, try again in a minute.\n`,
    ]);
    expect(existsSync(join(desk, 'second'))).toBe(false);
    expect((await first.end).status).toBe(0);
    expect(existsSync(lock)).toBe(false);
  });
});

describe.concurrent('what can be refused before anything is built', () => {
  const refusals: ReadonlyArray<[string, string[], string]> = [
    ['an unknown command', ['biuld'], 'There is no command “biuld”.'],
    [
      'an unknown option',
      ['build', '--contents', 'x'],
      'This command has no option “--contents”. It takes: --content, ',
    ],
    ['no such folder', ['build', '--content', 'nowhere'], 'There is no folder “nowhere”.'],
    [
      'no moment',
      ['build', '--content', fixture('mixed'), '--out', 'new', '--now', '2026-13-45'],
      '“2026-13-45” is not a moment in time.',
    ],
    [
      'a moment without its offset',
      ['build', '--content', fixture('mixed'), '--out', 'new', '--now', '2026-01-22T10:00'],
      '“2026-01-22T10:00” is not a moment in time.',
    ],
    [
      'a folder that holds something else',
      ['build', '--content', fixture('mixed'), '--out', '.'],
      'The folder “.” holds something else than a Jarshy site, which would be erased.',
    ],
    [
      'the site inside its own content',
      ['build', '--content', '.', '--out', 'x'],
      'The folder of the site, “x”, cannot lie in the folder with the announcements or be the same.',
    ],
    [
      'no port',
      ['start', '--content', fixture('one-language'), '--out', 'new', '--port', 'http'],
      '“http” is not a port: ',
    ],
  ];

  test.each(refusals)('%s', async (_, args, sentence) => {
    const folder = mkdtempSync(join(desk, 'refused-'));
    writeFileSync(join(folder, 'diary.txt'), 'mine');
    const { status, stderr } = await run(args, folder);
    expect([status, stderr.startsWith(sentence)], stderr).toEqual([1, true]);
    expect(readdirSync(folder)).toEqual(['diary.txt']);
  });
});

test('npm start builds, serves, prints the address, and ends when told to', async () => {
  const { process: child, end } = start(
    ['start', '--content', fixture('base-path'), '--out', 'served', '--port', '0', '--now', moment],
    desk,
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  let printed = '';
  await new Promise<void>((ready) =>
    child.stdout!.on('data', (chunk) => (printed += String(chunk)).includes('Ctrl+C') && ready()),
  );
  const address = /http:\/\/127\.0\.0\.1:\d+\/press\//u.exec(printed)![0];
  expect((await fetch(`${address}kk/`)).status).toBe(200);
  child.kill('SIGTERM');
  expect((await end).status).toBe(0);
});
