import type { Made } from '#importers/import-files.ts';
import type { ImportNote, Refused } from '#importers/imported.ts';
import { printable } from './problem-report.ts';
import { type FilledMessage, type Say, sayFilled } from '#messages/messages.ts';
import { wrap } from './wrap.ts';

/** What an import has read, and what it has refused. */
export interface ImportReport {
  readonly made: ReadonlyArray<Omit<Made, 'announcement'>>;
  readonly refused: readonly Refused[];
}

/**
 * The report of an import: what was read, with everything that a person must attend to; then what was not read, and
 * why; the counts last.
 */
export function reportImport({ made, refused }: ImportReport, say: Say): string {
  const read = made.map(({ source, folder, notes, draft }) =>
    [
      ...wrap(printable(`${source} → ${folder}${draft ? ` (${say('import.draft')})` : ''}`), 2, ''),
      ...notes.flatMap((note) => wrap(printable(noteSentence(note, say)), 6, '    ')),
    ].join('\n'),
  );
  const unknown = refused.filter(({ reason }) => reason !== 'known');
  const unread = unknown.map((one) =>
    [...wrap(printable(one.source), 2, ''), ...wrap(printable(refusalSentence(one, say)), 4)].join(
      '\n',
    ),
  );
  const numbers = wrap(
    say('import.count', {
      count: made.length,
      known: refused.length - unknown.length,
      unread: unknown.length,
    }),
    0,
  ).join('\n');
  return [
    ...read,
    ...(unread.length > 0 ? [`\n${say('import.unread')}`, ...unread] : []),
    '',
    numbers,
  ].join('\n');
}

/** What was read, and what was not, as a program gets it: the notes and refusals with their sentence `what`. */
interface MachineReport {
  readonly read: ReadonlyArray<Omit<Made, 'announcement' | 'notes'> & { readonly notes: object[] }>;
  readonly unread: ReadonlyArray<object & { readonly what: string }>;
}

/** The same report for a program. */
export function reportForMachines({ made, refused }: ImportReport, say: Say): MachineReport {
  return {
    read: made.map(({ notes, ...one }) => ({
      ...one,
      notes: notes.map((note) => ({ ...note, what: noteSentence(note, say) })),
    })),
    unread: refused.map((one) => ({ ...one, what: refusalSentence(one, say) })),
  };
}

/** A note in words. */
export function noteSentence({ id, params }: ImportNote, say: Say): string {
  return sayFilled(say, { id: `import.note.${id}`, params } as FilledMessage);
}

/** Why a file was not read, in words. */
export function refusalSentence({ reason, params }: Refused, say: Say): string {
  return sayFilled(say, { id: `import.refused.${reason}`, params } as FilledMessage);
}
