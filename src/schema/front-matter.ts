import { withScalar } from '#lang/yaml.ts';

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
  const [head, yaml = ''] = match;
  return {
    yaml,
    yamlLine: 2,
    body: text.slice(head.length),
    bodyLine: head.split('\n').length,
  };
}

/**
 * A Markdown file with one field of its front matter set, every other byte kept, BOM and line ends too.
 * @param text as the file has it
 * @param value a word that needs no quotes in YAML
 * @returns undefined where there is no front matter that can be changed so
 */
export function withField(text: string, field: string, value: string): string | undefined {
  const { open, yaml } =
    /^(?<open>\uFEFF?---[ \t]*\r?\n)(?<yaml>.*?)^---[ \t]*(?:\r?\n|$)/msu.exec(text)?.groups ?? {};
  if (open === undefined || yaml === undefined || !text.startsWith(open)) return undefined;
  const edited = withScalar(yaml, field, value);
  return edited === undefined ? undefined : open + edited + text.slice(open.length + yaml.length);
}

/** The file that `splitFrontMatter` takes apart: an empty line between the fields and the text. */
export function joinFrontMatter(yaml: string, body: string): string {
  return `---\n${yaml}---\n\n${body}`;
}

/** @returns the text of a file: BOM dropped, CRLF and CR read as line ends; undefined when the bytes are not UTF-8 */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll(/\r\n?/gu, '\n');
  } catch {
    return undefined; // A TypeError: not UTF-8.
  }
}
