import { describe, expect, test } from 'vitest';
import { argumentNames, commandForms, type CommandName, options } from '#cli/command.ts';
import { helpIn, readHelp } from '#cli/help-texts.ts';
import { commandHelp, overview } from '#cli/help.ts';
import { columns } from '#cli/terminal/wrap.ts';
import { builtInLocales } from '#lang/built-in.ts';
import { places } from '#lang/message.ts';
import { foreignQuotationMarks } from '../languages/quotation-marks.ts';

const names = Object.keys(commandForms) as CommandName[];

/** The ids that `help.yaml` must have, and no others. */
const ids = [
  'usage',
  'options',
  'command',
  'exits',
  ...names.flatMap((name) => ('ownExits' in commandForms[name] ? [`exits.${name}`] : [])),
  ...names.map((name) => `about.${name}`),
  ...Object.keys(options).map((name) => `option.${name}`),
  // It is another option for this command.
  'option.all.post',
  ...argumentNames.flatMap((name) => [`argument.${name}`, `argument.${name}.about`]),
];

describe.each(builtInLocales)('the help in %s', (locale) => {
  const texts = readHelp(locale);

  test('says what everything is, and no more', () =>
    expect(Object.keys(texts).sort()).toEqual([...ids].sort()));

  test.each(ids)('%s', (id) => {
    const text = texts[id];
    expect(text).toMatch(/^\S.*\S$/su);
    expect(text).not.toMatch(foreignQuotationMarks(locale));
    expect(text).not.toContain('!');
    expect(places(text!)).toEqual(id === 'usage' ? ['usage'] : []);
  });

  test.each(names)('of %s fits a terminal of 80 columns and names every option', (name) => {
    const help = commandHelp(name, helpIn(locale));
    expect(help.split('\n').filter((line) => columns(line) > 80)).toEqual([]);
    for (const option of commandForms[name].options) expect(help).toContain(`--${option}`);
    expect(help).toMatch(/\b0\b.*\b1\b/su);
  });

  test('of everything fits too and names every command', () => {
    const lines = overview(helpIn(locale)).split('\n');
    expect(lines.filter((line) => columns(line) > 80)).toEqual([]);
    for (const name of names)
      expect(lines.some((line) => line.startsWith(`  ${name} `))).toBe(true);
  });
});
