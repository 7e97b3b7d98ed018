import { isVisible } from './visible.ts';
import { isDeepStrictEqual } from 'node:util';
import {
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parse,
  parseDocument,
  Parser,
  stringify,
} from 'yaml';
import { must } from './lookup.ts';
import { badCharacter } from './bad-characters.ts';

/** A path into a value: keys of maps and indices of lists. */
export type Path = readonly PropertyKey[];

/** A parsed YAML text: its value, and the line of each part. */
export interface Yaml {
  /** Empty strings and nulls are left out: they count as absent. Dates stay strings. */
  readonly value: unknown;
  /** The line of the path, or of the nearest ancestor that exists in the text. Lines count from `firstLine`. */
  lineOf(path: Path): number;
}

/** Why a YAML text cannot be read. */
export type YamlFault = { readonly line: number } & (
  | {
      readonly fault: 'needs-quotes' | 'broken-line';
      readonly params: { readonly corrected: string };
    }
  | { readonly fault: 'duplicate-key'; readonly params: { readonly key: string } }
  | {
      readonly fault:
        | 'broken-yaml'
        | 'yaml-unclosed'
        | 'yaml-indent'
        | 'yaml-no-colon'
        | 'tab-indent'
        | 'too-deep';
      readonly params: Readonly<Record<string, never>>;
    }
  | { readonly fault: 'bad-character'; readonly params: { readonly character: string } }
);

/** Whether a YAML text has comments. They are lost when it is parsed and written again. */
export function hasComments(text: string): boolean {
  const found = (token: unknown): boolean =>
    typeof token === 'object' &&
    token !== null &&
    ((token as { type?: unknown }).type === 'comment' || Object.values(token).some(found));
  return [...new Parser().parse(text)].some(found);
}

/** The value of a YAML text that comes with Jarshy. */
export function parseOwnYaml(text: string): unknown {
  return parse(text);
}

/** A value as YAML that `parseYaml` can read. Each text stays on one line, as people write them. */
export function writeYaml(value: unknown): string {
  return stringify(value, {
    schema: 'core',
    lineWidth: 0,
    singleQuote: true,
    aliasDuplicateObjects: false,
  });
}

/**
 * Reads a YAML text that a person wrote.
 * @param firstLine the line of the file at which `text` begins
 * @returns the value, or the faults of the text; a duplicate key and aliases that would expand too far are faults too
 */
export function parseYaml(text: string, firstLine = 1): Yaml | { faults: YamlFault[] } {
  const lines = new LineCounter();
  const document = read(text, lines);
  const line = (offset: number) => lines.linePos(offset).line + firstLine - 1;

  // The parser reports this when its nesting reaches the limit of the stack.
  const tooDeep = document.errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (tooDeep) return { faults: [{ fault: 'too-deep', line: line(tooDeep.pos[0]), params: {} }] };
  if (document.errors.length > 0) return { faults: findFaults(text, firstLine) };
  let value: unknown;
  try {
    value = withoutEmpty(document.toJS({ maxAliasCount: 100 }));
  } catch {
    // `toJS` throws a ReferenceError for too many aliases or an unknown one. It throws a RangeError for an alias that
    // contains itself, or for too many levels.
    return { faults: [{ fault: 'broken-yaml', line: firstLine, params: {} }] };
  }
  const lineOf = linesOf(text, firstLine);
  // A bad character written as an escape is invisible in the source text, so it is looked for in the value.
  const bad = badValue(value, []);
  return bad
    ? {
        faults: [
          { fault: 'bad-character', line: lineOf(bad.path), params: { character: bad.character } },
        ],
      }
    : { value, lineOf };
}

/**
 * A text in which `parseYaml` has found no fault. It is parsed each time `value` is read.
 * @param firstLine the line of the file at which `text` begins
 */
export function rereadYaml(text: string, firstLine: number): Yaml {
  const lineOf = linesOf(text, firstLine);
  return {
    get value() {
      return withoutEmpty(parse(text, { schema: 'core', uniqueKeys: false }));
    },
    lineOf,
  };
}

/**
 * Parses the text again when the first line is requested. That is rare, and otherwise thousands of parsed documents
 * would be kept in memory.
 */
function linesOf(text: string, firstLine: number): Yaml['lineOf'] {
  let kept: { readonly contents: unknown; readonly lines: LineCounter } | undefined;
  return (path) => {
    if (!kept) {
      const lines = new LineCounter();
      // The text had no fault, so it has no duplicate keys. Checking again would take time in the square of their
      // number.
      kept = {
        contents: parseDocument(text, {
          lineCounter: lines,
          schema: 'core',
          prettyErrors: false,
          uniqueKeys: false,
        }).contents,
        lines,
      };
    }
    for (let length = path.length; length > 0; length--) {
      const offset = offsetOf(kept.contents, path.slice(0, length));
      if (offset !== undefined) return kept.lines.linePos(offset).line + firstLine - 1;
    }
    return firstLine;
  };
}

