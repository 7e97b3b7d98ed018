import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type PostedLine, postedLine } from '#schema/outbox.ts';
import { UserError } from '#messages/user-error.ts';

/**
 * What became of a message:
 * - `sending`: it was about to be sent, and nobody knows whether it was
 * - `sent`: the service has taken it
 * - `refused`: the service has not taken it, so it may be sent again
 * - `skipped`: it was public before anything was sent to the channel
 */
export type PostState = PostedLine['state'];

/** What was sent where. Each line is on the disk before the next step is taken. */
export interface Journal {
  /** The state of a message; undefined when it was never sent. */
  stateOf(text: string, channel: string): PostState | undefined;
  /** Whether anything was ever noted of a channel. */
  knows(channel: string): boolean;
  note(line: PostedLine): void;
}

/** The path of the journal in a folder of releases. */
export function journalFile(to: string): string {
  return join(to, 'outbox', 'journal.jsonl');
}

/**
 * Opens the journal of a folder of releases. The caller holds its lock.
 * @throws {UserError} when a line is not valid: then nobody knows what was sent
 */
export function openJournal(to: string): Journal {
  const file = journalFile(to);
  const states = new Map<string, PostState>();
  const channels = new Set<string>();
  const take = ({ text, channel, state }: PostedLine) => {
    states.set(`${channel}\n${text}`, state);
    channels.add(channel);
  };
  for (const line of linesOf(file)) take(line);
  return {
    stateOf: (text, channel) => states.get(`${channel}\n${text}`),
    knows: (channel) => channels.has(channel),
    note(line) {
      mkdirSync(dirname(file), { recursive: true });
      // Appended and flushed: a crash after this leaves the line, a crash before it leaves nothing sent.
      const descriptor = openSync(file, 'a');
      try {
        writeSync(descriptor, `${JSON.stringify(line)}\n`);
        fsyncSync(descriptor);
      } finally {
        closeSync(descriptor);
      }
      take(line);
    },
  };
}

function linesOf(file: string): PostedLine[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  // A last line without its end was cut off by a crash, before anything followed from it.
  return lines.slice(0, -1).map((line) => {
    try {
      return postedLine.parse(JSON.parse(line));
    } catch (error) {
      throw new UserError('state-broken', { place: file, detail: (error as Error).message });
    }
  });
}
