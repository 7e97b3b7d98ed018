import { byCode } from '#lang/sort.ts';
import { type Json, sha256 } from '#site/canonical.ts';
import type { LogFile } from '#schema/state.ts';
import type { TextStates } from './text-states.ts';

/**
 * What was published when. Lines are only ever added; each carries the hash of the one before, so none can be changed
 * without changing all that follow. A fingerprint is made with a salt, which is public as long as the text is, and then
 * forgotten: without it nobody can guess what a corrected or removed text said, by trying every number that may have
 * stood in it, from its fingerprint alone.
 */
export type Log = LogFile;
export type LogLine = Log['lines'][number];

export const emptyLog: Log = { format: 1, lines: [], salts: {} };

/** Of a line, as the next one carries it: the SHA-256 of its canonical JSON (RFC 8785). */
export function lineHash(line: LogLine): string {
  return sha256(json(line));
}

/** The SHA-256 of the canonical JSON of what a text says, with its salt. */
export function stateFingerprint(state: Json, salt: string): string {
  return sha256({ salt, state });
}

/** What a text says, as the log needs it. */
export interface LoggedStates {
  readonly withdrawn: boolean;
  /** As the function of that name. */
  fingerprint(salt: string): string;
}

export function loggedStates(states: TextStates): Map<string, LoggedStates> {
  const said = (state: Json): LoggedStates => ({
    withdrawn: typeof state === 'object' && state !== null && 'withdrawn' in state,
    fingerprint: (salt) => stateFingerprint(state, salt),
  });
  return new Map([...states].map(([text, state]) => [text, said(state)]));
}

export interface Now {
  /** When a text, or the whole site, came to say what it says. */
  at(text?: string): Date;
  /** Every text that is public now, by its name. */
  readonly texts: ReadonlyMap<string, LoggedStates>;
  /** The names of the texts that are removed. */
  readonly removed: ReadonlySet<string>;
  /** Makes a salt for a text that is new or has changed. */
  salt(text: string): string;
  /** The id of the release that was made public again, where that is what happened. */
  readonly repeats?: string;
}

/** The log after a release: a line for each text that was published, changed, withdrawn or removed, sorted by its name. */
export function addToLog(before: Log, { at, texts, removed, salt, repeats }: Now): Log {
  const lines = [...before.lines];
  const salts: Record<string, string> = {};
  const last = new Map(
    before.lines.flatMap((line) => (line.text ? [[line.text, line] as const] : [])),
  );
  const add = (line: Pick<LogLine, 'what' | 'text' | 'fingerprint' | 'release'>) => {
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
      const what = removed.has(text) ? 'removed' : 'gone';
      if (known?.what !== what && known?.what !== 'removed') add({ what, text });
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

/** What does not fit in a log, or between it and the texts. */
export type LogFault =
  | { readonly fault: 'number' | 'chain'; readonly line: number }
  | { readonly fault: 'changed' | 'unrecorded' | 'missing'; readonly text: string }
  | { readonly fault: 'rewritten'; readonly line: number };

/** Recomputes the hash of every line. */
export function checkChain({ lines }: Log): LogFault[] {
  return lines.flatMap((line, index): LogFault[] => {
    if (line.number !== index + 1) return [{ fault: 'number', line: index + 1 }];
    const previous = lines[index - 1];
    return line.before === (previous ? lineHash(previous) : '')
      ? []
      : [{ fault: 'chain', line: line.number }];
  });
}

/** Compares the texts with their last lines. */
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

/** Whether an older copy is the beginning of a log; else the first line that was rewritten or taken away. */
export function checkAgainst({ lines }: Log, older: Log): LogFault[] {
  const different = older.lines.findIndex(
    (line, index) => !lines[index] || lineHash(lines[index]) !== lineHash(line),
  );
  return different < 0 ? [] : [{ fault: 'rewritten', line: different + 1 }];
}

function json(line: LogLine): Json {
  return JSON.parse(JSON.stringify(line)) as Json;
}
