import { expect, test } from 'vitest';
import { read } from './reading.ts';

test('personal data is told of, masked, and makes a draft; the numbers of the press office are none', async () => {
  const text =
    'date 2026-01-22 Найден владелец. Его ИИН 900101300017, карта 4000 0012 3456 7899, тел. +7 701 222 33 44. Звоните нам: +7 727 000 00 00, +7 701 555 66 77.';
  const { made } = await read(
    { 'a.txt': text, 'b.txt': 'date 2026-01-22 Всё хорошо. Звоните.' },
    {
      content: {
        'divisions/traffic.yaml':
          'name: { kk: Жол полициясы, ru: Дорожная полиция }\nphone: +7 701 555 66 77\n',
      },
    },
  );
  const found = made[0]!.notes.map((note) =>
    note.id === 'personal-data' ? [note.id, note.params.rule, note.params.value] : [note.id],
  );
  expect(found.map(([id, rule]) => [id, rule])).toEqual([
    ['personal-data', 'iin'],
    ['personal-data', 'bank-card'],
    ['personal-data', 'mobile-number'],
  ]);
  expect(JSON.stringify(found)).not.toMatch(/900101300017|4000 0012 3456 7899|222 33 44/u);
  expect(made.map(({ draft }) => draft)).toEqual([true, false]);
});
