import { describe, expect, test } from 'vitest';
import type { Named } from '#proofread/name-remarks.ts';
import { figuresOf } from '#proofread/numbers.ts';
import { proofRead } from '#proofread/proof-read.ts';
import { foreignPassages, mixedScriptRemarks } from '#proofread/scripts.ts';
import { spelling } from '#proofread/spelling.ts';
import { inKazakh, inRussian, markdown, readContent, week } from '../site/content.ts';

const one = (locale: string, ...texts: string[]) => ({
  locale,
  file: `index.${locale}.md`,
  passages: texts.map((text, index) => ({ text, line: index + 1 })),
});

const registry: Named[] = [
  {
    id: 'police',
    isPerson: false,
    name: { kk: 'Алматы қаласы Полиция департаменті', ru: 'Департамент полиции города Алматы' },
    shortName: { kk: 'Полиция департаменті', ru: 'Департамент полиции' },
  },
  { id: 'k', isPerson: true, name: { kk: 'Айдын Қабдұлдинов', ru: 'Айдын Кабдулдинов' } },
];
function remarks(kk: string, ru: string, ...ids: string[]) {
  const { sound } = readContent({
    [`${week}/index.kk.md`]: markdown(['title: Жол апталығы'], `${kk}\n`),
    [`${week}/index.ru.md`]: markdown(['title: Неделя дорог', 'date: 2026-01-22'], `${ru}\n`),
  });
  return proofRead(sound[0]!, registry)
    .remarks.filter(({ id }) => ids.includes(id))
    .map(({ id, file, line, params }) => [id, file.slice(-5, -3), line, params]);
}

describe('names', () => {
  const of = (kk: string, ru: string) => remarks(kk, ru, 'name-missing', 'name-misspelled');
  test('both texts name them, in any form', () =>
    expect(
      of(
        'Полиция департаментінде Айдын Қабдұлдиновтың сөзі.',
        'В Департаменте полиции слово Айдына Кабдулдинова.',
      ),
    ).toEqual([]));
  test('one text does not', () => {
    expect(of('Кездесу өтті.', 'Встречу провёл Департамент полиции города Алматы.')).toEqual([
      [
        'name-missing',
        'kk',
        undefined,
        {
          name: 'Алматы қаласы Полиция департаменті',
          language: 'kk',
          other: 'ru',
          written: 'Департамент полиции города Алматы',
        },
      ],
    ]);
  });
  test.each([
    ['АҚПД мен Полиция департаменті', 'ДПГА и ДП Алматы'],
    ['ПД-ның сөзі', 'Слово департамента полиции.'],
    ['Полиция департаментіне', 'В ДП сообщили'],
  ])('by its first letters: %s | %s', (kk, ru) => expect(of(kk, ru)).toEqual([]));
  test('a form that no grammar finds, because the registry has it', () => {
    const bare = [{ id: 'orel', isPerson: true, name: { kk: 'Лев Орёл', ru: 'Лев Орёл' } }];
    const { sound } = readContent({
      [`${week}/index.kk.md`]: markdown(['title: Жол'], 'Лев Орёл келді.\n'),
      [`${week}/index.ru.md`]: markdown(
        ['title: Дорога', 'date: 2026-01-22'],
        'Встретили Льва Орла.\n',
      ),
    });
    const missing = (known: Named[]) =>
      proofRead(sound[0]!, known).remarks.filter(({ id }) => id === 'name-missing').length;
    expect([missing(bare), missing([{ ...bare[0]!, caseForms: { ru: ['Льва Орла'] } }])]).toEqual([
      1, 0,
    ]);
  });
  test('the name of a division with a slip in it', () => {
    expect(of('Полиция департаменті.', 'В Департаменте палиции города Алматы.')).toEqual([
      [
        'name-misspelled',
        'ru',
        5,
        { written: 'палиции', name: 'Департамент полиции города Алматы' },
      ],
    ]);
    expect(of('Полиция департаменті.', 'В Департаменте юстиции города Алматы.')).toMatchObject([
      ['name-missing', 'ru', undefined, {}],
    ]);
  });
  test('a surname spelled as in the other language', () => {
    expect(of('Кездесуді Айдын Кабдулдинов өткізді.', 'Встречу провёл Айдын Кабдулдинов.')).toEqual(
      [['name-misspelled', 'kk', 4, { written: 'Кабдулдинов', name: 'Айдын Қабдұлдинов' }]],
    );
  });
});

