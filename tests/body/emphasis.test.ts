import { describe, expect, test } from 'vitest';
import { htmlOf } from './texts.ts';

const forms = test.each([
  ['**«Сарыарқа»**ның жаңа басшысы', '<strong>«Сарыарқа»</strong>ның жаңа басшысы'],
  [
    'Бүгін **«Орда»**да және **(ТЖД)**нің өкілі',
    'Бүгін <strong>«Орда»</strong>да және <strong>(ТЖД)</strong>нің өкілі',
  ],
  ['*«Нұр»*ға да', '<em>«Нұр»</em>ға да'],
  ['_«Нұр»_ға да', '<em>«Нұр»</em>ға да'],
  ['__«Нұр»__ға да', '<strong>«Нұр»</strong>ға да'],
  ['***«Нұр»***ға да', '<em><strong>«Нұр»</strong></em>ға да'],
  ['~~«Ескі»~~нің орны', '<del>«Ескі»</del>нің орны'],
  ['Сөз**«тырнақша»** ішінде', 'Сөз<strong>«тырнақша»</strong> ішінде'],
  ['**Ескерту:**суық', '<strong>Ескерту:</strong>суық'],
  [
    '**[«Орда»](https://example.org/)**да',
    '<strong><a href="https://example.org/">«Орда»</a></strong>да',
  ],
  ['**«А» *екі* «Б»**ға', '<strong>«А» <em>екі</em> «Б»</strong>ға'],
  // What CommonMark reads itself stays.
  ['Тек **қалың**ның өзі', 'Тек <strong>қалың</strong>ның өзі'],
  ['**«А»**ның **қала** үшін', '<strong>«А»</strong>ның <strong>қала</strong> үшін'],
]);

describe('emphasis before an ending', () => {
  forms('%s', async (text, html) => expect(await htmlOf(text)).toBe(`<p>${html}</p>`));

  test('in components', async () =>
    expect(await htmlOf('**«Орда»**да және *«Нұр»*ға', 'mdx')).toBe(
      '<p><strong>«Орда»</strong>да және <em>«Нұр»</em>ға</p>',
    ));

  test('in headings, lists, quotations and tables', async () => {
    const html = await htmlOf(
      '## **«Б»**ға\n\n- **«В»**ға\n\n> **«Г»**ға\n> және **«Ғ»**ға\n\n| **«Д»**ға |\n|---|\n| **«Е»**ға |',
    );
    expect(html.match(/<strong>«.»<\/strong>ға/gu)).toHaveLength(6);
    expect(html).not.toContain('*');
  });
});

describe('marks that are no emphasis stay as they are', () => {
  test.each([
    String.raw`\*\*«Орда»\*\*да`,
    '5*(2+3)*4',
    'а*(б+в)*г',
    'Бағасы* мен құны*',
    'snake_case және a__b__c',
    '`**«Орда»**да`',
    '**«Орда» да',
    'https://example.org/**«a»**b',
  ])('%s', async (text) => expect(await htmlOf(text)).not.toMatch(/<(?:strong|em|del)>/u));
});
