import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Colour, dark, light } from '#styles/colours.ts';

// One table of colours. What cannot import it is written from it:
//
//     COLOURS=write npx vitest run --project units tests/styles/colours.test.ts

const root = join(import.meta.dirname, '../..');
const write = process.env['COLOURS'] === 'write';
const hexadecimal = /#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})\b/giu;

/** As short as CSS can write it. */
function short(colour: Colour): string {
  return colour.replace(/^#(.)\1(.)\2(.)\3$/u, '#$1$2$3');
}

/** A part of tokens.css with the colours of a table. @throws Error where a token of the table is missing, or another has a colour */
function withColours(css: string, colours: Readonly<Record<string, Colour>>): string {
  const used = new Set<string>();
  const written = css.replaceAll(
    /^(?<start>\s*--(?<token>[\w-]+): (?:var\(--[\w-]+, )?)#[\da-f]+/gmu,
    (_, start: string, token: string) => {
      used.add(token);
      const colour = colours[token];
      if (!colour) throw new Error(`src/styles/colours.ts has no ${token}`);
      return start + short(colour);
    },
  );
  const missing = Object.keys(colours).filter((token) => !used.has(token));
  if (missing.length > 0) throw new Error(`src/styles/tokens.css has no ${missing.join(', ')}`);
  return written;
}

const darkPages = '@media (prefers-color-scheme: dark)';
const copies: Record<string, (text: string) => string> = {
  'src/styles/tokens.css': (css) => {
    const [forLight, forDark] = css.split(darkPages) as [string, string];
    return withColours(forLight, light) + darkPages + withColours(forDark, dark);
  },
  'public/favicon.svg': (svg) => {
    const colours = [light.accent, light.paper];
    return svg.replaceAll(hexadecimal, () => colours.shift() ?? 'no colour');
  },
};

test.each(Object.entries(copies))('%s has the colours of the table', (name, from) => {
  const file = join(root, name);
  const text = readFileSync(file, 'utf8');
  if (write) writeFileSync(file, from(text));
  expect(readFileSync(file, 'utf8')).toBe(from(text));
});

/** Where colours stand: the table, what is written from it, and the sheet for paper, on which all is black. */
const allowed = ['src/styles/colours.ts', 'src/styles/print.css', ...Object.keys(copies)];

/** Colours in a source: in code what stands in quotation marks or a template, elsewhere anything that is no comment. */
function coloursIn(text: string): string[] {
  const code = text
    .replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '')
    .replaceAll(/&#\w+;|%23\w+/gu, '');
  return [
    ...(code.match(/(?<![\w/&"'`]|\$\{|url\()#(?:[\da-f]{6}|[\da-f]{3})\b(?!['"]?[\w-])/giu) ?? []),
    ...(code.match(/(?<=["'`])#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})(?=["'`])/giu) ?? []),
    ...(code.match(/\b(?:rgba?|hsla?|oklch|oklab|lch|lab|hwb)\(\s*[\d.]/giu) ?? []),
  ];
}

describe('a colour stands nowhere else', () => {
  const files = globSync('{src,public}/**/*.{ts,js,mjs,astro,css,svg}', { cwd: root }).sort();

  test('the sources were read', () => {
    expect(files.length).toBeGreaterThan(300);
    expect(files).toEqual(expect.arrayContaining(allowed));
  });

  test('in src/ and public/', () =>
    expect(
      files
        .filter((file) => !allowed.includes(file))
        .flatMap((file) =>
          coloursIn(readFileSync(join(root, file), 'utf8')).map((each) => `${file}: ${each}`),
        ),
    ).toEqual([]));

  test.each([
    "// A comment.\nconst mark = '#e6c46a';",
    'a { color: #fff; }',
    '<path fill="#0b5394"/>',
    'a { color: rgb(0 0 0 / 50%); }',
    'const css = `border: 1px solid #d5dde6`;',
  ])('it would be found: %s', (text) => expect(coloursIn(text)).toHaveLength(1));

  test.each([
    "import '#cache/hash.ts';",
    "href='#added'",
    '/* #0b4a86 */',
    "id: '#main'",
    '&#160;',
  ])('this is none: %s', (text) => expect(coloursIn(text)).toEqual([]));
});