describe('figures', () => {
  test.each([
    ['22 қаңтар, 2026 жылғы 22 қаңтарда, қаңтардың 22', 'day 22.1 2026 day 22.1 day 22.1'],
    ['22 января 2026 года, 22.01.2026, 2026-01-22', 'day 22.1 day 22.1 day 22.1 2026 2026 2026'],
    ['5 мая, 5 мамыр', 'day 5.5 day 5.5'],
    ['10:00, 09:30', '10 09:30'],
    ['1 500 000 теңге, 1,5 млн, 1.5 миллион', '1500000 1500000 1500000'],
    ['50 %, 50%, 50 пайызы, 50 процентов', '50% 50% 50% 50%'],
    ['12 мың, 12 тыс., 12 000', '12000 12000 12000'],
    ['5-ші, 5-й', '5 5'],
  ])('%s', (text, keys) =>
    expect(
      figuresOf(one('kk', text))
        .map(({ key }) => key)
        .sort()
        .join(' '),
    ).toBe(
      keys
        .split(/ (?!\d+\.\d)/u)
        .sort()
        .join(' '),
    ),
  );

  const of = (kk: string, ru: string) => remarks(kk, ru, 'number-differs');
  test.each([
    [
      '2026 жылғы 22 қаңтарда 5 адам, 1,5 млн теңге, 50 пайыз.',
      '22 января 2026 года 5 человек, 1 500 000 тенге, 50 %.',
    ],
    ['3 адам, екі көше', 'три человека, 2 улицы'],
    ['22.01.2026 ж.', '22 января 2026 года'],
    ['22.01.2026', '22 января'],
    ['қаңтардың 15-і мен 16-сында', '15 и 16 января'],
    ['қаңтар айының 15-інде', '15 января'],
    ['25-26 қаңтарда', 'с 25 по 26 января'],
    ['сағат 10.30-да', 'в 10:30'],
    ['сағат 18:00-де', 'в 18 часов'],
    ['2-тоқсан, XXI ғасыр', 'II квартал, 21-й век'],
    ['20-пайыздық өсім', 'рост на 20 %'],
    ['1,5 миллион, 3 бала', 'полтора миллиона, трое детей'],
    ['10 мың теңге, 2,5 млрд теңге', '10 тыс. тенге, 2,5 миллиарда тенге'],
    ['1 000-нан астам адам', 'более 1000 человек'],
    ['8 (727) 254-44-44 нөмірі', 'телефон +7 727 254 44 44'],
    ['1 500 000 000 теңге', '1,5 млрд тенге'],
    ['2025–2026 оқу жылы, № 165 мектеп', '2025/2026 учебный год, школа № 165'],
    ['65 жылдығына, 5-сынып', 'к 65-летию, 5-й класс'],
  ])('the same: %s | %s', (kk, ru) => expect(of(kk, ru)).toEqual([]));

  test.each([
    ['15 адам', '16 человек', ['15 адам', '16 человек']],
    ['22 қаңтарда', '22 февраля', ['22 қаңтарда', '22 февраля']],
    ['22 қаңтарда', '23 января', ['22 қаңтарда', '23 января']],
    ['50 пайыз', '55 %', ['50 пайыз', '55 %']],
    ['50 пайыз', '50 человек', ['50 пайыз', '50 человек']],
    ['10 мың теңге', '10 млн тенге', ['10 мың', '10 млн']],
    ['1 500 000 теңге', '150 000 тенге', ['1 500 000 теңге', '150 000 тенге']],
    ['1,5 млн', '1,7 млн', ['1,5 млн', '1,7 млн']],
    ['сағат 10:30-да', 'в 10:00', ['10:30', '10:00']],
    ['2025 жылы', 'в 2026 году', ['2025 жылы', '2026 году']],
    ['22.01.2025', '22.01.2026', ['2025', '2026']],
    ['254-44-44', '254-44-45', ['45']],
    ['+7 701 000 00 01', '8 701 000 00 02', ['+7 701 000 00 01', '8 701 000 00 02']],
    ['үш көше', '4 улицы', ['4 улицы']],
    ['2-тоқсан', 'III квартал', ['2-тоқсан']],
  ])('another figure: %s | %s', (kk, ru, values) => {
    expect(of(kk, ru).map(([, , , params]) => (params as { value: string }).value)).toEqual(values);
  });
  test('told with language and line', () => {
    expect(of('Кеңеске 15 адам қатысты.', 'В совещании участвовали 16 человек.')).toEqual([
      ['number-differs', 'kk', 4, { value: '15 адам', language: 'kk', other: 'ru' }],
      ['number-differs', 'ru', 5, { value: '16 человек', language: 'ru', other: 'kk' }],
    ]);
  });
});

