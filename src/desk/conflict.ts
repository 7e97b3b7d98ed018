import type { Say } from '#messages/messages.ts';
import { type Conflict, fileIn, join } from './bring-in.ts';
import type { Repository } from './repository.ts';
import { joinedText, joinTexts, type Piece, type Side, sides } from './three-way.ts';

/** A file that two people have changed. */
export interface ConflictFile {
  /** The path from the root of the repository. */
  readonly path: string;
  /** Who has changed it last on the other side. */
  readonly colleague: string;
  /** The pieces of a text; undefined for another file, or one that somebody has deleted: one of the two stays. */
  readonly pieces: readonly Piece[] | undefined;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
}

/** Reads the files of a conflict. */
export async function readConflict(
  repository: Repository,
  { base, ours, theirs, files }: Conflict,
): Promise<ConflictFile[]> {
  return Promise.all(
    files.map(async (path) => {
      const [was, mine, other] = await Promise.all(
        [base, ours, theirs].map((commit) => fileIn(repository, commit, path)),
      );
      const isText = /\.(?:mdx?|ya?ml)$/u.test(path);
      const colleague = (
        await repository.git(['log', '-1', '--format=%an', `${base}..${theirs}`, '--', path])
      ).trim();
      return {
        path,
        colleague,
        ours: mine,
        theirs: other,
        pieces:
          isText && mine !== undefined && other !== undefined
            ? joinTexts(was ?? '', mine, other)
            : undefined,
      };
    }),
  );
}

/**
 * Joins both sides as the person has chosen.
 * @param chosen the form of the page: for choice 2 of file 1, `1-2=theirs`; for a whole file, `1=ours`
 * @returns false when the folder has changed meanwhile
 */
export async function resolveConflict(
  repository: Repository,
  conflict: Conflict,
  chosen: URLSearchParams,
  say: Say,
): Promise<boolean> {
  const files = await readConflict(repository, conflict);
  const bytes = new Map<string, Buffer | undefined>();
  for (const [index, { path, pieces }] of files.entries()) {
    if (pieces) {
      const text = joinedText(pieces, (choice) => sideIn(chosen, `${index}-${choice}`));
      bytes.set(path, Buffer.from(text));
    } else {
      const commit = sideIn(chosen, String(index)) === 'theirs' ? conflict.theirs : conflict.ours;
      bytes.set(path, await bytesIn(repository, commit, path));
    }
  }
  return join(repository, conflict, bytes, say('desk.message.merge'));
}

function sideIn(chosen: URLSearchParams, name: string): Side {
  return sides.find((side) => side === chosen.get(name)) ?? 'ours';
}

/** Bytes, not text: a picture must not be read as letters. */
async function bytesIn(
  { git }: Repository,
  commit: string,
  path: string,
): Promise<Buffer | undefined> {
  const blob = (
    await git(['rev-parse', '--verify', '-q', `${commit}:${path}`], { answers: [1, 128] })
  ).trim();
  if (blob === '') return undefined;
  return Buffer.from(await git(['cat-file', 'blob', blob], { encoding: 'latin1' }), 'latin1');
}
