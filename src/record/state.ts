import type { z } from 'zod';
import { ledgerFile, releaseFile, scheduleFile } from '#schema/state.ts';
import { type Ledger, readLedger, writtenLedger } from './ledger.ts';
import type { Schedule } from './schedule.ts';
import { UnusableState } from './unusable-state.ts';

/** What a release remembers for the next one. */
export interface State {
  readonly ledger: Ledger;
  readonly schedule: Schedule;
  /** The id of the release to which this one went back. */
  readonly repeats?: string | undefined;
}

/** The part of a state that tells what is public: it can be read back from the site itself. */
export type Memory = Pick<State, 'ledger'>;

/** The files of a state, by name. The same state always gives the same bytes. */
export function stateFiles(state: State): Record<string, string> {
  return {
    'release.json': lines({ format: 1, repeats: state.repeats }),
    'ledger.json': lines(writtenLedger(state.ledger)),
    'schedule.json': lines(state.schedule),
  };
}

/** The files of a state that lie in the site, by their addresses: they hold nothing that the site does not show. */
export function publicStateFiles({ ledger }: Memory): Record<string, string> {
  return { [ledgerAddress]: lines(writtenLedger(ledger)) };
}

/** Where a site says what it has ever published. */
export const ledgerAddress = '/_state/ledger.json';

/** Reads the files of a state.
 * @param read gives the text of a file and the place where it was found, for the report
 * @throws {UnusableState} */
export function parseState(read: (name: string) => readonly [text: string, place: string]): State {
  const { repeats } = parse(releaseFile, ...read('release.json'));
  return { repeats, ledger: parseLedger(...read('ledger.json')), schedule: parse(scheduleFile, ...read('schedule.json')) };
}

/** @throws {UnusableState} */
export function parseLedger(text: string, place: string): Ledger {
  return readLedger(parse(ledgerFile, text, place));
}

function parse<Schema extends z.ZodType>(schema: Schema, text: string, place: string): z.output<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UnusableState('broken', place, (error as Error).message);
  }
  const { format } = (value ?? {}) as { format?: unknown };
  if (typeof format === 'number' && format > 1) throw new UnusableState('newer', place, String(format));
  const result = schema.safeParse(value);
  if (!result.success) throw new UnusableState('broken', place, result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '));
  return result.data;
}

/** An entry a line: small changes make small differences. */
function lines(value: object): string {
  return `${JSON.stringify(value, undefined, 1)}\n`;
}
