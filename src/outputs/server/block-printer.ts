/** A line of a server's configuration: its words, and the lines that it holds in braces. */
export interface Line {
  readonly words: readonly string[];
  readonly inside?: readonly Line[];
}

/** How a server wants its lines to be written. */
export interface Notation {
  /** Before each line inside braces, once for each level. */
  readonly indent: string;
  /** After a line without braces. */
  readonly end: string;
  /** A word that the server reads as plain text without quotation marks. */
  readonly plain: RegExp;
  /** What a backslash must stand before in quotation marks. */
  readonly escaped: RegExp;
}

/** Says in comments what a file is for and how a server is told of it. */
export interface Introduction {
  /** The address of the site, as it is encoded or not. */
  readonly url: string;
  readonly server: string;
  /** After "To be": `included in a server block`. */
  readonly use: string;
  /** Lines of the server's own configuration. */
  readonly example: readonly string[];
}

export function line(...words: string[]): Line {
  return { words };
}

export function block(words: readonly string[], inside: readonly Line[]): Line {
  return { words, inside };
}

/** The text of a configuration file. */
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
