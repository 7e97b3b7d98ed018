import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { markRemoved } from '#authoring/mark-removed.ts';
import { parseYaml } from '#lang/yaml.ts';
import { splitFrontMatter } from '#schema/front-matter.ts';

const folder = 'announcements/2026/x';
const on = '2026-02-01T07:00:00Z';

function marked(text: string | Uint8Array) {
  const content = mkdtempSync(join(tmpdir(), 'jarshy-mark-'));
  onTestFinished(() => rmSync(content, { recursive: true }));
  mkdirSync(join(content, folder), { recursive: true });
  writeFileSync(join(content, folder, 'index.ru.md'), text);
  writeFileSync(join(content, folder, 'photo.jpg'), 'x');
  const done = markRemoved(content, folder, { removedOn: on, reason: (l) => `${l}: «Суд»: "1"` });
  const written = readFileSync(join(content, folder, 'index.ru.md'), 'utf8');
  const yaml = parseYaml(splitFrontMatter(written)!.yaml, 2);
  return {
    ...done,
    written,
    names: readdirSync(join(content, folder)).sort(),
    fields: 'value' in yaml ? yaml.value : yaml,
  };
}
const said = { removedOn: on, removedReason: 'ru: «Суд»: "1"' };

test.each([
  ['a text', '---\ntitle: X\ndate: 2026-01-22\n---\nТекст.\n'],
  ['a text without a last line end', '---\ntitle: X\ndate: 2026-01-22\n---'],
  ['a text with Windows line ends', '---\r\ntitle: X\r\ndate: 2026-01-22\r\n---\r\nТекст.\r\n'],
  [
    'a text that has been removed before',
    '---\ntitle: X\nremovedReason: >-\n  Раньше\n  так.\nremovedOn: 2027-01-01\ndate: 2026-01-22\n---\nТекст.\n',
  ],
])('%s keeps everything else', (_, text) => {
  const { fields, files, replaced, names } = marked(text);
  expect(fields).toEqual({ title: 'X', date: '2026-01-22', ...said });
  expect([files, replaced]).toEqual([[`${folder}/index.ru.md`], []]);
  expect(names).toEqual(['index.ru.md', 'photo.jpg']);
});

test.each<[string, string | Uint8Array, object]>([
  [
    'broken YAML',
    '---\ntitle: "X\ndate: 2026-01-22\naliases: [/ru/old/]\n---\n',
    { date: '2026-01-22', aliases: ['/ru/old/'] },
  ],
  [
    'an unknown field',
    '---\ntitel: X\ndate: 2026-01-22\naliases:\n  - /ru/a/\n  - /ru/b/\n---\n',
    { date: '2026-01-22', aliases: ['/ru/a/', '/ru/b/'] },
  ],
  [
    'broken YAML that names people',
    '---\ntitle: "X\npeople: [a-omarov, b-omarov]\ntopics:\n  - safety\ncontact: press-office\n---\n',
    {
      date: '2026-01-01',
      people: ['a-omarov', 'b-omarov'],
      topics: ['safety'],
      contact: 'press-office',
    },
  ],
  ['no front matter', 'Текст.\n', { date: '2026-01-01' }],
  ['another encoding', new Uint8Array([0x2d, 0xff, 0xfe]), { date: '2026-01-01' }],
  ['nothing', '', { date: '2026-01-01' }],
])('a text with %s is replaced, and what it said is kept out of sight', (_, text, fields) => {
  const done = marked(text);
  expect(done.fields).toEqual({ title: '—', ...fields, ...said });
  expect(done.replaced).toEqual([
    { file: `${folder}/index.ru.md`, kept: `${folder}/.index.ru.md.before-removal` },
  ]);
  expect(done.names).toEqual(['.index.ru.md.before-removal', 'index.ru.md', 'photo.jpg']);
});
