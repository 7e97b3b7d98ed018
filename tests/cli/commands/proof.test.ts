import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { week, writeContent } from '../../site/content.ts';
import { give } from '../in-process.ts';

const ru = `${week}/index.ru.md`;
const written =
  '\uFEFF---\r\ntitle: \'Неделя "Жол" дорог\'  # "так"\r\ndate: 2026-01-22\r\nsummary: >-\r\n  Сложенный "текст"\r\ntopics: [ safety ]\r\n---\r\n\r\n"Да" - `"нет" - да`.\r\n';

test('remarks in words, and the status of a command that did its work', async () => {
  const content = writeContent({ [ru]: written });
  const { status, said } = await give(content, 'proof', '--content', '.', 'road-week');
  expect(status).toBe(0);
  expect(said).toContain('Typography: “"Жол"” should be “«Жол»”.');
  expect(said).toMatch(/\d+ remarks?\. (?:They|It)/u);
  expect(readFileSync(join(content, ru), 'utf8')).toBe(written);
});

test('--fix changes words only, shows them, and has nothing left to do', async () => {
  const content = writeContent({ [ru]: written });
  const { said } = await give(content, 'proof', '--content', '.', '--fix', ru);
  expect(readFileSync(join(content, ru), 'utf8')).toBe(
    written
      .replace('"Жол"', '«Жол»')
      .replace('"текст"', '«текст»')
      .replace('"Да" - ', '«Да»\u00A0— '),
  );
  expect(said).toContain(`Repaired: ./${ru}`);
  expect(said).toContain('+«Да»␣— `"нет" - да`.');
  expect((await give(content, 'proof', '--content', '.', '--fix', ru)).said).not.toContain(
    'Repaired',
  );
});

test('for a program', async () => {
  const { said } = await give(
    writeContent({ [ru]: written }),
    'proof',
    '--content',
    '.',
    'road-week',
    '--json',
  );
  expect(JSON.parse(said).remarks).toContainEqual(
    expect.objectContaining({
      id: 'typography',
      file: `./${ru}`,
      line: 2,
      what: expect.any(String),
      remedy: expect.any(String),
    }),
  );
});

test('components that nobody can read', async () => {
  const content = writeContent({
    [ru]: undefined,
    [`${week}/index.ru.mdx`]: '---\ntitle: X\ndate: 2026-01-22\n---\n<Notice>\n',
  });
  expect(await give(content, 'proof', '--content', '.', 'road-week')).toEqual({
    status: 1,
    said: expect.stringContaining('The components in 2026/road-week cannot be read'),
  });
});