describe('scripts', () => {
  test.each([
    ['гоpод', 'город'],
    ['Aлматы', 'Алматы'],
    ['тiлi', 'тілі'],
  ])('%s is mixed', (word, corrected) =>
    expect(mixedScriptRemarks(one('kk', `Мынау ${word}.`))).toMatchObject([
      { id: 'mixed-scripts', line: 1, params: { word, corrected } },
    ]),
  );
  test.each(['QR-код', 'e-mail жіберу', 'COVID және қала'])('%s is not', (text) =>
    expect(mixedScriptRemarks(one('kk', text))).toEqual([]),
  );

  test('a Russian passage in a Kazakh text, and the other way round', () => {
    const russian = 'Сотрудники полиции провели рейд по улицам города.';
    const kazakh = 'Полиция қызметкерлері қала көшелерінде рейд өткізді.';
    expect(foreignPassages(one('kk', kazakh, russian))).toMatchObject([
      { id: 'foreign-passage', line: 2, params: { language: 'kk', text: russian } },
    ]);
    expect(foreignPassages(one('ru', russian, kazakh))).toMatchObject([{ line: 2 }]);
    expect(
      foreignPassages(one('ru', 'Кампания «Қауіпсіз жол» началась в городе на этой неделе.')),
    ).toEqual([]);
    expect(foreignPassages(one('en', russian))).toEqual([]);
  });
});

test('typography: each passage that will be seen to change, and how many spaces', () => {
  expect(
    remarks('"Жасыл" апта - қаланың "мерекесі".', '№ 5 и  т.д.', 'typography', 'typography-spaces'),
  ).toEqual([
    ['typography', 'kk', 4, { was: '"Жасыл"', better: '«Жасыл»', count: '6' }],
    ['typography-spaces', 'ru', undefined, { count: expect.any(String) }],
  ]);
});

describe('spelling', () => {
  // hunspell is not everywhere; where it is not, that is said, and nothing else.
  const found = spelling(one('ru', 'Дорога и дарога.', 'Омарову'), new Set(['омарову']));
  test('advice, or that there is no program', () => {
    if (found && 'dictionary' in found)
      expect(found).toEqual({ locale: 'ru', dictionary: 'ru_RU' });
    else expect(found).toMatchObject({ id: 'unknown-words', params: { words: 'дарога (1)' } });
  });
  test('a language without a dictionary is not asked for', () =>
    expect(spelling(one('ar', 'слово'), new Set())).toBeUndefined());
});

test('what is said of a text with its fields', () => {
  const { sound } = readContent({
    ...inRussian('summary: "Слово \\"да\\""'),
    ...inKazakh('summary: гоpод'),
  });
  expect(
    proofRead(sound[0]!, [])
      .remarks.filter(({ id }) => id === 'mixed-scripts' || id === 'typography')
      .map(({ id, line }) => [id, line]),
  ).toEqual([
    ['mixed-scripts', 3],
    ['typography', 4],
  ]);
});

test('marks that stand in a text as they are, in the body and in fields', () => {
  const { sound } = readContent({
    [`${week}/index.kk.md`]: markdown(['title: Жол апталығы'], 'Мәтін.\n'),
    [`${week}/index.ru.md`]: markdown(
      ['title: Неделя **дорог**', 'date: 2026-01-22'],
      'Текст.\n\n• пункт\n\n| а | б |\n',
    ),
  });
  expect(
    proofRead(sound[0]!, registry).remarks.flatMap(({ id, line, params }) =>
      id === 'literal-mark' || id === 'table-row' ? [[id, line, params.nearest]] : [],
    ),
  ).toEqual([
    ['literal-mark', 2, 'Неделя дорог'],
    ['literal-mark', 7, '- пункт'],
    ['table-row', 9, '| --- | --- |'],
  ]);
});