/**
 * Sets one key in the text of a YAML map. Every other byte stays: comments, order, quotes, line ends.
 * @param value a word that needs no quotes, or a map of texts; undefined takes the key out
 * @returns undefined when the text is not a block map with a line for each key, or cannot be edited safely
 */
export function withScalar(
  text: string,
  key: string,
  value: string | Readonly<Record<string, string>> | undefined,
): string | undefined {
  const { contents, errors } = parseDocument(text, { schema: 'core' });
  if (errors.length > 0 || !isMap(contents) || contents.flow) return undefined;
  const pair = contents.items.find((item) => keyOf(item) === key);
  if (!pair && value === undefined) return text;
  const [start, end] = pair
    ? [
        must((pair.key as Node).range, 'place of a key')[0],
        isNode(pair.value) ? pair.value.range[1] : undefined,
      ]
    : [text.length, text.length];
  if (end === undefined) return undefined;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const written = `${key}: ${typeof value === 'object' ? flowMap(value) : (value ?? '')}`;
  const line = pair
    ? written
    : `${text === '' || /\n$/u.test(text) ? '' : lineEnd}${written}${lineEnd}`;
  const edited =
    value === undefined
      ? text.slice(0, start) + text.slice(end).replace(/^[^\S\n]*\n/u, '')
      : text.slice(0, start) +
        // A block map ends behind its last line.
        (/\n$/u.test(text.slice(start, end)) ? `${line}${lineEnd}` : line) +
        text.slice(end);
  // The result must be the old value with only this key changed. A text so unusual that it is not is left alone.
  const before = parseDocument(text, { schema: 'core' }).toJS() as Record<string, unknown>;
  const after = parseDocument(edited, { schema: 'core' });
  const { [key]: _, ...others } = before;
  const wanted = value === undefined ? others : { ...before, [key]: value };
  return after.errors.length === 0 && isDeepStrictEqual(after.toJS() ?? {}, wanted)
    ? edited
    : undefined;
}

/** A map of texts in one line. JSON's strings are YAML's. */
function flowMap(map: Readonly<Record<string, string>>): string {
  const entries = Object.entries(map).map(([key, text]) => `${key}: ${JSON.stringify(text)}`);
  return `{ ${entries.join(', ')} }`;
}

function read(text: string, lineCounter: LineCounter) {
  return parseDocument(text, { lineCounter, schema: 'core', prettyErrors: false });
}

function badValue(value: unknown, path: Path): { path: Path; character: string } | undefined {
  if (typeof value === 'string') {
    const bad = badCharacter(value);
    return bad && { path, character: bad.name };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, item] of Object.entries(value)) {
    const inside = [...path, Array.isArray(value) ? Number(key) : key];
    const found = badValue(key, inside) ?? badValue(item, inside);
    if (found) return found;
  }
  return undefined;
}

/**
 * Testing a correction parses the whole text again. So at most this many lines are tried, of at most this many
 * characters.
 */
const mostMended = 20;
const longestMended = 500;

/**
 * The first fault of each line. Later faults on the same line are mostly caused by it, and so are all that follow what
 * cannot be read at all. If one line as it should be written cures the whole text, that is the only fault.
 */
function findFaults(text: string, firstLine: number): YamlFault[] {
  const faults = new Map<number, YamlFault>();
  const lines = text.split('\n');
  const errors = errorsOf(text);
  const broken = brokenLine(lines, errors[0]?.line ?? 1);
  if (broken) {
    const { line, corrected } = broken;
    return [{ fault: 'broken-line', line: line + firstLine - 1, params: { corrected } }];
  }
  let isUnreadable = false;
  for (const { code, message, at, line } of errors) {
    const place = { line: line + firstLine - 1 };
    if (faults.has(line)) continue;
    const corrected = faults.size < mostMended ? inQuotes(text, line) : undefined;
    if (code === 'DUPLICATE_KEY')
      faults.set(line, {
        ...place,
        fault: 'duplicate-key',
        params: { key: /^[^:\s]{0,100}/u.exec(text.slice(at))?.[0] ?? '' },
      });
    else if (code === 'TAB_AS_INDENT')
      faults.set(line, { ...place, fault: 'tab-indent', params: {} });
    else if (corrected)
      faults.set(line, { ...place, fault: 'needs-quotes', params: { corrected } });
    else if (!isUnreadable) {
      isUnreadable = true;
      const fault = faultOf(code, message);
      // The parser names the line before the one that begins too far to the right.
      const moved = code === 'BLOCK_AS_IMPLICIT_KEY' && isIndented(lines[line]) ? 1 : 0;
      faults.set(line, { line: place.line + moved, fault, params: {} });
    }
  }
  return [...faults.values()];
}

