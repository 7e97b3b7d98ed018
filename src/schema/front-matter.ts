/** A Markdown file taken apart. */
export interface FrontMatter {
  readonly yaml: string;
  /** The line at which `yaml` begins. */
  readonly yamlLine: number;
  readonly body: string;
  /** The line at which `body` begins. */
  readonly bodyLine: number;
}

const fences = /^---[ \t]*\n(?<yaml>.*?)^---[ \t]*(?:\n|$)/msu;

/**
 * Takes a text with YAML front matter apart.
 * @param text decoded, without BOM, lines ended by `\n`
 * @returns undefined when the text does not begin with `---`
 */
export function splitFrontMatter(text: string): FrontMatter | undefined {
  const match = fences.exec(text);
  if (!match || match.index !== 0) return undefined;
  const head = match[0];
  return { yaml: match.groups!.yaml!, yamlLine: 2, body: text.slice(head.length), bodyLine: head.split('\n').length };
}

/** @returns the text of a file: BOM dropped, CRLF and CR read as line ends; undefined when the bytes are not UTF-8 */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll(/\r\n?/gu, '\n');
  } catch {
    return undefined; // A TypeError: not UTF-8.
  }
}
