import { withScalar } from '#lang/yaml.ts';

/** The parts of a Markdown file. */
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
 * Splits a text into YAML front matter and body.
 * @param text decoded, without BOM, with `\n` as line end
 * @returns undefined when the text does not begin with `---`
 */
export function splitFrontMatter(text: string): FrontMatter | undefined {
  const match = fences.exec(text);
  if (!match || match.index !== 0) return undefined;
  const [head, yaml = ''] = match;
  return {
    yaml,
    yamlLine: 2,
    body: text.slice(head.length),
    bodyLine: head.split('\n').length,
  };
}

/**
 * Sets one field in the front matter of a Markdown file. Every other byte stays the same, including BOM and line ends.
 * @param text the unchanged text of the file
 * @param value a word that needs no quotes in YAML, or a map of texts; undefined takes the field out
 * @returns undefined when there is no front matter, or it cannot be edited this way
 */
export function withField(
  text: string,
  field: string,
  value: string | Readonly<Record<string, string>> | undefined,
): string | undefined {
  const { open, yaml } =
    /^(?<open>\uFEFF?---[ \t]*\r?\n)(?<yaml>.*?)^---[ \t]*(?:\r?\n|$)/msu.exec(text)?.groups ?? {};
  if (open === undefined || yaml === undefined || !text.startsWith(open)) return undefined;
  const edited = withScalar(yaml, field, value);
  return edited === undefined ? undefined : open + edited + text.slice(open.length + yaml.length);
}

/** Builds a file that `splitFrontMatter` can split, with an empty line between the fields and the text. */
export function joinFrontMatter(yaml: string, body: string): string {
  return `---\n${yaml}---\n\n${body}`;
}

/**
 * Decodes a text file.
 * @returns the text without BOM, with CRLF and CR replaced by `\n`; undefined when the bytes are not UTF-8
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll(/\r\n?/gu, '\n');
  } catch {
    return undefined; // A TypeError: not UTF-8.
  }
}
