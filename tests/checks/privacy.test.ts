import { zipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { isIin } from '#checks/rules/privacy/iin.ts';
import { privacyOk } from '#checks/rules/privacy/privacy-ok.ts';
import { privacyRules } from '#checks/rules/privacy/privacy-rules.ts';
import type { Finding } from '#checks/rule.ts';
import {
  checkReport,
  writeFindingsGithub,
  writeFindingsJson,
  writeFindingsText,
} from '#cli/terminal/findings-report.ts';
import { sayIn } from '#messages/messages.ts';
import {
  type Content,
  inKazakh,
  inRussian,
  markdown,
  settingsWith,
  week,
} from '../site/content.ts';
import { findingsIn } from './finished-site.ts';
import { pdfWith } from './pdf.ts';

const file = `${week}/index.ru.md`;
const rules = [...privacyRules, privacyOk];
const found = (content: Content) => findingsIn(rules, content, {});
const text = (body: string, ...fields: string[]): Content => ({
  [file]: markdown(['title: Неделя дорог', 'date: 2026-01-22', ...fields], `${body}\n`),
});
const told = (findings: readonly Finding[]) =>
  findings.map(({ rule, severity, line, params }) => [rule, severity, line, params.value]);

/** With its check digit; made up. */
function iinOf(eleven: string): string {
  return Array.from({ length: 10 }, (_, digit) => `${eleven}${digit}`).find((digits) =>
    isIin(digits, 2026),
  )!;
}
const citizen = iinOf('90011230123');

test.each<[what: string, body: string, id: string, value: string]>([
  ['an identification number', `ИИН ${citizen}.`, 'private-iin', `9001••••${citizen.slice(8)}`],
  [
    'one with a mark inside',
    `ЖСН: ${citizen.slice(0, 6)}**${citizen.slice(6)}**`,
    'private-iin',
    `9001••••${citizen.slice(8)}`,
  ],
  [
    'one in two halves',
    `№ ${citizen.slice(0, 6)} ${citizen.slice(6)}`,
    'private-iin',
    `9001••••${citizen.slice(8)}`,
  ],
  [
    'one in an address',
    `[x](https://example.org/?iin=${citizen})`,
    'private-iin',
    `9001••••${citizen.slice(8)}`,
  ],
  ['a bank card', 'Карта 4400 4301 2345 6789, банк.', 'private-bank-card', '4400••••6789'],
  ['a bank card without spaces', 'На карту 5169497123456786!', 'private-bank-card', '5169••••6786'],
  ['an account', 'Счёт KZ86125KZT5004100100.', 'private-iban', 'KZ86••••0100'],
  ['an account in groups', 'KZ86 125K ZT50 0410 0100', 'private-iban', 'KZ86••••0100'],
  ['a mobile number', 'Звоните: +7 (701) 234-56-78', 'private-mobile-number', '77••••78'],
  ['one with an eight', 'тел. 8 747 234 56 78', 'private-mobile-number', '87••••78'],
  ['one in a link', '[позвонить](tel:+77052345678)', 'private-mobile-number', '77••••78'],
  [
    'one in the address of a messenger',
    '[чат](https://wa.me/77052345678)',
    'private-mobile-number',
    '77••••78',
  ],
  ['a number plate', 'Toyota с номером 123 ABC 02 скрылась.', 'private-car-plate', '12••••02'],
  ['a number plate in Cyrillic letters', 'Көлік нөмірі 123АВС02.', 'private-car-plate', '12••••02'],
  ['an identity card', 'удостоверение личности № 012345678', 'private-identity-card', '01••••78'],
  [
    'an identity card in Kazakh',
    'Жеке куәлігі 012345678, ІІМ берген',
    'private-identity-card',
    '01••••78',
  ],
  ['a passport', 'паспорт гражданина N12345678', 'private-identity-card', 'N1••••78'],
  [
    'a date of birth',
    'Гражданин А., 12.03.1985 г.р., задержан.',
    'private-date-of-birth',
    '12••••85',
  ],
  ['a year of birth', 'А. Б. (1985 г.р.)', 'private-date-of-birth', '1••••5'],
  ['a year of birth, with spaces', 'А. Б. (1985 г. р.)', 'private-date-of-birth', '1••••5'],
  ['a year of birth in Kazakh', 'Азамат А., 1985 ж.т.', 'private-date-of-birth', '1••••5'],
  ['in a form', 'Дата рождения: 12.03.1985', 'private-date-of-birth', '12••••85'],
  ['in words', '12 марта 1985 года рождения', 'private-date-of-birth', '12••••85'],
  ...[
    'Гражданин А. родился 14.05.1985 в Алматы.',
    'Она родилась в городе Алматы 14 мая 1985 года.',
    'Б., рождённый 14/05/1985, скрылся.',
    '14.05.1985 родился в посёлке, ранее судим.',
    '14.05.2014 күні туған бала.',
    'Бала 2014 жылғы 14 мамырда туған.',
    '2014 жылы 14 мамырда дүниеге келген.',
    'Азамат А. 14.05.1985 туған.',
    'Дата рождения: 14 мая 1985',
    'He was born on 1985-05-14.',
  ].map((body): [string, string, string, string] => [
    body,
    body,
    'private-date-of-birth',
    expect.stringContaining('••••') as string,
  ]),
  ...[
    'Проживает по адресу: ул. Абая, д. 5, кв. 12.',
    'город Алматы, улица Толе би, дом 5, квартира 12',
    'мкр. Самал-2, д. 33а, кв 7',
    'пр. Назарбаева 5, кв. № 12',
    'в квартире 12 дома 5 по улице Абая',
    'Абай көшесі, 5-үй, 12-пәтер.',
    'Самал-2 ықшамауданы, 33 үй, 7 пәтерде тұрады.',
    'Абай даңғылы 5-үйдің 12-пәтерінде болған.',
    'Абай көш., 5, пәтер 12',
    '5 Abai street, flat 12',
  ].map((body): [string, string, string, string] => [
    body,
    body,
    'private-home-address',
    expect.stringContaining('••••') as string,
  ]),
])('%s is found', async (_what, body, id, value) => {
  const findings = await found(text(`Строка.\n\n${body}`));
  expect(findings.map((each) => [each.id, each.rule, each.line, each.params.value])).toEqual([
    [id, id.replace('private-', ''), 7, value],
  ]);
});

test.each([
  [
    'numbers of offices and short ones',
    '+7 (7272) 54-44-44, 8 (717) 271-61-11, 8 800 080 77 77, 112, 102, 1414.',
  ],
  ['the numbers of the contacts', 'Пресс-служба: +7 701 000 11 22, 8(701)0001122.'],
  ['a BIN', 'БИН 060840000123, БСН 990540002345.'],
  ['twelve digits that begin with no date', 'Счёт-фактура 981332004411, заказ 123456789012.'],
  ['a date of birth that has not come', 'Номер 990101612345.'],
  [
    'a number with the wrong check digit',
    `Дело ${citizen.slice(0, 11)}${(Number(citizen[11]) + 1) % 10}.`,
  ],
  [
    'law articles and cases',
    'Статьи 188, 293 и 434-2 УК РК, дело № 7599-26-00-2/1234, ЕРДР 257511131000123.',
  ],
  [
    'dates and times',
    '22.01.2026, 2026-01-22T10:00:00+05:00, 1985–2026 гг., в 2025 году родилось 403 120 детей.',
  ],
  [
    'sums and quantities',
    '1 234 567 890 тенге, 500 KZT 10 раз, 100 USD 20, 4 400 000 000 000 000, 120 МВт 15 станций.',
  ],
  ['rivers after years', 'В 2025 г. р. Иртыш вышла из берегов. В 2024 г. районы получили помощь.'],
  ['a book', 'ISBN 978-601-338-123-4, 9786013381234.'],
  [
    'coordinates, versions, addresses',
    '43.238949, 76.889709; 10.15.7; 192.168.100.200; ул. Абая, 123 АВ 02.',
  ],
  [
    'where offices are and flats are counted',
    'ул. Абая, д. 5. Абай көшесі, 5-үй. Дом на 120 квартир по ул. Абая, 5. 120 пәтерлік үй, Абай көшесі. Площадь 45 кв. м, ул. Абая, 12. Полиция 12 пәтерді тексерді.',
  ],
  [
    'years of biographies and of events',
    'Родился в 1985 году в Алматы. 1985 жылы туған жерінде. Указ от 14.05.1985. В 2014 году родились 14 детей. Туған күніңізбен! Туған жері Алматы, 14.05.2014 ашылды.',
  ],
  ['the plate of an organisation', 'Служебная машина 123 AB 02.'],
  ['the card in general', 'При себе иметь удостоверение личности. Приём с 9 до 18, кабинет 112.'],
  [
    'digits of addresses',
    '[пост](https://www.example.com/help/5169497123456786?id=5169497123456786), https://example.com/post/77052345678/ и http://example.com/8(705)2345678.',
  ],
  ['a hash and an id', 'sha256: 4400430123456789abcdef, 0x5169497123456786ff'],
  ['a treasury account code', 'КБК 206108, КНП 911, БИК KKMFKZ2A.'],
])('%s raise no alarm', async (_what, body) => {
  const site = settingsWith('contacts: { phones: [{ number: "+7 701 000 11 22" }] }');
  expect(told(await found({ 'site.yaml': site, ...text(body) }))).toEqual([]);
});

test('of a million numbers of twelve digits few are taken for those of persons, and of those of organisations none', () => {
  let taken = 0;
  for (let number = 0; number < 100_000; number++)
    if (isIin(String((number * 7_919_000_003) % 1e12).padStart(12, '0'), 2026)) taken++;
  expect(taken).toBeLessThan(400);
  for (let number = 0; number < 10_000; number++)
    expect(
      isIin(`9901${4 + (number % 3)}0${String((number * 7919) % 1e6).padStart(6, '0')}`, 2026),
    ).toBe(false);
});

describe('wherever it stands', () => {
  test('in fields, in alternative texts, in both languages', async () => {
    const content = {
      ...inRussian(`summary: ИИН ${citizen}`, 'cover: ./a.jpg', `coverAlt: "${citizen}"`),
      ...inKazakh('coverAlt: x', `summary: ЖСН ${citizen}`),
      [`${week}/a.jpg`]: await sharp({
        create: { width: 9, height: 9, channels: 3, background: 'red' },
      })
        .jpeg()
        .toBuffer(),
    };
    expect((await found(content)).map(({ file: at, line }) => `${at}:${line}`).sort()).toEqual([
      `${week}/index.kk.md:4`,
      `${file}:4`,
      `${file}:6`,
    ]);
  });

  test('on standing pages and in the files of people', async () => {
    const page = (title: string) => markdown([`title: ${title}`], `ИИН ${citizen}`);
    const findings = await found({
      'pages/about/index.ru.md': page('О нас'),
      'pages/about/index.kk.md': markdown(['title: Біз туралы']),
      'people/a-omarov.yaml': `name: { kk: А, ru: А }\nrole: { kk: "1985 ж.т.", ru: Б }\n`,
    });
    expect(findings.map(({ rule, file: at, line }) => `${rule} ${at}:${line}`).sort()).toEqual([
      'date-of-birth people/a-omarov.yaml:2',
      'iin pages/about/index.ru.md:4',
    ]);
  });

  const word = (
    paragraphs: readonly string[],
    creator: string,
    more: Record<string, Uint8Array> = {},
  ) =>
    zipSync({
      'word/document.xml': Buffer.from(
        `<w:document><w:body>${paragraphs.map((each) => `<w:p><w:r><w:t>${each.slice(0, 8)}</w:t></w:r><w:r><w:t>${each.slice(8)}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
      ),
      'docProps/core.xml': Buffer.from(
        `<cp:coreProperties><dc:creator>${creator}</dc:creator></cp:coreProperties>`,
      ),
      ...more,
    });
  const attached = (name: string, bytes: string | Uint8Array): Content => ({
    ...inRussian(`attachments: [{ file: ./${name}, title: Список }]`),
    ...inKazakh('attachments: [{ title: Тізім }]'),
    [`${week}/${name}`]: bytes,
  });

  test.each<[name: string, bytes: string | Uint8Array, findings: string[]]>([
    ['list.txt', `1. ${citizen}\n`, ['iin']],
    ['list.csv', `имя;иин\nА;${citizen}\n`, ['iin']],
    ['list.docx', word([`ИИН ${citizen}`, 'конец'], 'Отдел'), ['iin']],
    ['list.docx', word(['Ничего'], 'Сауле Ахметова'), ['attachment-author']],
    [
      'list.odt',
      zipSync({
        'content.xml': Buffer.from(`<text:p>${citizen}</text:p>`),
        'meta.xml': Buffer.from('<meta:initial-creator>С. Ахметова</meta:initial-creator>'),
      }),
      ['attachment-author', 'iin'],
    ],
    ['list.pdf', pdfWith(`IIN ${citizen}`, 'Saule Akhmetova'), ['attachment-author', 'iin']],
    ['list.pdf', pdfWith('Nothing', ''), []],
    ['list.pdf', '%PDF-1.4 broken', []],
    ['list.docx', 'PK\u0003\u0004 broken', []],
  ])('in %s', async (name, bytes, expected) => {
    const findings = await found(attached(name, bytes));
    expect(findings.map(({ rule }) => rule).sort()).toEqual(expected);
    for (const { file: at } of findings) expect(at).toBe(`${week}/${name}`);
  });

  test('the author is masked', async () => {
    expect(
      (await found(attached('list.docx', word([''], 'Сауле Ахметова')))).map(({ id, params }) => [
        id,
        params,
      ]),
    ).toEqual([['private-author', { value: 'Саул••••това' }]]);
  });

  test('where a photograph inside a document was taken', async () => {
    const photo = sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } }).jpeg();
    const [there, nowhere] = await Promise.all([
      photo
        .clone()
        .withExif({ IFD3: { GPSLatitude: '43/1 14/1 20/1' } })
        .toBuffer(),
      photo
        .clone()
        .withExif({ IFD0: { Artist: 'A' } })
        .toBuffer(),
    ]);
    expect(
      (await found(attached('a.docx', word(['x'], '', { 'word/media/image1.jpeg': there })))).map(
        ({ rule, id }) => [rule, id],
      ),
    ).toEqual([['location', 'private-location']]);
    expect(
      await found(attached('a.docx', word(['x'], '', { 'word/media/image1.jpeg': nowhere }))),
    ).toEqual([]);
  });
});

