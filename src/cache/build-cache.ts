import { deserialize, serialize } from 'node:v8';
import { hashOf } from './hash.ts';
import { StringTable, withStrings } from './string-table.ts';

/**
 * A kind of work whose result is a value that is kept between builds. See `docs/contributing/build-cache.md`.
 * Declared at the top of a module.
 */
export interface Task<Value> {
  /** Names the kind in the manifest: `body`. */
  readonly kind: string;
  /** Turns a value into one that can be written (structured clone), and back. Without them, the value is written as it is. */
  pack?(value: Value): unknown;
  unpack?(packed: never): Value;
  /**
   * For values that are made of strings and hold no numbers, nor undefined in lists: strings that several of them have
   * are written once.
   */
  readonly sharesStrings?: boolean;
  /** Whether a value must not be kept. */
  isPassing?(value: Value): boolean;
}

/** Answers what a task asks of the outside while it runs: `has plan.pdf`. */
export type Answerer = (question: string) => unknown;

/** Records what a task has asked, and what it was told. */
export type Record = (question: string, answer: unknown) => void;

/** Results of tasks: those of the build before, and those that this build has used or made. */
export interface BuildCache {
  /** When the build began: see `fileKey`. */
  readonly startedAt: number;
  /**
   * @param name which thing of this kind the value is about
   * @param key decides the result: two runs with the same key give the same. Undefined when it cannot be told: then the result is not kept
   * @returns what an earlier build kept under this name and key, or else the result of `run`
   */
  value<Value>(task: Task<Value>, name: string, key: string | undefined, run: () => Value): Value;
  /**
   * The same for work that takes its time, and may ask something of the outside ("does this file exist?"). What it records is asked
   * again before the result is used again, and the answers must be the same (constrained memoization).
   * @param answer may return a promise
   */
  asking<Value>(
    task: Task<Value>,
    name: string,
    key: string | undefined,
    answer: Answerer,
    run: (record: Record) => Promise<Value>,
  ): Promise<Value>;
  /** What an earlier build kept under this name and key, where the work is done elsewhere: in a worker, for example. */
  get<Value>(task: Task<Value>, name: string, key: string): Value | undefined;
  /** Keeps the result of such work. */
  set<Value>(task: Task<Value>, name: string, key: string, value: Value): void;
  /** Begins another build in the same process: what was used or made until now counts as the build before. */
  nextBuild(): void;
  /**
   * What this build has used or made. Called once, at its end.
   * @param afresh every value is encoded again, and the strings are numbered again: what is no longer used goes
   */
  results(afresh?: boolean): KeptResults;
}

/** Where a value lies that was written before. */
export interface StoredValue {
  /** In bytes from the beginning of the file of values. */
  readonly at: number;
  readonly length: number;
  /** CRC-32 of the bytes. */
  readonly checksum: number;
}

interface Kept {
  readonly key: string;
  /** What was asked, and the hashes of the answers. */
  readonly answers: ReadonlyArray<readonly [question: string, answer: string]>;
}

/** A result that an earlier build has written. */
export interface StoredResult extends Kept {
  readonly stored: StoredValue;
}

/** A result to be written, or one that is written already. Encoded one by one: together they take hundreds of megabytes. */
export type KeptResult = StoredResult | (Kept & { encode(): Uint8Array });

export interface KeptResults {
  readonly values: ReadonlyMap<string, KeptResult>;
  /** Complete once all values are encoded. */
  readonly strings: readonly string[];
}

/** What an earlier build has left. */
export interface StoredResults {
  readonly values: ReadonlyMap<string, StoredResult>;
  readonly strings: readonly string[];
  /** @returns undefined for a value that is damaged or gone */
  read(stored: StoredValue): Buffer | undefined;
}

export const noResults: StoredResults = { values: new Map(), strings: [], read: () => undefined };

/** A result in memory: its value, where it was written, or both. */
interface Result extends Kept {
  readonly stored?: StoredValue | undefined;
  task?: Task<unknown>;
  value?: { readonly of: unknown } | undefined;
}

/**
 * @param before what an earlier build has left
 * @param startedAt by the clock of the file system, in milliseconds since 1970; without it, no file counts as racy
 */
export function createBuildCache(
  before: StoredResults = noResults,
  startedAt = Infinity,
): BuildCache {
  let previous: ReadonlyMap<string, Result> = before.values;
  let current = new Map<string, Result>();
  const strings = new StringTable(before.strings);

  const find = (task: Task<unknown>, id: string, key: string | undefined): Result | undefined => {
    const found = current.get(id) ?? previous.get(id);
    if (key === undefined || found?.key !== key) return undefined;
    if (found.value) return found;
    const bytes = found.stored && before.read(found.stored);
    if (!bytes) return undefined;
    const value = { of: decode(task, bytes, strings) };
    return { ...found, value, task };
  };
  const keep = (task: Task<unknown>, id: string, result: Result, value: unknown) => {
    current.set(id, { ...result, value: { of: value }, task });
  };

  return {
    startedAt,
    value(task, name, key, run) {
      const id = idOf(task, name);
      const found = find(task, id, key);
      if (found) return use(id, found);
      const value = run();
      if (key !== undefined && !task.isPassing?.(value))
        keep(task, id, { key, answers: [] }, value);
      return value;
    },
    async asking(task, name, key, answer, run) {
      const id = idOf(task, name);
      const found = find(task, id, key);
      if (found && (await answersHold(found, answer))) return use(id, found);
      const answers: Array<[string, string]> = [];
      const value = await run((question, answered) => {
        answers.push([question, hashOf(answered)]);
      });
      if (key !== undefined) keep(task, id, { key, answers }, value);
      return value;
    },
    get(task, name, key) {
      const id = idOf(task, name);
      const found = find(task, id, key);
      return found && use(id, found);
    },
    set(task, name, key, value) {
      keep(task, idOf(task, name), { key, answers: [] }, value);
    },
    nextBuild() {
      previous = current;
      current = new Map();
    },
    results(afresh = false) {
      const table = afresh ? new StringTable() : strings;
      const values = new Map<string, KeptResult>();
      for (const [id, { key, answers, stored, task, value }] of current) {
        if (stored && !afresh) values.set(id, { key, answers, stored });
        else if (task && value)
          values.set(id, { key, answers, encode: () => encode(task, value.of, table) });
      }
      return { values, strings: table.all() };
    },
  };

  function use<Value>(id: string, result: Result): Value {
    current.set(id, result);
    return result.value?.of as Value;
  }
}

function idOf(task: Task<unknown>, name: string): string {
  return `${task.kind} ${name}`;
}

/** All are asked, in their order: to ask may have an effect, such as counting a picture as used. */
async function answersHold({ answers }: Result, answer: Answerer): Promise<boolean> {
  let hold = true;
  for (const [question, before] of answers)
    hold = hashOf(await answer(question)) === before && hold;
  return hold;
}

// A value with numbers in place of strings is plain, so JSON can hold it: five times as fast as `serialize`.
function encode(task: Task<unknown>, value: unknown, strings: StringTable): Uint8Array {
  const packed = task.pack ? task.pack(value) : value;
  return task.sharesStrings
    ? Buffer.from(JSON.stringify(strings.index(packed)))
    : serialize(packed);
}

function decode(task: Task<unknown>, bytes: Buffer, strings: StringTable): unknown {
  const packed: unknown = task.sharesStrings
    ? withStrings(strings.all(), JSON.parse(bytes.toString()))
    : deserialize(bytes);
  return task.unpack ? task.unpack(packed as never) : packed;
}
