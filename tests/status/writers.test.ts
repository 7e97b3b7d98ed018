import { stripVTControlCharacters } from 'node:util';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { statusTable } from '#cli/terminal/status-table.ts';
import { interfaceStrings, sayIn } from '#messages/messages.ts';
import { columns } from '#cli/terminal/wrap.ts';
import { builtInLocales } from '#lang/built-in.ts';
import { statusPage } from '#status/page.ts';
import { statusText } from '#status/sections.ts';
import type { Status } from '#status/status.ts';
import config from '../html-validate.ts';

const place = (id: `${number}/${string}`, title: string) => ({
  id,
  locale: 'kk',
  file: `announcements/${id}/index.kk.md`,
  title,
});
const day = (text: string) => new Date(`${text}T00:00:00+05:00`);
const long = place(`2026/${'a-very-long-name-'.repeat(5)}x`, 'Өте ұзақ тақырып '.repeat(8).trim());

/** Something of everything. */
const full: Status = {
  now: day('2026-06-01'),
  timeZone: 'Asia/Almaty',
  locales: ['kk', 'ru'],
  promise: ['kk', 'ru'],
  counts: { published: 12_345, held: 2, withdrawn: 1, removed: 0 },
  nextChange: new Date('2026-06-02T09:30:00+05:00'),
  problems: 2,
  held: [
    { ...place('2026/soon', 'Жақында <b>'), opens: new Date('2026-06-02T09:30:00+05:00') },
    { ...place('2026/draft', 'Нобай'), opens: undefined },
  ],
  debt: [
    {
      ...long,
      kind: 'missing',
      since: day('2026-05-01'),
      days: 31,
      workingDays: 21,
      changed: [],
      lost: 0,
    },
    {
      ...place('2026/old', 'Ескі'),
      kind: 'stale',
      ...{ since: day('2026-05-31'), days: 1, workingDays: 1, source: 'ru', lost: 2 },
      changed: [
        { field: 'title', line: 2, text: 'Заголовок' },
        {
          field: '',
          line: 9,
          text: 'Длинный абзац,\nкоторый не помещается в одну строку терминала целиком',
        },
      ],
    },
    {
      ...place('2026/order', 'Рет'),
      kind: 'stale',
      since: day('2026-05-31'),
      days: 1,
      workingDays: 1,
      source: 'ru',
      changed: [],
      lost: 0,
    },
    {
      ...place('2026/machine', 'Машина\u001B[2J'),
      kind: 'machine',
      since: day('2026-05-30'),
      days: 2,
      workingDays: 0,
      changed: [],
      lost: 0,
    },
  ],
  unrecorded: 3,
  gaps: [
    { ...place('2026/soon', 'Жақында'), lacks: 'summary' },
    { ...place('2026/soon', ''), lacks: 'cover-alt' },
  ],
  silences: [
    {
      ...place('2026/soon', 'Жақында'),
      line: 7,
      rule: 'phone',
      reason: 'Баспасөз қызметінің нөмірі',
    },
  ],
};
const empty: Status = {
  ...full,
  nextChange: undefined,
  problems: 0,
  held: [],
  debt: [],
  unrecorded: 0,
  gaps: [],
  silences: [],
};

describe.each(builtInLocales)('in %s', (locale) => {
  const words = (status: Status) =>
    statusText(status, { say: sayIn(locale), strings: interfaceStrings(locale) });
  const table = (status: Status) => stripVTControlCharacters(statusTable(words(status)));

  test('a table no wider than 80 columns, in which ids stay whole', () => {
    const lines = table(full).split('\n');
    expect(lines.filter((line) => columns(line) > 80)).toEqual([expect.stringContaining(long.id)]);
    for (const { id } of [...full.held, ...full.debt, ...full.gaps, ...full.silences])
      expect(
        lines.some((line) => line.trim().endsWith(id)),
        id,
      ).toBe(true);
    expect(lines.join('\n')).not.toMatch(/undefined|\{\w+\}|\.\./u);
  });
  test('nothing of everything', () =>
    expect(table(empty)).not.toMatch(/undefined|\{\w+\}|\(0\)|\.\./u));
  test('content cannot command the terminal', () =>
    expect(statusTable(words(full))).not.toContain('\u001B[2J'));

  test('a page that is valid, says its language and shows what was written as written', async () => {
    const page = statusPage(words(full), locale);
    expect(
      (await new HtmlValidate(config).validateString(page)).results.flatMap(
        ({ messages }) => messages,
      ),
    ).toEqual([]);
    expect(page).toContain(`<html lang="${locale}">`);
    expect(page).toContain('Жақында &#x3C;b>');
    expect(page).not.toContain('http');
  });
});

test('the table in Russian', () => {
  expect(
    stripVTControlCharacters(
      statusTable(
        statusText(
          { ...full, debt: full.debt.slice(1, 2), gaps: [] },
          { say: sayIn('ru'), strings: interfaceStrings('ru') },
        ),
      ),
    ),
  ).toBe(`Положение дел: 1\u00A0июня 2026\u00A0г.
Опубликовано: 12\u00A0345, отложено: 2, отозвано: 1, удалено: 0.
Ближайший момент, когда сборка изменит сайт: 2\u00A0июня 2026\u00A0г., 09:30
В текстах найдено 2 ошибки, их покажет «npm run build»; сообщения с ошибками
здесь не учтены.

Ещё не опубликовано (2)
  kk  выйдет: 2\u00A0июня 2026\u00A0г., 09:30  2026/soon
    Жақында <b>
  kk  черновик                       2026/draft
    Нобай

Долг по переводам (1)
  kk — нет текста: 0, устарело: 1, не прочитано после машины: 0.
  В 3 сообщениях не отмечено, какой текст с какого переведён: npm run
  translated.
  1 день  kk  устарел  2026/old
    Ескі
    Изменилось в «ru», строка 2: поле «title».
    Изменилось в «ru», строка 9: «Длинный абзац, который не помещается в одну…»
    Из «ru» убрано 2 абзаца или поля.

Чего не хватает
  Ничего.

Отключённые замечания о личных данных (1)
  kk  phone  2026/soon
    Жақында
    Баспасөз қызметінің нөмірі`);
});