describe('what is held', () => {
  const held = {
    [file]: markdown(['title: Неделя дорог', 'date: 2026-03-22'], `ИИН ${citizen}\n`),
    ...inKazakh(),
  };
  test('is told early, as a warning, by rule, file and line only', async () => {
    expect(
      (await found(held)).map(({ rule, severity, id, params, line }) => [
        rule,
        severity,
        id,
        params,
        line,
      ]),
    ).toEqual([['iin', 'warning', 'private-held', { rule: 'iin' }, 5]]);
  });
  test('what is removed is gone already', async () => {
    expect(
      await found({
        ...text(`ИИН ${citizen}`, 'removedOn: 2026-01-23', 'removedReason: ИИН'),
        ...inKazakh('removedReason: ЖСН'),
      }),
    ).toEqual([]);
  });
});

describe('privacyOk', () => {
  const ok = (...lines: string[]) =>
    `privacyOk: [${lines.map((line) => JSON.stringify(line)).join(', ')}]`;
  test('silences a rule in all languages and files of the announcement', async () => {
    expect(
      await found({
        ...text(`ИИН ${citizen}`, ok('iin: человек согласен')),
        [`${week}/index.kk.md`]: markdown(['title: Жол апталығы'], citizen),
      }),
    ).toEqual([]);
  });
  test.each([
    [
      'a rule that there is not',
      'inn: причина',
      'privacy-ok-unknown',
      'error',
      { rule: 'inn', nearest: 'iin', rules: expect.stringContaining('bank-card') as string },
    ],
    ['no reason', 'iin', 'privacy-ok-reason', 'error', { rule: 'iin' }],
    ['an empty reason', 'iin: ', 'privacy-ok-reason', 'error', { rule: 'iin' }],
    ['a rule that finds nothing', 'iban: причина', 'privacy-ok-unused', 'advice', { rule: 'iban' }],
  ])('%s', async (_what, line, id, severity, params) => {
    const findings = await found(text('Текст.', ok(line)));
    expect(findings.map((each) => [each.id, each.severity, each.params, each.line])).toEqual([
      [id, severity, params, 4],
    ]);
  });
  test('without a reason it silences nothing', async () => {
    expect((await found(text(`ИИН ${citizen}`, ok('iin')))).map(({ rule }) => rule)).toEqual([
      'iin',
      'privacy-ok',
    ]);
  });
  test('one announcement does not speak for another', async () => {
    const other = 'announcements/2026/other';
    const findings = await found({
      ...text(`ИИН ${citizen}`, ok('iin: согласие')),
      [`${other}/index.ru.md`]: markdown(['title: Б', 'date: 2026-01-23'], citizen),
      [`${other}/index.kk.md`]: markdown(['title: Б']),
    });
    expect(findings.map(({ file: at }) => at)).toEqual([`${other}/index.ru.md`]);
  });
});

test('the reports show no personal value', async () => {
  const secrets = [
    citizen,
    '4400 4301 2345 6789',
    'KZ86125KZT5004100100',
    '+7 701 234 56 78',
    '123 ABC 02',
    '012345678',
    '12.03.1985',
  ];
  const findings = await found(
    text(
      `${citizen}\n\n4400 4301 2345 6789\n\nKZ86125KZT5004100100\n\n+7 701 234 56 78\n\n123 ABC 02\n\nпаспорт 012345678\n\n12.03.1985 г.р.`,
    ),
  );
  expect(findings).toHaveLength(secrets.length);
  const report = checkReport(findings, { locale: 'kk', prefix: 'content/' });
  for (const written of [
    writeFindingsText(report, { say: sayIn('kk'), locale: 'kk', all: false }),
    writeFindingsJson(report),
    writeFindingsGithub(report),
  ]) {
    const bare = written.replaceAll(/[^\p{L}\d•]/gu, '');
    for (const secret of secrets) expect(bare).not.toContain(secret.replaceAll(/[^\p{L}\d]/gu, ''));
  }
});
