import { describe, expect, test } from 'vitest';
import type { CommandForm } from '#cli/command.ts';
import { readArguments } from '#cli/read-arguments.ts';
import { helpIn } from '#cli/help-texts.ts';
import { UserError } from '#messages/user-error.ts';

type Takes = CommandForm;
const help = helpIn('en');
const plain: Takes = { options: ['out', 'preview'] };
const oneTitle: Takes = { options: ['out'], takes: ['title'] };

function refusalOf(
  written: string[],
  command: Takes,
): [UserError['id'], UserError['params']] | undefined {
  try {
    readArguments(written, command, help);
  } catch (error) {
    if (error instanceof UserError) return [error.id, error.params];
    throw error;
  }
  return undefined;
}

describe('what a command is given', () => {
  test.each<[string[], Takes, object, string[]]>([
    [[], plain, { out: 'dist', preview: false }, []],
    [['--out', 'x', '--preview'], plain, { out: 'x', preview: true }, []],
    [['--out=-x'], plain, { out: '-x' }, []],
    [['Неделя дорог', '--out', 'x'], oneTitle, { out: 'x' }, ['Неделя дорог']],
    [['--out', 'x', '--', '--preview'], oneTitle, { out: 'x' }, ['--preview']],
    [[], { options: [], takes: ['title?'] }, {}, []],
    [['a', 'b', 'c'], { options: [], takes: ['title…'] }, {}, ['a', 'b', 'c']],
    [['--lang', 'ru'], plain, { lang: 'ru' }, []],
  ])('%j', (written, command, values, args) => {
    const read = readArguments(written, command, help);
    expect(read.values).toMatchObject(values);
    expect(read.args).toEqual(args);
  });

  test.each<[string[], Takes]>([
    [['-h'], plain],
    [['--help'], oneTitle],
    [['--nonsense', '--help'], plain],
  ])('help comes before everything else: %j', (written, command) =>
    expect(readArguments(written, command, help).values.help).toBe(true),
  );
});

describe('what is refused', () => {
  test.each<[string[], Takes, UserError['id'], UserError['params']]>([
    [
      ['--contents', 'x'],
      plain,
      'unknown-option',
      { option: '--contents', options: '--out, --preview, --lang, --help' },
    ],
    [
      ['--port', '1'],
      plain,
      'unknown-option',
      { option: '--port', options: '--out, --preview, --lang, --help' },
    ],
    [['--out'], plain, 'option-without-value', { option: '--out' }],
    [['--out='], plain, 'option-without-value', { option: '--out' }],
    [['--out', '--preview'], plain, 'option-without-value', { option: '--out' }],
    [['--preview=no'], plain, 'option-with-value', { option: '--preview' }],
    [['x'], plain, 'extra-argument', { argument: 'x' }],
    [[], oneTitle, 'missing-argument', { argument: '"TITLE"' }],
    [[], { options: [], takes: ['title…'] }, 'missing-argument', { argument: '"TITLE"' }],
    [['Неделя', 'дорог'], oneTitle, 'extra-argument', { argument: 'дорог' }],
  ])('%j', (written, command, id, params) =>
    expect(refusalOf(written, command)).toEqual([id, params]),
  );
});
