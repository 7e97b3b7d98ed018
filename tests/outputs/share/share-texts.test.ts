import { describe, expect, test } from 'vitest';
import { Parser } from 'htmlparser2';
import { shareTexts, telegramLimits } from '#outputs/share/share-texts.ts';
import fc from '../../fast-check.ts';
import { type Content, inKazakh, inRussian, markdown, week } from '../../site/content.ts';
import { smallSnapshot } from '../snapshots.ts';

async function shared(changes: Content, locale = 'ru') {
  const snapshot = await smallSnapshot(changes);
  return shareTexts(snapshot, locale, snapshot.byId.get('2026/road-week')!);
}

const written = (body: string, ...fields: string[]): Content => ({
  [`${week}/index.ru.md`]: markdown(
    ['title: Дороги & «мосты» <срочно>', 'date: 2026-01-22', ...fields],
    body,
  ),
});
const url = 'https://press.example.org/ru/news/2026/road-week/';

/** What a reader of Telegram sees, and with which tags. */
function seen(html: string): { text: string; tags: Set<string> } {
  let text = '';
  const tags = new Set<string>();
  new Parser({
    ontext: (part) => void (text += part),
    onopentag: (name) => void tags.add(name),
  }).end(html);
  return { text, tags };
}

test('each for its place', async () => {
  const texts = await shared(
    written(
      'Первый **абзац**.\n\nВторой.',
      'summary: Кратко.',
      'kind: event',
      'eventStart: 2026-03-10T10:00:00+05:00',
      'eventPlace: Площадь',
    ),
  );
  const facts = 'Когда: 10\u00A0марта 2026\u00A0г., 10:00 (UTC+5)\n\nГде: Площадь';
  expect(texts).toEqual({
    telegram: `<b>Дороги &amp; «мосты» &lt;срочно></b>\n\nКратко.\n\n${facts}\n\nПервый абзац.\n\nВторой.\n\n${url}`,
    telegramCaption: `<b>Дороги &amp; «мосты» &lt;срочно></b>\n\nКратко.\n\n${facts}\n\n${url}`,
    whatsapp: `*Дороги & «мосты» <срочно>*\n\nКратко.\n\n${facts}\n\n${url}`,
    email: {
      subject: 'Дороги & «мосты» <срочно>',
      body: `Дороги & «мосты» <срочно>\n\nКратко.\n\n${facts}\n\nПервый абзац.\n\nВторой.\n\n${url}\n\nОтдел`,
    },
  });
});

test('what was withdrawn says so first', async () => {
  const { whatsapp } = await shared({
    ...inRussian('withdrawnOn: 2026-01-30', 'withdrawnReason: Ошибка.'),
    ...inKazakh('withdrawnReason: Қате.'),
  });
  expect(whatsapp).toMatch(
    /^\*Неделя дорог\*\n\nСообщение отозвано: 30\u00A0января 2026\u00A0г\. — Ошибка\.\n\n/u,
  );
});

test('a star in a title', async () => {
  expect(
    (await shared({ [`${week}/index.ru.md`]: markdown(['title: 5* отель', 'date: 2026-01-22']) }))
      .whatsapp,
  ).toMatch(/^5\* отель\n/u);
});

describe('Telegram’s limits, in units of what a reader sees', () => {
  test('a text one unit too long is cut between words, one less is not', async () => {
    const around = seen((await shared(written('x'))).telegram).text.length - 1;
    const body = (length: number) =>
      `${'сло '.repeat(Math.floor(length / 4))}${'я'.repeat(length % 4)}`
        .trimEnd()
        .padEnd(length, 'я');
    const fits = seen((await shared(written(body(telegramLimits.message - around)))).telegram).text;
    expect([fits.length, fits.includes('…')]).toEqual([telegramLimits.message, false]);
    const cut = seen(
      (await shared(written(body(telegramLimits.message - around + 1)))).telegram,
    ).text;
    expect(cut.length).toBeLessThanOrEqual(telegramLimits.message);
    expect(cut).toMatch(/ сло…\n\nhttps:\S+$/u);
  });

  test('whatever people write', async () => {
    const words = fc
      .array(
        fc.oneof(
          fc.constantFrom('👩‍👩‍👧', '&', 'ә', '«', 'сөз ', '\n\n', '1'),
          fc.string({ maxLength: 5 }),
        ),
        { maxLength: 2500 },
      )
      .map((parts) => `а${parts.join('').replaceAll(/[<>#`\\]/gu, '')}`);
    for (const body of fc.sample(words, { numRuns: 40, seed: 3 })) {
      const texts = await shared(
        written(
          body,
          `summary: ${JSON.stringify(body.replaceAll(/\s+/gu, ' ').slice(0, 1500).toWellFormed())}`,
        ),
      );
      for (const [html, limit] of [
        [texts.telegram, telegramLimits.message],
        [texts.telegramCaption, telegramLimits.caption],
      ] as const) {
        const { text, tags } = seen(html);
        expect(text.length).toBeLessThanOrEqual(limit);
        expect([...tags]).toEqual(['b']);
        expect(text.endsWith(`\n\n${url}`)).toBe(true);
        expect(text).toBe(text.toWellFormed());
      }
    }
  });
});

test('lists keep their marks, tables their heads, links their addresses', async () => {
  const { email } = await shared(
    written(
      'Нужно:\n\n3. паспорт;\n4. заявление по [образцу](https://example.org/form).\n\n- три **дня**\n  - и ночь\n\n> Слова.\n\n' +
        'Звоните: [102](tel:102), <https://example.org/a>.[^1]\n\n' +
        '| Район | 2024 |\n|---|---|\n| Абай | 120 |\n| Жетісу | |\n\n[^1]: Сноска.\n',
      'expires: 2026-12-31',
    ),
  );
  expect(email.body.split('\n\n').slice(1, -2)).toEqual([
    'Действует до: 31\u00A0декабря 2026\u00A0г.',
    'Нужно:',
    '3. паспорт;\n4. заявление по образцу (https://example.org/form).',
    '• три дня\n   • и ночь',
    'Слова.',
    'Звоните: 102, https://example.org/a.',
    'Район: Абай; 2024: 120\nРайон: Жетісу',
  ]);
});
