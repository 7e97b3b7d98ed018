/** A line of a server's configuration: its words, and the lines of its block in braces. */
export interface Line {
  readonly words: readonly string[];
  readonly inside?: readonly Line[];
}

/** The configuration syntax of a server. */
export interface Notation {
  /** The indentation for each level of braces. */
  readonly indent: string;
  /** The end of a line that has no braces. */
  readonly end: string;
  /** Matches a word that the server reads as plain text without quotation marks. */
  readonly plain: RegExp;
  /** Matches the characters that need a backslash inside quotation marks. */
  readonly escaped: RegExp;
}

/** The comment at the top of a file: its purpose, and how to include it in the server's configuration. */
export interface Introduction {
  /** The address of the site; may be percent-encoded or not. */
  readonly url: string;
  readonly server: string;
  /** The text after "To be", for example `included in a server block`. */
  readonly use: string;
  /** Example lines of the server's own configuration. */
  readonly example: readonly string[];
}

/** Makes a line without a block. */
export function line(...words: string[]): Line {
  return { words };
}

/** Makes a line with a block. */
export function block(words: readonly string[], inside: readonly Line[]): Line {
  return { words, inside };
}

/** Prints a whole configuration file. */
export function printConfiguration(
  introduction: Introduction,
  lines: readonly Line[],
  notation: Notation,
): string {
  return printIntroduction(introduction) + print(lines, notation);
}

function printIntroduction({ url, server, use, example }: Introduction): string {
  const lines = [
    `${encodeURI(decodeURI(url))} for ${server}, written anew by each build. To be ${use}:`,
    '',
    ...example.map((each) => `  ${each}`),
  ];
  return `${lines.map((each) => `# ${each}`.trimEnd()).join('\n')}\n\n`;
}

function print(lines: readonly Line[], notation: Notation, before = ''): string {
  return lines
    .map(({ words, inside }) => {
      const start = before + words.map((word) => quoted(word, notation)).join(' ');
      return inside
        ? `${start} {\n${print(inside, notation, before + notation.indent)}${before}}\n`
        : `${start}${notation.end}\n`;
    })
    .join('');
}

function quoted(word: string, { plain, escaped }: Notation): string {
  return plain.test(word) ? word : `"${word.replaceAll(escaped, '\\$&')}"`;
}
