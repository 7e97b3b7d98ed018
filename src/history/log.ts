import { byCode } from '#lang/sort.ts';
import { type Json, sha256 } from '#site/canonical.ts';
import { textHash } from '#site/removed-address.ts';
import type { LogFile } from '#schema/state.ts';
import type { TextStates } from './text-states.ts';

/**
 * The log of what was published when. Lines are only ever added. Each contains the hash of the one before, so a line
 * cannot be changed without changing all lines after it.
 * A fingerprint is made with a salt. The salt is public as long as the text is, and is then deleted. Without the salt,
 * no reader can find out what a corrected or removed text said by trying, for example, every number it may have
 * contained against its fingerprint.
 * The name of a text may be what had to be removed. So the lines about a removed text name it only by a hash, and keep
 * the hash that they had before, with which the chain is checked.
 */
export type Log = LogFile;
export type LogLine = Log['lines'][number];

export const emptyLog: Log = { format: 1, lines: [], salts: {} };

/**
 * The hash of a line, as the next line contains it: the SHA-256 of its canonical JSON (RFC 8785), or the hash that a
 * line had before its name was taken out.
 */
export function lineHash(line: LogLine): string {
  return line.hash ?? sha256(json(line));
}

/** The SHA-256 of the canonical JSON of a text's state with its salt. */
export function stateFingerprint(state: Json, salt: string): string {
  return sha256({ salt, state });
}

/** The state of a text, as the log needs it. */
export interface LoggedStates {
  readonly withdrawn: boolean;
  /** See `stateFingerprint`. */
  fingerprint(salt: string): string;
}

/** Converts the states of texts into the form that `addToLog` takes. */
export function loggedStates(states: TextStates): Map<string, LoggedStates> {
  const said = (state: Json): LoggedStates => ({
    withdrawn: typeof state === 'object' && state !== null && 'withdrawn' in state,
    fingerprint: (salt) => stateFingerprint(state, salt),
  });
  return new Map([...states].map(([text, state]) => [text, said(state)]));
}

/** The state of a site at a release, for `addToLog`. */
export interface Now {
  /** Since when a text, or without an argument the whole site, has been in its current state. */
  at(text?: string): Date;
  /** Every text that is public now, by its name. */
  readonly texts: ReadonlyMap<string, LoggedStates>;
  /** The names of the removed texts, also those that they had under older addresses. */
  readonly removed: ReadonlySet<string>;
  /** Makes a salt for a text that is new or has changed. */
  salt(text: string): string;
  /** After a rollback, the id of the release that was made public again. */
  readonly repeats?: string;
}

/**
 * The log after a release: a line is added for each text that was published, changed, withdrawn, removed or is gone,
 * sorted by the name of the text.
 */
export function addToLog(before: Log, { at, texts, removed, salt, repeats }: Now): Log {
  const removedHashes = new Set([...removed].map(textHash));
  const lines = withoutNames(before.lines, removedHashes);
  const salts: Record<string, string> = {};
  const last = new Map(
    before.lines.flatMap((line) => (line.text ? [[line.text, line] as const] : [])),
  );
  const add = (line: Pick<LogLine, 'what' | 'text' | 'name' | 'fingerprint' | 'release'>) => {
    const previous = lines.at(-1);
    lines.push({
      number: lines.length + 1,
      at: at(line.text).toISOString(),
      ...line,
      before: previous ? lineHash(previous) : '',
    });
  };
  if (repeats) add({ what: 'rolled-back', release: repeats });
  for (const text of [...new Set([...last.keys(), ...texts.keys()])].sort(byCode)) {
    const said = texts.get(text);
    const known = last.get(text);
    const oldSalt = before.salts[text];
    if (!said) {
      if (known?.what === 'removed') continue; // A line of an older version of Jarshy.
      const name = textHash(text);
      if (removedHashes.has(name)) {
        // The other names of the same text were gone before.
        if (known?.what !== 'gone') add({ what: 'removed', name });
      } else if (known?.what !== 'gone') add({ what: 'gone', text });
    } else if (oldSalt !== undefined && known?.fingerprint === said.fingerprint(oldSalt)) {
      salts[text] = oldSalt;
    } else {
      salts[text] = salt(text);
      const what =
        said.withdrawn && known?.what !== 'withdrawn'
          ? 'withdrawn'
          : known?.fingerprint
            ? 'changed'
            : 'published';
      add({ what, text, fingerprint: said.fingerprint(salts[text]) });
    }
  }
  return { format: 1, lines, salts };
}

/**
 * Takes the names of removed texts out of lines.
 * @param removed the hashes of the names
 */
function withoutNames(lines: readonly LogLine[], removed: ReadonlySet<string>): LogLine[] {
  const texts = new Set(lines.flatMap(({ text }) => text ?? []));
  const gone = new Set(
    removed.size === 0 ? [] : [...texts].filter((text) => removed.has(textHash(text))),
  );
  // Lines of an older version of Jarshy name what was removed.
  for (const { text, what } of lines) if (text && what === 'removed') gone.add(text);
  return lines.map((line) => {
    const { text, ...rest } = line;
    if (text === undefined || !gone.has(text)) return line;
    return { ...rest, name: textHash(text), hash: lineHash(line) };
  });
}

/** An inconsistency in a log, or between a log and the texts. */
export type LogFault =
  | { readonly fault: 'number' | 'chain'; readonly line: number }
  | { readonly fault: 'changed' | 'unrecorded' | 'missing'; readonly text: string }
  | { readonly fault: 'rewritten'; readonly line: number };

/** Checks the number of every line and recomputes its hash. */
export function checkChain({ lines }: Log): LogFault[] {
  return lines.flatMap((line, index): LogFault[] => {
    if (line.number !== index + 1) return [{ fault: 'number', line: index + 1 }];
    const previous = lines[index - 1];
    return line.before === (previous ? lineHash(previous) : '')
      ? []
      : [{ fault: 'chain', line: line.number }];
  });
}

/** Compares the texts with the last lines about them. */
export function checkLoggedTexts({ lines, salts }: Log, states: TextStates): LogFault[] {
  const last = new Map(
    lines.flatMap(({ text, fingerprint: recorded }) => (text ? [[text, recorded] as const] : [])),
  );
  const faults = [...states].flatMap(([text, state]): LogFault[] => {
    const salt = salts[text];
    if (salt === undefined || !last.get(text)) return [{ fault: 'unrecorded', text }];
    return last.get(text) === stateFingerprint(state, salt) ? [] : [{ fault: 'changed', text }];
  });
  const missing = Object.keys(salts)
    .filter((text) => !states.has(text))
    .map((text): LogFault => ({ fault: 'missing', text }));
  return [...faults, ...missing];
}

/**
 * Checks that an older copy is the beginning of a log. Otherwise reports the first line that was rewritten or deleted.
 */
export function checkAgainst({ lines }: Log, older: Log): LogFault[] {
  const different = older.lines.findIndex(
    (line, index) => !lines[index] || lineHash(lines[index]) !== lineHash(line),
  );
  return different < 0 ? [] : [{ fault: 'rewritten', line: different + 1 }];
}

function json(line: LogLine): Json {
  return JSON.parse(JSON.stringify(line)) as Json;
}
