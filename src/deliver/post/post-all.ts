import { join } from 'node:path';
import { whileHolding } from '#build/lock.ts';
import type { Channel, Message } from './channel.ts';
import { type Journal, openJournal } from './journal.ts';
import { readOutbox } from './outbox.ts';

/** What became of a message for a channel in this run. */
export interface Posted {
  readonly text: string;
  readonly channel: string;
  /**
   * - `would-send`: it would be sent now
   * - `sent`, `refused`: see `PostState`
   * - `unknown`: nobody knows whether it was sent, in this run or an earlier one; it is not sent again
   * - `skipped`: it was public before the channel was first used
   */
  readonly state: 'would-send' | 'sent' | 'refused' | 'unknown' | 'skipped';
  readonly detail?: string | undefined;
}

/** How to send. */
export interface PostOptions {
  /** The folder of the releases, absolute. */
  readonly to: string;
  readonly channels: readonly Channel[];
  readonly now: Date;
  /** Sends nothing and notes nothing. */
  readonly dryRun: boolean;
  /** Sends again what may or may not have been sent: a person has looked. */
  readonly again: boolean;
  /** Sends what was public before a channel is first used, too. */
  readonly all: boolean;
}

/**
 * Sends what is new to each channel, each message at most once: that it is about to be sent is on the disk before it is.
 * What a crash has interrupted is told, and not sent again.
 * @throws {UserError} when nothing is public, another process sends, or the journal cannot be read
 */
export function postAll(options: PostOptions): Promise<Posted[]> {
  const { to } = options;
  return whileHolding(join(to, 'post.lock'), 'publish-lock-held', async () => {
    const [messages, journal] = [readOutbox(to), openJournal(to)];
    const posted: Posted[] = [];
    for (const channel of options.channels) {
      const isNew = !journal.knows(channel.name);
      const own = messages.filter(({ language }) => language === channel.language);
      for (const message of own) {
        const one = await postOne(message, channel, { ...options, journal, isNew });
        if (one) posted.push(one);
      }
    }
    return posted;
  });
}

async function postOne(
  message: Message,
  channel: Channel,
  {
    journal,
    isNew,
    now,
    dryRun,
    again,
    all,
  }: PostOptions & { readonly journal: Journal; readonly isNew: boolean },
): Promise<Posted | undefined> {
  const place = { text: message.text, channel: channel.name };
  const note = (state: 'sending' | 'sent' | 'refused' | 'skipped') =>
    journal.note({ ...place, state, at: now.toISOString() });
  const before = journal.stateOf(message.text, channel.name);
  if (before === 'sent' || before === 'skipped') return undefined;
  if (before === 'sending' && !again) return { ...place, state: 'unknown' };
  if (isNew && !all) {
    if (!dryRun) note('skipped');
    return { ...place, state: 'skipped' };
  }
  if (dryRun) return { ...place, state: 'would-send' };
  note('sending');
  const sent = await channel.send(message);
  // Left as `sending`: the next run tells it, and a person decides.
  if (sent.state === 'unknown') return { ...place, ...sent };
  note(sent.state);
  return { ...place, ...sent };
}
