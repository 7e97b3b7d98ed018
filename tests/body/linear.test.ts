import { expect, test } from 'vitest';
import { render } from './texts.ts';

/** Signs that a parser may try again from each place, 120 KB of each: a page of 21 seconds came of the first. */
test.each(
  [
    '<a',
    '<a ',
    '<?',
    '<!--',
    '<!-- ',
    '<title>',
    '<b> ',
    '</a>',
    '<a href="',
    '`',
    '` ',
    'x ',
    ' ',
    '&a',
    '@a',
    '](',
    '](a',
    '[a](',
    '![',
    ']()',
    '[a]',
    '\\[',
    'www.a',
    '|a',
    '\n- a',
    '*a_',
    '~~a',
    '**a ',
    '**«a',
    '*«a»*b ',
    '[[',
    '![[a',
    '{{',
    '{%a',
    '[b]',
    '[gallery a',
    '[a] (',
    '==a ',
    '$a_',
    ':a',
    '•a',
    '##a',
    '?? ',
    'а?',
    'РџСЂ',
    'Ïðè',
    'ќа',
    'рТЙЧ ',
    '\uFFFDa',
  ].map((sign) => [sign]),
)('a long text of one sign takes no long time: %j', { timeout: 60_000 }, async (sign) => {
  const before = process.cpuUsage();
  await render(`Words.\n\n${sign.repeat(120_000 / sign.length)}\n`);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(5);
});