/**
 * What is wrong, in the terms of a person who has not heard of YAML. The parser's own messages are English.
 * @param code one of the parser's error codes; some of them stand for several faults, which its message tells apart
 */
function faultOf(code: string, message: string) {
  if (/end with a |closing/u.test(message)) return 'yaml-unclosed';
  if (/^(?:BAD_INDENT|BLOCK_IN_FLOW|BLOCK_AS_IMPLICIT_KEY)$/u.test(code) || / - ind/u.test(message))
    return 'yaml-indent';
  // A line without a colon is read as the first line of a key.
  if (/^Implicit (?:map )?keys? need/u.test(message)) return 'yaml-no-colon';
  return 'broken-yaml';
}

function isIndented(line: string | undefined): boolean {
  return /^\s+\S/u.test(line ?? '');
}

/**
 * A field that is written as in a letter: without a space behind its colon, with a no-break space there, or away from the
 * margin.
 * @param near the line of the first error; the slip is there or beside it
 */
function brokenLine(
  lines: readonly string[],
  near: number,
): { readonly line: number; readonly corrected: string } | undefined {
  for (const line of [near, near - 1, near + 1]) {
    const written = lines[line - 1];
    if (written === undefined || written.length > longestMended) continue;
    // Below the name of a group or inside one, a field away from the margin may be right.
    const isAlone = line === 1 || /^\w+: *\S/u.test(lines[line - 2] ?? '');
    const corrected = (isAlone ? written.replace(/^ +(?=[a-z]\w*:)/iu, '') : written).replace(
      /^(?<key>[a-z]\w*:)[^\S\n]*(?=\S)/iu,
      '$<key> ',
    );
    if (corrected !== written && errorsOf(lines.with(line - 1, corrected).join('\n')).length === 0)
      return { line, corrected: corrected.trim() };
  }
  return undefined;
}

function errorsOf(text: string) {
  const lines = new LineCounter();
  return read(text, lines).errors.map(({ code, message, pos: [at] }) => ({
    code,
    message,
    at,
    line: lines.linePos(at).line,
  }));
}

/**
 * A line `key: value` with its value in quotes, if that corrects it: `title: Meeting: the results` needs quotes.
 * @returns undefined when quotes do not help, or the value is longer than `longestMended`
 */
function inQuotes(text: string, line: number): string | undefined {
  const lines = text.split('\n');
  const { key, value } =
    /^(?<key>\s*(?:- )?[\w-]+: +)(?<value>\S.*?)\s*$/u.exec(lines[line - 1] ?? '')?.groups ?? {};
  if (!key || !value || value.length > longestMended) return undefined;
  const bare = value.replace(/^(?<quote>['"])(?<inside>.*)\k<quote>$/u, '$<inside>');
  const corrected = `${key}'${bare.replaceAll("'", "''")}'`;
  const left = errorsOf(lines.with(line - 1, corrected).join('\n'));
  const last = isIndented(lines[line]) ? line + 1 : line;
  return left.some((error) => error.line >= line && error.line <= last)
    ? undefined
    : corrected.trim();
}

function offsetOf(contents: unknown, path: Path): number | undefined {
  let node: unknown = contents;
  for (const [depth, key] of path.entries()) {
    if (!isCollection(node)) return undefined;
    const last = depth === path.length - 1;
    if (typeof key === 'number') {
      // Indices count as in `value`, which leaves out empty entries.
      node = partsOf(node).list[key];
    } else {
      const pair = partsOf(node).byKey().get(String(key)) as
        { key?: unknown; value?: unknown } | undefined;
      node = last ? pair?.key : pair?.value;
    }
  }
  return isNode(node) ? node.range?.[0] : undefined;
}

interface Parts {
  readonly list: readonly unknown[];
  byKey(): ReadonlyMap<string | undefined, unknown>;
}

const parts = new WeakMap<object, Parts>();

/** The parts of a list or map that are not empty. Cached, because each entry of a long one is looked up. */
function partsOf(node: { readonly items: readonly unknown[] }): Parts {
  let found = parts.get(node);
  if (!found) {
    const list = node.items.filter((item) => !(isScalar(item) && isEmpty(item.value)));
    let byKey: ReadonlyMap<string | undefined, unknown> | undefined;
    // The first of duplicate keys wins; duplicates are a fault.
    parts.set(
      node,
      (found = {
        list,
        byKey: () =>
          (byKey ??= new Map(list.map((item) => [keyOf(item), item] as const).reverse())),
      }),
    );
  }
  return found;
}

function keyOf(item: unknown): string | undefined {
  const key = (item as { key?: unknown }).key;
  return isNode(key) ? String(key.toJSON()) : undefined;
}

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => !isEmpty(item)).map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, item]) => !isEmpty(item));
  return Object.fromEntries(kept.map(([key, item]) => [key, withoutEmpty(item)]));
}

/** A text of which nothing can be seen is empty, too. */
function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'string' && !isVisible(value));
}
