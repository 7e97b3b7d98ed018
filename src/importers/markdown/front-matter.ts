import { parse as parseToml } from 'smol-toml';
import { must } from '#lang/lookup.ts';
import { parseYaml } from '#lang/yaml.ts';

/** The fields above a text, and the text. */
export interface Parted {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** Whether the fields could not be read. */
  readonly isBroken: boolean;
}

/** Takes a Markdown file of another program apart: YAML between `---`, TOML between `+++`, or JSON. */
export function partFrontMatter(text: string): Parted {
  const [, yaml] = /^---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|$)/msu.exec(text) ?? [];
  const [, toml] = /^\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|$)/msu.exec(text) ?? [];
  const [, json] = /^(\{\n.*?^\})[ \t]*(?:\n|$)/msu.exec(text) ?? [];
  const found = [
    {
      written: yaml,
      head: yaml === undefined ? 0 : lengthOf(text, '(?:---|\\.\\.\\.)'),
      read: readYaml,
    },
    { written: toml, head: toml === undefined ? 0 : lengthOf(text, '\\+\\+\\+'), read: readToml },
    { written: json, head: json?.length ?? 0, read: readJson },
  ].find(({ written, head }) => written !== undefined && text.startsWith(text.slice(0, head)));
  const starts = /^(?:---[ \t]*\n|\+\+\+[ \t]*\n|\{\n)/u.test(text);
  if (!starts || found?.written === undefined) return { fields: {}, body: text, isBroken: false };
  const fields = found.read(found.written);
  return { fields: fields ?? {}, body: text.slice(found.head), isBroken: fields === undefined };
}

/** How long the head of a text is, its two fences included. */
function lengthOf(text: string, fence: string): number {
  const head = new RegExp(`^(?:---|\\+\\+\\+)[ \\t]*\\n.*?^${fence}[ \\t]*(?:\\n|$)`, 'msu');
  const [written] = must(head.exec(text), 'front matter');
  return written.length;
}

type Fields = Readonly<Record<string, unknown>>;

function readYaml(text: string): Fields | undefined {
  const read = parseYaml(text);
  return 'faults' in read ? undefined : asFields(read.value ?? {});
}

function readToml(text: string): Fields | undefined {
  try {
    return parseToml(text);
  } catch {
    return undefined; // A TomlError: no TOML.
  }
}

function readJson(text: string): Fields | undefined {
  try {
    return asFields(JSON.parse(text));
  } catch {
    return undefined; // A SyntaxError: no JSON.
  }
}

function asFields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : undefined;
}
