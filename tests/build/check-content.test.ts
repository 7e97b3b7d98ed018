import { describe, expect, test } from 'vitest';
import { askBeforePublication } from '#build/check-content.ts';
import type { Ledger } from '#history/ledger.ts';
import {
  type Content,
  inKazakh,
  inRussian,
  markdown,
  week,
  writeContent,
} from '../site/content.ts';

const file = `${week}/index.ru.md`;
const text = (body: string, ...fields: string[]): Content => ({
  ...inKazakh(),
  [file]: markdown(['title: Неделя дорог', 'date: 2026-01-22', ...fields], `${body}\n`),
});
const ask = async (content: Content, ledger?: Ledger) =>
  (
    await askBeforePublication({
      content: writeContent(content),
      now: new Date('2026-02-01T12:00:00+05:00'),
      previous: ledger && { ledger, events: undefined },
    })
  ).map(({ rule, severity, id, file: at }) => [rule, severity, id, at]);
const iin = 'ИИН 900112301230.';

describe('what would stop a publication is told before anything is built', () => {
  test('nothing', async () => expect(await ask(text('Текст.'))).toEqual([]));
  test('an identification number', async () => {
    const found = await ask(text(iinWithDigit()));
    expect(found).toEqual([['iin', 'error', 'private-iin', file]]);
  });
  test.each([
    ['mobile-number', 'Звоните: +7 701 234 56 78.'],
    ['date-of-birth', 'Гражданин А. родился 14.05.1985.'],
    ['date-of-birth', 'Баласы 14.05.2014 күні туған.'],
    ['car-plate', 'Номер 123 ABC 02.'],
    ['home-address', 'Живёт: ул. Абая, д. 5, кв. 12.'],
  ])('what a build only warns of: %s', async (rule, body) => {
    expect(await ask(text(body))).toEqual([[rule, 'error', `private-${rule}`, file]]);
    expect(await ask(text(body, `privacyOk: ["${rule}: он согласен"]`))).toEqual([]);
  });
  test('in a text that waits for its moment as in one that is public; a draft is only warned of', async () => {
    const later = (draft: string[]) => ({
      ...inKazakh(...draft),
      [file]: markdown(['title: Неделя', 'date: 2026-05-22', ...draft], `${iinWithDigit()}\n`),
    });
    expect(await ask(later([]))).toEqual([['iin', 'error', 'private-iin', file]]);
    expect(await ask(later(['draft: true']))).toEqual([['iin', 'warning', 'private-held', file]]);
  });
  test('an address that was public and would be lost, a text that would be taken back', async () => {
    const ledger: Ledger = new Map([
      ['/ru/news/2026/old/', 'announcement'],
      ['/ru/news/2026/road-week/', 'announcement'],
    ]);
    expect(await ask(text('Текст.'), ledger)).toEqual([
      ['content', 'error', 'lost-announcement', 'permalinks.yaml'],
    ]);
    expect(await ask(text('Текст.', 'draft: true'), ledger)).toContainEqual([
      'content',
      'error',
      'published-held',
      file,
    ]);
  });
  test('all problems of the content at once, each once', async () => {
    expect(await ask({ ...inKazakh('topics: [none]'), ...inRussian('people: [nobody]') })).toEqual([
      ['content', 'error', 'unknown-topic', `${week}/index.kk.md`],
      ['content', 'error', 'unknown-person', file],
    ]);
  });
});

/** With its check digit; made up. */
function iinWithDigit(): string {
  const eleven = /\d{11}/u.exec(iin)![0];
  const digits = [...eleven].map(Number);
  const sum = digits.reduce((total, digit, index) => total + digit * (index + 1), 0) % 11;
  return `ИИН ${eleven}${sum}.`;
}
