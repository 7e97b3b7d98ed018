import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createClock } from '#clock.ts';
import type { Ledger } from '#history/ledger.ts';
import { buildSound } from '#release/build-sound.ts';
import { openSoundSources } from '#release/sound-sources.ts';
import { Problems } from '#schema/problem.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { permanentAddresses } from '#snapshot/addresses.ts';

// Everything but Astro: sources are read, rendered and checked against the ledger as a publication does it.

let folder: string;
let content: string;
const noon = new Date('2026-06-01T12:00:00Z');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarshy-sound-'));
  content = join(folder, 'content');
  cpSync(join(import.meta.dirname, '../fixtures/one-language'), content, { recursive: true });
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

function write(id: string, fields: readonly string[], body = 'Текст.\n'): string {
  const file = join(content, `announcements/${id}/index.ru.md`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, ['---', `title: Заголовок ${id}`, ...fields, '---', '', body].join('\n'));
  return file;
}

/** What is public: the addresses of the texts with their titles, and the ledger. */
interface Public {
  readonly titles: Readonly<Record<string, string>>;
  readonly ledger: Ledger;
}

async function built(from: string, now: Date, ledger: Ledger, heldBack?: ReadonlySet<string>) {
  const { snapshot } = await makeSnapshot({
    folder: from,
    clock: createClock(now),
    ledger,
    heldBack,
  });
  const { model } = snapshot;
  return {
    titles: Object.fromEntries(
      model.announcements.map(({ id, texts }) => [id, texts.ru!.title] as const),
    ),
    ledger: permanentAddresses(model, [], []),
  };
}

/** A publication of the present sources; what is public then, and what was left out. */
async function publish(before: Public | undefined, now = noon, isDue = false) {
  const ledger = before?.ledger ?? new Map();
  const sources = openSoundSources(join(folder, 'to'), content);
  try {
    const result = await built(content, now, ledger);
    sources.keep({ content });
    return { ...result, left: [] };
  } catch (fault) {
    if (!before) throw fault;
    const sound = await buildSound({
      sources,
      fault,
      ledger,
      isDue,
      build: (from, heldBack) => built(from, now, ledger, heldBack),
    });
    sources.keep(sound);
    return { ...sound.built, left: sound.left.map(({ part, how }) => `${part} ${how}`) };
  }
}

const breakTitle = (file: string) =>
  writeFileSync(file, readFileSync(file, 'utf8').replace('title:', 'titel:'));

