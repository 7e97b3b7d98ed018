import { describe, expect, test } from 'vitest';
import { hasComments, parseYaml, type Yaml, type YamlFault } from '#lang/yaml.ts';

function sound(text: string, firstLine?: number): Yaml {
  const yaml = parseYaml(text, firstLine);
  if ('faults' in yaml) throw new Error(JSON.stringify(yaml.faults));
  return yaml;
}

describe('values', () => {
  test.each([
    ['a date stays a text', 'date: 2026-01-22', { date: '2026-01-22' }],
    ['yes is a word', 'draft: yes', { draft: 'yes' }],
    ['empty ones are absent', 'a:\nb: ""\nc: "  "\nd: null\ne: 0', { e: 0 }],
    ['also inside', 'a: { b: }\nc: [x, "", " ", null, y]', { a: {}, c: ['x', 'y'] }],
    ['a key that every object has', '__proto__: { x: 1 }', JSON.parse('{"__proto__":{"x":1}}')],
    ['an alias', 'a: &a x\nb: *a', { a: 'x', b: 'x' }],
    ['nothing at all', '# only a comment', null],
  ])('%s', (_, text, value) => expect(sound(text).value).toEqual(value));
});

describe('lines', () => {
  const yaml = sound('title: X\nlist:\n  - a: 1\n\n  -\n  - a: 2\n    b: 3\n2026: y\n', 10);
  test.each([
    [['title'], 10],
    [['list'], 11],
    [['list', 0], 12],
    [['list', 0, 'a'], 12],
    [['list', 1, 'b'], 16],
    [['2026'], 17],
    [['list', 1, 'missing'], 15],
    [['missing', 0, 'x'], 10],
  ])('%j stands in line %d', (path, line) => expect(yaml.lineOf(path)).toBe(line));
});

describe('what is wrong', () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x, x]',
    'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]',
    'c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]',
    'd: [*c, *c, *c, *c]',
  ].join('\n');
  const cases: Array<[name: string, text: string, faults: YamlFault[]]> = [
    [
      'a colon in a text',
      'title: Встреча: итоги',
      [{ fault: 'needs-quotes', line: 1, params: { corrected: "title: 'Встреча: итоги'" } }],
    ],
    [
      'a text that begins in quotes',
      'title: "Сигнал" на дороге',
      [{ fault: 'needs-quotes', line: 1, params: { corrected: 'title: \'"Сигнал" на дороге\'' } }],
    ],
    [
      'an apostrophe in single quotes',
      "title: 'Don't'",
      [{ fault: 'needs-quotes', line: 1, params: { corrected: "title: 'Don''t'" } }],
    ],
    [
      'a text that begins with a sign',
      'a: 1\nemail: @press',
      [{ fault: 'needs-quotes', line: 2, params: { corrected: "email: '@press'" } }],
    ],
    [
      'two such lines',
      'a: b: c\nd: e: f',
      [
        { fault: 'needs-quotes', line: 1, params: { corrected: "a: 'b: c'" } },
        { fault: 'needs-quotes', line: 2, params: { corrected: "d: 'e: f'" } },
      ],
    ],
    [
      'a key written twice',
      'a: 1\nb: 2\na: 3',
      [{ fault: 'duplicate-key', line: 3, params: { key: 'a' } }],
    ],
    ['a tab', 'a:\n\tb: 1', [{ fault: 'tab-indent', line: 2, params: {} }]],
    ['an alias of nothing', 'a: *b', [{ fault: 'broken-yaml', line: 1, params: {} }]],
    ['aliases that would explode', bomb, [{ fault: 'broken-yaml', line: 1, params: {} }]],
    [
      'a list without an indent of its own',
      '- a\nb: 1',
      [{ fault: 'broken-yaml', line: 2, params: {} }],
    ],
    ['an open bracket', 'a: [1\nb: 2', [{ fault: 'yaml-unclosed', line: 2, params: {} }]],
    ['an open quotation mark', "a: 'б\nв: г", [{ fault: 'yaml-unclosed', line: 2, params: {} }]],
    ['a field that is indented', 'a: б\n  в: г', [{ fault: 'yaml-indent', line: 2, params: {} }]],
    ['an item that is not', 'a:\n  - б\n - в', [{ fault: 'yaml-indent', line: 3, params: {} }]],
    [
      'a field without a colon',
      'a: б\nв г\nd: 1',
      [{ fault: 'yaml-no-colon', line: 2, params: {} }],
    ],
  ];
  test.each(cases)('%s', (_, text, faults) => expect(parseYaml(text)).toEqual({ faults }));

  test('an alias that holds itself', () =>
    expect(parseYaml('a: &a [*a]')).toHaveProperty('faults'));
});

test.each([
  ['a: b # c\n', true],
  ['# c\na: b\n', true],
  ['a:\n  - b\n  # c\n  - d\n', true],
  ['a: { b: c } # d', true],
  ['a: b\n# c\n', true],
  ['a: b#c\nd: "# e"\nf: |\n  # g\n', false],
  ['', false],
])('comments in %j: %s', (text, has) => expect(hasComments(text)).toBe(has));
