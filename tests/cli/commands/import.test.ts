import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFiles } from '../../importers/reading.ts';
import { writeContent } from '../../site/content.ts';
import { run } from '../../sites/command.ts';

const text = 'date 2026-01-22 Неделя дорог прошла в городе. Всё хорошо.';
const place = 'announcements/2026/nedelia-dorog-proshla-v-gorode';

test('shows, writes, and knows again what it has written', async () => {
  const [content, desk] = [
    writeContent({}),
    writeFiles({ 'letters/a.txt': text, 'letters/b.pdf': '%PDF-1.7', 'letters/photo.jpg': 'x' }),
  ];
  const importing = (...options: string[]) =>
    run(['import', 'letters', '--content', content, ...options], desk);

  const dry = await importing('--dry-run');
  expect([dry.status, dry.stderr]).toEqual([1, '']);
  expect(dry.stdout).toBe(
    `letters/a.txt → ${place} (draft)\n\nCould not be read:\nletters/b.pdf\n    It is of no kind that can be read: text, Word (.docx), a web page, an export\n    of WordPress, a feed or an export of Telegram.\nletters/photo.jpg\n    No text says that it belongs to it. Put the picture into the folder of its\n    announcement and name it in the field “cover”.\n\nRead: 1 announcement. Known already: 0. Not read: 2.\nNothing has been written.\n`,
  );
  expect(readdirSync(content).filter((name) => name.startsWith('.'))).toEqual([]);
  expect(existsSync(join(content, place))).toBe(false);

  const first = await importing('--json', '--ready');
  expect([first.status, first.stderr]).toEqual([1, '']);
  const report = JSON.parse(first.stdout) as {
    read: object[];
    unread: object[];
    written: string[];
  };
  expect(report.read).toEqual([
    {
      source: 'letters/a.txt',
      folder: place,
      title: 'Неделя дорог прошла в городе',
      locales: ['ru'],
      draft: false,
      notes: [],
    },
  ]);
  expect(report.unread).toMatchObject([
    { source: 'letters/b.pdf', reason: 'unknown-format' },
    { source: 'letters/photo.jpg', reason: 'picture-alone' },
  ]);
  expect(report.written).toHaveLength(1);
  expect(readFileSync(join(content, place, 'index.ru.md'), 'utf8')).toMatch(
    /^---\ntitle: Неделя дорог прошла в городе\ndate: 2026-01-22\norigin:\n {2}kind: text\n {2}id: [^\n]+\n---\n\nНеделя дорог прошла в городе\. Всё хорошо\.\n$/u,
  );
  expect(readdirSync(content).filter((name) => name.startsWith('.'))).toEqual([]);

  const again = await run(['import', 'letters/a.txt', '--content', content], desk);
  expect([again.status, again.stderr]).toEqual([0, '']);
  expect(again.stdout).toBe(
    '\nRead: 0 announcements. Known already: 1. Not read: 0.\nNothing has been written.\n',
  );
});

test('a name that leads nowhere is refused before anything is read', async () => {
  const { status, stderr } = await run(
    ['import', 'nowhere.txt', '--content', writeContent({})],
    writeFiles({}),
  );
  expect([status, stderr]).toEqual([1, 'There is no file or folder “nowhere.txt”.\n']);
});

test('an import of nothing has failed', async () => {
  const desk = writeFiles({ 'letters/.hidden': 'x' });
  const found = await run(['import', 'letters', '--content', writeContent({})], desk);
  expect([found.status, found.stderr]).toEqual([1, '']);
  expect(found.stdout).toContain('Nothing has been written.');
});