describe('a faulty text', () => {
  test('stays as it was, and a new one comes out', async () => {
    const file = write('2026/good', ['date: 2026-02-01']);
    const first = await publish(undefined);
    breakTitle(file);
    write('2026/new', ['date: 2026-03-01']);
    const second = await publish(first);
    expect(second.titles).toEqual({ ...first.titles, '2026/new': 'Заголовок 2026/new' });
    expect(second.left).toEqual(['announcements/2026/good as-before']);
  });

  test.each([
    ['unreadable front matter', (file: string) => writeFileSync(file, '---\ntitle: "x\n---\n')],
    ['no front matter', (file: string) => writeFileSync(file, 'x')],
    [
      'an unknown topic',
      (file: string) => write('2026/good', ['date: 2026-02-01', 'topics: [no]']) && file,
    ],
    ['a missing picture', (file: string) => appendFileSync(file, '\n![Парк](./no.jpg)\n')],
    ['a missing file', (file: string) => appendFileSync(file, '\n[План](./no.pdf)\n')],
    ['another year', () => write('2026/good', ['date: 2025-02-01'])],
    ['two files', (file: string) => writeFileSync(`${file}x`, readFileSync(file))],
    ['bytes that are no text', (file: string) => writeFileSync(file, Buffer.from([0xc3, 0x28]))],
    ['a folder that holds nothing', (file: string) => rmSync(file)],
    ['no folder any more', (file: string) => rmSync(dirname(file), { recursive: true })],
    ['it turned into a draft', () => write('2026/good', ['date: 2026-02-01', 'draft: true'])],
  ])('with %s stops no other', async (_, damage) => {
    const file = write('2026/good', ['date: 2026-02-01']);
    write('2026/later', ['date: 2026-06-01T15:00:00Z']);
    const first = await publish(undefined);
    expect(Object.keys(first.titles)).not.toContain('2026/later');
    damage(file);
    const second = await publish(first, new Date('2026-06-01T15:00:00Z'), true);
    expect(second.titles).toEqual({ ...first.titles, '2026/later': 'Заголовок 2026/later' });
    expect(second.left).toEqual(['announcements/2026/good as-before']);
  });

  test('that has never been sound is left out', async () => {
    const first = await publish(undefined);
    breakTitle(write('2026/broken', ['date: 2026-02-01']));
    write('2026/new', ['date: 2026-03-01']);
    const { titles, left } = await publish(first);
    expect(Object.keys(titles)).toContain('2026/new');
    expect(left).toEqual(['announcements/2026/broken left-out']);
  });

  test('that is held stays held when its moment comes: perhaps it was to be held longer', async () => {
    const file = write('2026/later', ['date: 2026-06-01T15:00:00Z']);
    write('2026/also-later', ['date: 2026-06-01T15:00:00Z']);
    const first = await publish(undefined);
    write('2026/later', ['date: 2026-06-01T18:00:00Z']);
    breakTitle(file);
    const { titles, left } = await publish(first, new Date('2026-06-01T15:00:00Z'), true);
    expect(Object.keys(titles)).toContain('2026/also-later');
    expect(Object.keys(titles)).not.toContain('2026/later');
    expect(left).toEqual(['announcements/2026/later held']);
  });

  test('changes nothing if nothing else is to be published', async () => {
    const file = write('2026/good', ['date: 2026-02-01']);
    const first = await publish(undefined);
    breakTitle(file);
    await expect(publish(first)).rejects.toThrow(Problems);
  });

  test('comes out when it is corrected, as a whole', async () => {
    const file = write('2026/good', ['date: 2026-02-01']);
    const first = await publish(undefined);
    breakTitle(file);
    write('2026/new', ['date: 2026-03-01']);
    const second = await publish(first);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/titel: .*/u, 'title: Верно'));
    const third = await publish(second);
    expect([third.titles['2026/good'], third.left]).toEqual(['Верно', []]);
  });
});

test('a folder that was renamed without a word keeps its address, and gets no second one', async () => {
  write('2026/good', ['date: 2026-02-01']);
  const first = await publish(undefined);
  renameSync(join(content, 'announcements/2026/good'), join(content, 'announcements/2026/goods'));
  write('2026/new', ['date: 2026-03-01']);
  const { titles, left } = await publish(first);
  expect(Object.keys(titles).sort()).toEqual([...Object.keys(first.titles), '2026/new'].sort());
  expect(left).toEqual(['announcements/2026/good as-before', 'announcements/2026/goods left-out']);
});

test.each([
  ['site.yaml', (file: string) => writeFileSync(file, '{{{')],
  ['site.yaml', (file: string) => rmSync(file)],
  ['an unknown folder', () => mkdirSync(join(content, 'anouncements/2026'), { recursive: true })],
  [
    'a page',
    () => {
      mkdirSync(join(content, 'pages/about'), { recursive: true });
      writeFileSync(join(content, 'pages/about/index.ru.md'), 'x');
    },
  ],
])('a fault in %s stops no text', async (_, damage) => {
  const first = await publish(undefined);
  damage(join(content, 'site.yaml'));
  write('2026/new', ['date: 2026-03-01']);
  const { titles, left } = await publish(first);
  expect(Object.keys(titles)).toContain('2026/new');
  expect(left).toHaveLength(1);
});

test('a registry that no longer fits the texts is as before; the texts are not blamed', async () => {
  const topics = join(content, 'topics.yaml');
  writeFileSync(topics, 'roads:\n  label: { ru: Дороги }\n');
  write('2026/road', ['date: 2026-02-01', 'topics: [roads]']);
  const first = await publish(undefined);
  rmSync(topics);
  write('2026/new', ['date: 2026-03-01']);
  const { titles, left } = await publish(first);
  expect(Object.keys(titles)).toContain('2026/new');
  expect(left).toEqual(['topics.yaml as-before']);
});

