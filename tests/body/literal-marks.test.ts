import { describe, expect, test } from 'vitest';
import { literalMarks, literalMarksOfField } from '#body/literal-marks.ts';
import { parseSource } from '#body/parse.ts';
import { problemsOf } from './texts.ts';

const found = (text: string) =>
  literalMarks(parseSource(text, 'md'), text).map(({ id, line, params }) => [
    id,
    line,
    ...Object.values(params),
  ]);

describe('a mark that did not become markup is told, with the line as it should be', () => {
  test.each([
    ['##Тақырыпша', '## Тақырыпша'],
    ['> ###Тақырыпша', '> ### Тақырыпша'],
    ['**Назар аударыңыз: **су жоқ', '**Назар аударыңыз:** су жоқ'],
    ['Су ** жоқ** бүгін', 'Су  **жоқ** бүгін'],
    ['Қараңыз ![[сурет бір.jpg]]', 'Қараңыз ![…](<./сурет бір.jpg>)'],
    ['Қараңыз ![[photo.jpg|Көпір]]', 'Қараңыз ![Көпір](./photo.jpg)'],
    ['[[Байланыс]] беті', '[Байланыс](…) беті'],
    ['Ашыңыз [жоспар](./іс жоспары.pdf)', 'Ашыңыз [жоспар](<./іс жоспары.pdf>)'],
    ['Ашыңыз ![Көпір](көпір ашылды.jpg)!', 'Ашыңыз ![Көпір](<көпір ашылды.jpg>)!'],
    ['Ашыңыз [сайт] (https://example.org/)', 'Ашыңыз [сайт](https://example.org/)'],
    ['Бұл ==маңызды== іс', 'Бұл <mark>маңызды</mark> іс'],
    ['Бұл ++жаңа++ іс', 'Бұл <ins>жаңа</ins> іс'],
    ['10 м^2^ жер', '10 м<sup>2</sup> жер'],
    ['[b]Қалың[/b] сөз', '**Қалың** сөз'],
    ['Ауада CO~2~ көп', 'Ауада CO<sub>2</sub> көп'],
    [':::note', '> **…** …'],
    ['> [!WARNING]', '> **…**'],
    ['Бұл ==x== пен ++y++', 'Бұл <mark>x</mark> пен <ins>y</ins>'],
    ['• бірінші', '- бірінші'],
  ])('%s', (text, better) => {
    expect(found(`Басы.\n\n${text}`)).toEqual([['literal-mark', 3, expect.any(String), better]]);
    expect(found(better).filter(([, , , nearest]) => nearest === better)).toEqual([]);
  });

  test.each([
    ['Күлкі :smile:', ':smile:'],
    ['Формула $E=mc^2$', '$E=mc^2$'],
    ['Су **жоқ', '**'],
  ])('%s, without a line to write instead', (text, mark) =>
    expect(found(text)).toEqual([['literal-mark', 1, mark, '']]),
  );
});

test('a list of bullets is told once, and so is a list without spaces', () => {
  expect(found('Тізім:\n• бір\n• екі\n\n• үш')).toEqual([['literal-mark', 2, '•', '- бір']]);
  expect(found('-бір\n-екі')).toEqual([['literal-mark', 1, '-бір', '- бір']]);
  expect(found('1.Бір\n2.Екі')).toEqual([['literal-mark', 1, '1.Бір', '1. Бір']]);
});

test('a table without its second row, or with one of another length, is told with that row', () => {
  const row = (cells: number) => `|${' --- |'.repeat(cells)}`;
  expect(found('| А | Б |\n| 1 | 2 |')).toEqual([['table-row', 1, '| А | Б |', row(2)]]);
  expect(found('| А | Б | В |\n|---|---|\n| 1 | 2 | 3 |')).toEqual([
    ['table-row', 1, '| А | Б | В |', row(3)],
  ]);
  expect(found(`| А | Б |\n${row(2)}\n| 1 | 2 |`)).toEqual([]);
});

describe('codes of other programs', () => {
  test.each([
    ['{{< youtube abc_12 >}}', '<https://www.youtube.com/watch?v=abc_12>'],
    ['Мәтін {{< gallery dir="x" >}}', ''],
    ['{% include note.html %}', ''],
    ['{{ page.title }}', ''],
    ['[gallery ids="1,2"]', ''],
    ['[caption id="a"]', ''],
    ['[TOC]', ''],
  ])('%s', (text, better) =>
    expect(found(text)).toEqual([['foreign-code', 1, expect.any(String), better]]),
  );
});

test('what is still to be written, and broken letters', () => {
  expect(found('Басы.\n\nҚатысты [уточнить дату] және TODO.')).toEqual([
    ['placeholder', 3, 'TODO'],
    ['placeholder', 3, '[уточнить дату]'],
  ]);
  expect(found('Толық аты ______')).toEqual([['placeholder', 1, '______']]);
  expect(found('Мәтін м?дениет')).toEqual([['broken-letters', 1, 'м?дениет', '']]);
  expect(found('Шаќыру басталды')).toEqual([
    ['broken-letters', 1, 'Шаќыру басталды', 'Шақыру басталды'],
  ]);
});

describe('nothing is said of sound texts', () => {
  test.each([
    '## Тақырыпша\n\n- бір\n- екі\n\n1. бір\n2) екі',
    '#Хештег пен #тағы',
    '**Қалың** және *көлбеу*, ~~ескі~~, `**код**`, `##x`, `{{ x }}`',
    '```\n##x\n{{< y >}}\n| a | b |\n```',
    String.raw`Бағасы 5 \* 3, \*\*, \| а \| б \|`,
    'Сағат 10:30:00-де, қатынасы 1:2:3, http://example.org/a:b:c',
    'Бағасы $5 пен $10 арасы, 5*3, a**b',
    '[1](см. ниже), [сайт](https://example.org/ "Сайт")',
    '[Сайт] (жаңа) және (жаңа) [сайт]',
    '| А | Б |\n|---|---|\n| 1 | [x](https://example.org/) |',
    '— Иә.\n— Жоқ.\n\n-5 °C\n-7 °C',
    'C++ пен G++, 2 + 2 == 4',
    'Уақыты [кеше] дедi, […] солай.',
    '**«Орда»** бар.[^1]\n\n[^1]: Ескерту.',
  ])('%s', (text) => expect(found(text)).toEqual([]));
});

test.each([
  ['**Маңызды** хабар', 'literal-mark', 'Маңызды хабар'],
  ['Бұл <b>маңызды</b>&nbsp;іс', 'literal-mark', 'Бұл маңызды\u00A0іс'],
  ['&laquo;Орда&raquo; ашылды', 'literal-mark', '«Орда» ашылды'],
  ['[Сайт](https://example.org/) ашылды', 'literal-mark', 'Сайт ашылды'],
  ['{{ title }}', 'foreign-code', ''],
])('in a field: %s', (text, id, better) =>
  expect(literalMarksOfField(text, 2)[0]).toMatchObject({
    id,
    line: 2,
    params: { nearest: better },
  }),
);

test('what nobody can have meant so is a problem of the text, the rest is not', async () => {
  expect(await problemsOf('Сөз.\n\n##Тақырыпша\n\n• бір')).toEqual([
    ['literal-mark', 12, { mark: '##', nearest: '## Тақырыпша' }],
  ]);
});
