import { describe, expect, test } from 'vitest';
import { commandHelp, overview } from '#cli/help.ts';
import { commands, type CommandName } from '#cli/commands.ts';
import { readMessages, sayIn, type MessageId, messagePlaces } from '#cli/messages/messages.ts';
import { columns } from '#cli/terminal/wrap.ts';
import { builtInLocales } from '#lang/built-in.ts';
import { places, pluralForms } from '#lang/message.ts';
import { foreignQuotationMarks } from '../../languages/quotation-marks.ts';

const ids = Object.keys(messagePlaces) as MessageId[];

describe.each(builtInLocales)('what commands say in %s', (locale) => {
  const texts = readMessages(locale);

  test('every text is there, and none is left over', () =>
    expect(Object.keys(texts).sort()).toEqual([...ids].sort()));

  test.each(ids)('%s', (id) => {
    const message = texts[id];
    const forms = typeof message === 'string' ? [message] : Object.values(message);
    const known: readonly string[] = [
      ...messagePlaces[id],
      ...(typeof message === 'string' ? [] : ['count']),
    ];
    if (typeof message !== 'string')
      expect(Object.keys(message).sort()).toEqual(pluralForms(locale));
    for (const form of forms) {
      expect(form).toMatch(/^\S.*\S$/su);
      expect(form).not.toMatch(/!(?!\[)/u);
      expect(form).not.toMatch(foreignQuotationMarks(locale));
      expect(places(form).filter((place) => !known.includes(place))).toEqual([]);
      expect(messagePlaces[id].filter((place) => !places(form).includes(place))).toEqual([]);
    }
  });

  test.each(Object.keys(commands) as CommandName[])(
    'the help of %s fits a terminal of 80 columns and says what everything is',
    (name) => {
      const help = commandHelp(name, sayIn(locale));
      expect(help.split('\n').filter((line) => columns(line) > 80)).toEqual([]);
      for (const option of commands[name].options) expect(help).toContain(`--${option}`);
      expect(help).toMatch(/\b0\b.*\b1\b/su);
    },
  );

  test('the overview fits too and names every command', () => {
    const lines = overview(sayIn(locale)).split('\n');
    expect(lines.filter((line) => columns(line) > 80)).toEqual([]);
    for (const name of Object.keys(commands))
      expect(lines.some((line) => line.startsWith(`  ${name} `))).toBe(true);
  });
});