test('an error that names no text: everything is as before, and what is due comes out', async () => {
  write('2026/later', ['date: 2026-06-01T15:00:00Z']);
  const first = await publish(undefined);
  write('2026/new', ['date: 2026-03-01']);
  const sources = openSoundSources(join(folder, 'to'), content);
  const now = new Date('2026-06-01T15:00:00Z');
  const { built: result } = await buildSound({
    sources,
    fault: new TypeError('a fault of the program'),
    ledger: first.ledger,
    isDue: true,
    build: (from, heldBack) => built(from, now, first.ledger, heldBack),
  });
  expect(Object.keys(result.titles)).toContain('2026/later');
  expect(Object.keys(result.titles)).not.toContain('2026/new');
});

describe('the copy of the sources', () => {
  const kept = (path: string) => join(folder, 'to/.sound/content', path);

  test('is private, and does not change with the original', async () => {
    const file = write('2026/good', ['date: 2026-02-01']);
    await publish(undefined);
    expect(statSync(join(folder, 'to/.sound')).mode & 0o077).toBe(0);
    const before = readFileSync(kept('announcements/2026/good/index.ru.md'), 'utf8');
    appendFileSync(file, 'Приписано.\n');
    expect(readFileSync(kept('announcements/2026/good/index.ru.md'), 'utf8')).toBe(before);
  });
  test('forgets what is no longer there', async () => {
    const file = write('2026/draft', ['date: 2026-02-01', 'draft: true']);
    const first = await publish(undefined);
    expect(existsSync(kept('announcements/2026/draft/index.ru.md'))).toBe(true);
    rmSync(dirname(file), { recursive: true });
    await publish(first);
    expect(existsSync(kept('announcements/2026/draft'))).toBe(false);
  });
  test('holds nothing of what was removed, and that counts as no change', async () => {
    const file = write('2026/good', ['date: 2026-02-01']);
    await publish(undefined);
    const asOf = () => openSoundSources(join(folder, 'to'), content);
    asOf().keep({ content, removed: ['announcements/2026/good'] });
    expect(existsSync(kept('announcements/2026/good'))).toBe(false);
    const sources = asOf();
    expect([...sources.changed]).toEqual([]);
    expect(readFileSync(join(folder, 'to/.sound/parts.json'), 'utf8')).not.toContain('2026/good');
    const trial = sources.without(new Set());
    expect(readFileSync(join(trial, 'announcements/2026/good/index.ru.md'))).toEqual(
      readFileSync(file),
    );
  });
  test('does not bring back what is removed now because of other faults', async () => {
    write('2026/good', ['date: 2026-02-01']);
    await publish(undefined);
    write('2026/good', ['date: 2026-02-01', 'removedOn: 2026-03-01', 'removedReason: Суд']);
    write('2026/other', ['date: 2026-02-01']);
    const sources = openSoundSources(join(folder, 'to'), content);
    expect(sources.isRemoval('announcements/2026/good')).toBe(true);
    const { reverted } = await buildSound({
      ...{ sources, fault: new Error('of nothing in particular'), ledger: new Map(), isDue: true },
      build: () => Promise.resolve('built'),
    });
    expect([...reverted]).toEqual(['announcements/2026/other']);
  });
  test('takes a link for what it leads to', async () => {
    const file = write('2026/good', ['date: 2026-02-01']);
    renameSync(file, join(file, '../text.txt'));
    symlinkSync('text.txt', file);
    const first = await publish(undefined);
    rmSync(file);
    write('2026/new', ['date: 2026-03-01']);
    const { titles, left } = await publish(first);
    expect(titles['2026/good']).toBe('Заголовок 2026/good');
    expect(left).toEqual(['announcements/2026/good as-before']);
  });
  test('does not take over what was changed while the site was built', async () => {
    await publish(undefined);
    const file = write('2026/new', ['date: 2026-02-01']);
    const open = () => openSoundSources(join(folder, 'to'), content);
    const sources = open();
    breakTitle(file);
    utimesSync(file, 0, 0);
    sources.keep({ content });
    expect(existsSync(kept('announcements/2026/new'))).toBe(false);
    open().keep({ content });
    expect(existsSync(kept('announcements/2026/new'))).toBe(true);
  });
  test('works without its index', async () => {
    const file = write('2026/good', ['date: 2026-02-01']);
    const first = await publish(undefined);
    writeFileSync(join(folder, 'to/.sound/parts.json'), '{');
    await publish(first);
    breakTitle(file);
    write('2026/new', ['date: 2026-03-01']);
    expect((await publish(first)).left).toEqual(['announcements/2026/good as-before']);
  });
});
