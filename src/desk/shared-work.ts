import type { Say } from '#messages/messages.ts';
import { type FilledMessage, sayFilled } from '#messages/messages.ts';
import { bringIn, type BroughtIn, type Conflict } from './bring-in.ts';
import { GitFailure } from './git.ts';
import { type ChangedFile, openRepository, type Repository } from './repository.ts';

/** How the folder stands to what colleagues have. */
export interface SharedState {
  /** Sentences for the person, each with its remedy. */
  readonly lines: readonly string[];
  /** Undefined when nothing can be submitted. */
  readonly repository: Repository | undefined;
  /** Undefined when the folder is in no repository. */
  readonly changes: readonly ChangedFile[] | undefined;
  /** How many commits have not been sent. */
  readonly unsent: number;
  readonly conflict: Conflict | undefined;
}

/** The sentence for what is in the way, with its remedy. */
export function faultSentence(
  say: Say,
  id: GitFailure['id'],
  params: Readonly<Record<string, string>>,
): string {
  return id === 'no-repository'
    ? say('desk.no-git')
    : sayFilled(say, { id: `desk.git.${id}`, params } as FilledMessage);
}

/** The sentence for a failure of Git. */
export function failureSentence(say: Say, { id, detail }: GitFailure): string {
  return faultSentence(say, id, { detail, branch: '', wanted: 'main' });
}

/**
 * Looks at the repository, and brings in what colleagues have sent.
 * @param fetches whether to ask the server; otherwise only what is known here counts
 */
export async function lookAtShared(
  content: string,
  say: Say,
  { fetches }: { readonly fetches: boolean },
): Promise<SharedState> {
  const nothing = {
    lines: [],
    repository: undefined,
    changes: undefined,
    unsent: 0,
    conflict: undefined,
  };
  const opened = await openRepository(content);
  if (opened instanceof GitFailure) return { ...nothing, lines: [failureSentence(say, opened)] };
  try {
    const fault = await opened.fault();
    if (fault)
      return {
        ...nothing,
        lines: [faultSentence(say, fault.id, fault.params)],
        changes: await opened.changes(),
      };
    const { lines, conflict } = await follow(opened, say, fetches);
    return {
      lines,
      conflict,
      repository: opened,
      changes: await opened.changes(),
      unsent: (await opened.standing())?.ahead ?? 0,
    };
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    return { ...nothing, lines: [failureSentence(say, error)] };
  }
}

async function follow(
  repository: Repository,
  say: Say,
  fetches: boolean,
): Promise<{ lines: string[]; conflict?: Conflict | undefined }> {
  if (!(await repository.hasRemote())) return { lines: [say('desk.git.no-remote')] };
  const lines: string[] = [];
  if ((await repository.upstream()) === undefined) {
    const branch = (await repository.git(['symbolic-ref', '--short', 'HEAD'])).trim();
    return { lines: [say('desk.git.no-upstream', { branch })] };
  }
  if (fetches)
    try {
      await repository.fetch();
    } catch (error) {
      if (!(error instanceof GitFailure)) throw error;
      lines.push(say('desk.not-fetched', { detail: failureSentence(say, error) }));
    }
  const brought = await bringIn(repository);
  return {
    lines: [...lines, ...broughtLines(brought, say)],
    conflict: brought.state === 'conflict' ? brought.conflict : undefined,
  };
}

function broughtLines(brought: BroughtIn, say: Say): string[] {
  return {
    'nothing-new': () => [],
    brought: () => [say('desk.brought', { count: 'count' in brought ? brought.count : 0 })],
    waiting: () => [say('desk.waiting', { count: 'count' in brought ? brought.count : 0 })],
    conflict: () => [say('desk.conflict')],
  }[brought.state]();
}

/** How often the desk tries again when colleagues send at the same time. */
const attempts = 3;

/**
 * Sends the commits, on top of those of colleagues.
 * @param isSound asked when changes of colleagues have come in between: whether both together may be published
 * @returns sentences for the person
 */
export async function sendCommits(
  repository: Repository,
  say: Say,
  isSound: () => Promise<boolean>,
): Promise<string[]> {
  const lines: string[] = [];
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      if ((await repository.upstream()) !== undefined) {
        await repository.fetch();
        const brought = await bringIn(repository);
        lines.push(...broughtLines(brought, say));
        if (brought.state === 'conflict' || brought.state === 'waiting') return lines;
        if (brought.state === 'brought' && !(await isSound()))
          return [...lines, say('desk.joined-faults')];
        if ((await repository.standing())?.ahead === 0) return [...lines, say('desk.sent-nothing')];
      }
      if (await repository.push()) return [...lines, say('desk.pushed')];
    }
    return [...lines, say('desk.not-pushed', { detail: say('desk.git.busy') })];
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    return [...lines, say('desk.not-pushed', { detail: failureSentence(say, error) })];
  }
}
