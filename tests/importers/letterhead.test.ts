import { describe, expect, test } from 'vitest';
import { read } from './reading.ts';
import { docx, paragraph, run, styled, table } from './word/docx-file.ts';

const bold = (text: string) => paragraph(run(text, '<w:b/>'));
const text = paragraph(run('Сегодня открыли мост.')) + paragraph(run('Второй абзац.'));

describe('what stands before a title is no title', () => {
  test.each<[string, string, string, string[]]>([
    [
      'a letterhead',
      table([['ПОЛИЦИЯ ДЕПАРТАМЕНТІ', 'ДЕПАРТАМЕНТ ПОЛИЦИИ']]) +
        bold('О мосте') +
        paragraph(run('22.01.2026')),
      'О мосте',
      ['letterhead-dropped'],
    ],
    [
      'names of offices',
      bold('ҚАЛА ӘКІМДІГІ') +
        bold('АКИМАТ ГОРОДА') +
        bold('О мосте') +
        paragraph(run('22.01.2026')),
      'О мосте',
      ['letterhead-dropped', 'letterhead-dropped'],
    ],
    [
      'the kind of paper',
      bold('ПРЕСС-РЕЛИЗ № 5') + bold('О мосте') + paragraph(run('22.01.2026')),
      'О мосте',
      ['letterhead-dropped'],
    ],
    [
      'in Kazakh',
      bold('БАСПАСӨЗ ХАБАРЛАМАСЫ') + bold('Көпір ашылды') + paragraph(run('22.01.2026')),
      'Көпір ашылды',
      ['letterhead-dropped'],
    ],
    [
      'a place and a date between',
      paragraph(run('Для СМИ')) + paragraph(run('Алматы қ., 22.01.2026 ж.')) + bold('О мосте'),
      'О мосте',
      ['letterhead-dropped'],
    ],
    [
      'a title over two lines',
      styled('Title', 'О мосте').replace(
        '</w:p>',
        '<w:r><w:br/></w:r><w:r><w:t>через реку</w:t></w:r></w:p>',
      ) + paragraph(run('22.01.2026')),
      'О мосте через реку',
      [],
    ],
    [
      'a title in two paragraphs',
      bold('О мосте') + bold('через реку') + paragraph(run('22.01.2026')),
      'О мосте через реку',
      [],
    ],
    [
      'a title in capitals',
      bold('О МОСТЕ ЧЕРЕЗ РЕКУ') + paragraph(run('22.01.2026')),
      'О МОСТЕ ЧЕРЕЗ РЕКУ',
      [],
    ],
  ])('%s', async (_, head, title, notes) => {
    const reading = await read({ 'a.docx': docx({ body: head + text }) });
    expect(reading.made[0]!.title).toBe(title);
    expect(reading.notes()).toEqual(notes);
    expect(reading.body()).toBe('Сегодня открыли мост.\n\nВторой абзац.\n');
    expect(reading.made[0]!.announcement.facts.date).toBe('2026-01-22');
  });
});

test('the line of the one who wrote it is told of', async () => {
  const { notes } = await read({
    'a.txt': 'О мосте\n\n22.01.2026\n\nСегодня открыли мост.\n\nИсп. А. Тестов',
  });
  expect(notes()).toEqual(['contact-line']);
});
