import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressHash, noticeAddress } from '#site/removed-address.ts';
import { png } from '../../importers/pictures.ts';
import { copyProgram } from '../../incremental/program.ts';
import { run as runIn } from '../../sites/command.ts';

// One press office that has to remove a text at once. Each test begins where the one before it has ended.

let desk: string;
let program: string;
const folder = '2026/ivan-petrov';
const at = (path: string) => join(desk, path);
const run = (...args: string[]) => runIn(args, desk, program);

function write(path: string, text: string | Uint8Array): void {
  const file = at(join('content', path));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
const markdown = (fields: readonly string[], body: string) =>
  ['---', ...fields, '---', '', body, ''].join('\n');

beforeAll(() => {
  desk = mkdtempSync(join(tmpdir(), 'jarshy-remove-'));
  program = copyProgram();
  cpSync(join(import.meta.dirname, '../../fixtures/one-language'), at('content'), {
    recursive: true,
  });
  mkdirSync(at('nowhere'));
  write('topics.yaml', 'petrov-case: { label: { ru: Дело needlename } }\n');
  write('people/i-petrov.yaml', 'name: { ru: И. Needlename }\nrole: { ru: Водитель }\n');
  write(`announcements/${folder}/photo.png`, png(7));
  write(`announcements/${folder}/needle-list.csv`, 'needlefile,1\n');
  write(
    `announcements/${folder}/index.ru.md`,
    markdown(
      [
        'title: Needletitle задержан',
        'date: 2026-02-01',
        'topics: [petrov-case]',
        'people: [i-petrov]',
        'cover: ./photo.png',
        'coverAlt: Needlealt',
        'aliases: [/ru/arrest-of-petrov/]',
        'attachments: [{ file: ./needle-list.csv, title: Список }]',
      ],
      'Needlebody: вот что случилось.',
    ),
  );
  write(
    'announcements/2026/link/index.ru.md',
    markdown(['title: Другое', 'date: 2026-02-02'], `[Раньше](/ru/news/${folder}/) было иначе.`),
  );
});
afterAll(() => {
  for (const place of [desk, program]) rmSync(place, { recursive: true, force: true });
});

/**
 * The files below a folder that say something of the removed text, by name or content.
 * @param allowed what a file may say of it
 */
function telling(place: string, except: RegExp = /^$/u, allowed: RegExp = /^$/gu): string[] {
  return globSync('**/*', { cwd: place, dot: true } as Parameters<typeof globSync>[1])
    .map(String)
    .filter((path) => !/(?:^|\/)(?:src|node_modules|public)\/$/u.test(path) && !except.test(path))
    .filter((path) => {
      const file = join(place, path);
      const found = statSync(file, { throwIfNoEntry: false });
      return (
        /needle|petrov/iu.test(path) ||
        (found?.isFile() === true &&
          /needle|petrov/iu.test(readFileSync(file, 'latin1').replaceAll(allowed, '')))
      );
    });
}

test('it was public', async () => {
  const { status, stderr } = await run('publish', '--first', '--state-from', 'nowhere');
  expect([status, stderr]).toEqual([0, '']);
  expect(telling(at('published/current/public')).length).toBeGreaterThan(10);
  expect(telling(join(program, '.cache'))).not.toEqual([]);
  expect(existsSync(at('published/current/public/ru/topics/petrov-case/index.html'))).toBe(true);
});

test('an announcement that is not there is not removed, nor is one without a reason', async () => {
  const unknown = await run('remove', 'ivan-petrow', '--reason', 'Суд');
  expect([unknown.status, unknown.stderr]).toEqual([1, expect.stringContaining(folder)]);
  const unreasoned = await run('remove', folder);
  expect([unreasoned.status, unreasoned.stderr]).toEqual([1, expect.stringContaining('--reason')]);
});

describe('then it is removed', () => {
  test('at once, and what is left to do is told', async () => {
    const address = `https://news.example.org/ru/news/${folder}/`;
    // Whatever is wrong with it and with others.
    write('announcements/2026/link/index.ru.md', '---\ntitel: Другое\n---\n');
    const file = at(`content/announcements/${folder}/index.ru.md`);
    writeFileSync(file, readFileSync(file, 'utf8').replace('title: ', 'title: "'));
    const { status, stdout, stderr } = await run('remove', address, '--reason', 'Решение суда.');
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('is no longer on the site');
    expect(stdout).toContain('Release 000001-');
    expect(stdout).toContain('content/announcements/2026/link/index.ru.md');
    expect(stdout).toContain('content/people/i-petrov.yaml');
    expect(stdout).toContain('content/topics.yaml (petrov-case)');
    expect(stdout).toContain(`content/announcements/${folder}/.index.ru.md.before-removal`);
    for (const gone of [
      address,
      `${address}needle-list.csv`,
      `${address}social.jpg`,
      'https://news.example.org/ru/arrest-of-petrov/',
      'https://news.example.org/ru/topics/petrov-case/',
      'https://news.example.org/ru/',
    ])
      expect(stdout.split('\n')).toContain(`  ${gone}`);
  });

  test('nothing of it is left but the reason', () => {
    const notice = noticeAddress('ru', `/ru/news/${folder}/`);
    const page = readFileSync(at(join('published/current/public', notice, 'index.html')), 'utf8');
    expect(page).toContain('Решение суда.');
    // What a server reads to answer that it is gone.
    expect(telling(at('published'), /^current/u).map((path) => basename(path))).toEqual([
      'Caddyfile',
      'addresses.tsv',
      'nginx.conf',
    ]);
    expect(readdirSync(at('published/releases'))).toHaveLength(1);
    const link = readFileSync(at('published/current/public/ru/news/2026/link/index.html'), 'utf8');
    expect(link).toContain(`href="${notice}"`);
    expect(
      JSON.parse(readFileSync(at('published/current/state/ledger.json'), 'utf8')),
    ).toMatchObject({
      addresses: {
        removed: [`/ru/news/${folder}/`, '/ru/arrest-of-petrov/']
          .map((path) => `/ru/news/removed/${addressHash(path)}/`)
          .sort(),
      },
    });
  });

  test('nor in the cache, also after the next publication', async () => {
    expect(telling(join(program, '.cache'))).toEqual([]);
    write(
      'announcements/2026/link/index.ru.md',
      markdown(['title: Другое', 'date: 2026-02-02'], 'Иначе.'),
    );
    const { status } = await run('publish');
    expect(status).toBe(0);
    // Code that seeks needles is compiled, and files that are still in the content folder have their names.
    expect(telling(join(program, '.cache'), /^compiled\//u, /petrov/giu)).toEqual([]);
  });

  test('and the log holds', async () => {
    const { status, stdout } = await run('verify', 'published');
    expect([status, stdout]).toEqual([0, expect.any(String)]);
  });
});
