import { Problems, type Reported, stopsBuild } from '#schema/problem.ts';
import type { Ledger } from '#history/ledger.ts';
import { byCode } from '#lang/sort.ts';
import { isText, type Part, partOf } from './sources.ts';
import type { SoundSources } from './sound-sources.ts';

/**
 * A part of the sources that was not published as it is now:
 * - `as-before`: it is public as it was last published
 * - `held`: it has never been public and still is not
 * - `left-out`: the same, and it has never been sound
 */
export interface LeftPart {
  readonly part: Part;
  readonly how: 'as-before' | 'held' | 'left-out';
}

/** What to build, and how. */
export interface SoundBuild<Built> {
  readonly sources: SoundSources;
  /** Why the present sources cannot be built. */
  readonly fault: unknown;
  /** Every address that was ever public. */
  readonly ledger: Ledger;
  /** Whether the site must be built even if no sound part has changed. */
  readonly isDue: boolean;
  /**
   * Builds a content folder.
   * @param heldBack the announcements of which no text may become public that is not public yet
   */
  build(content: string, heldBack: ReadonlySet<Part>): Promise<Built>;
}

/**
 * Builds the site although parts of its sources are faulty: each of these is as it was last published, or missing. A
 * faulty part can make others faulty, so this takes several attempts: each leaves out more, in the end everything that
 * has changed.
 * An announcement that is faulty and not public yet stays held, even if an earlier version of it was due: perhaps the
 * very change that is faulty was to hold it longer.
 * @throws the fault, if there is nothing else to publish, or if even the sources of the last publication cannot be built
 */
export async function buildSound<Built>({
  sources,
  fault,
  ledger,
  isDue,
  build,
}: SoundBuild<Built>): Promise<{
  readonly built: Built;
  /** The content folder that was built, absolute. */
  readonly content: string;
  readonly reverted: ReadonlySet<Part>;
  readonly left: readonly LeftPart[];
}> {
  const reverted = new Set<Part>();
  let last = fault;
  for (;;) {
    const more = nextToRevert(last, reverted, sources);
    const isNew = [...sources.changed].some((part) => !reverted.has(part) && !more.includes(part));
    if (more.length === 0 || (!isNew && !isDue)) throw fault;
    for (const part of more) reverted.add(part);
    try {
      const content = sources.without(reverted);
      const built = await build(content, reverted);
      const left = [...reverted].sort(byCode).map((part) => leftPart(part, sources, ledger));
      return { built, content, reverted, left };
    } catch (error) {
      last = error;
    }
  }
}

/**
 * The parts to leave out in the next attempt: those that are faulty themselves. If a part is faulty that has not
 * changed, then settings or registries must be the cause, and in the end anything.
 */
function nextToRevert(
  fault: unknown,
  reverted: ReadonlySet<Part>,
  { parts, changed, isRemoval }: SoundSources,
): Part[] {
  const isOpen = (part: Part) => changed.has(part) && !reverted.has(part);
  const open = [...changed].filter(isOpen);
  const causes = fault instanceof Problems ? fault.problems.filter(stopsBuild).map(causesOf) : [[]];
  // A folder that is in the wrong place has parts of its own. One that is empty has none, and is missing in any case.
  const below = (cause: Part) =>
    [...parts].filter((part) => part === cause || part.startsWith(`${cause}/`));
  const isEmpty = (cause: Part) => below(cause).length === 0 && !reverted.has(cause);
  const found = causes.map((ofOne) =>
    ofOne.flatMap((cause) => (isEmpty(cause) ? [cause] : below(cause).filter(isOpen))),
  );
  if (found.every((ofOne) => ofOne.length > 0)) return [...new Set(found.flat())];
  const shared = open.filter((part) => !isText(part));
  // What has to go must not become public again because of others.
  return shared.length > 0 ? shared : open.filter((part) => !isRemoval(part));
}

/** The parts that may be the cause of a problem or a finding. */
function causesOf({ id, file, params }: Reported): Part[] {
  if (id === 'lost-announcement' || id === 'lost-address')
    // If the folder was renamed, its new name must not become an address by accident.
    return [params.address, params.nearest].flatMap(announcementAt);
  return file.startsWith('/') ? announcementAt(file) : [partOf(file)];
}

/** The announcement whose page or file is at an address. */
function announcementAt(address: unknown): Part[] {
  const id = /^\/[^/]+\/news\/(?<id>\d{4}\/[^/]+)\//u.exec(String(address))?.groups?.id;
  return id === undefined ? [] : [`announcements/${id}`];
}

function leftPart(part: Part, sources: SoundSources, ledger: Ledger): LeftPart {
  const id = /^announcements\/(?<id>.+)$/u.exec(part)?.groups?.id;
  const isPublic =
    id === undefined ||
    [...ledger.keys()].some((address) => announcementAt(address).includes(part));
  return { part, how: !sources.has(part) ? 'left-out' : isPublic ? 'as-before' : 'held' };
}
