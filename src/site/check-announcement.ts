import type { Clock } from '#clock.ts';
import { firstOf } from '#lang/lookup.ts';
import { dayIn, endOf, isoIn, showWritten, startOf } from '#lang/time.ts';
import { type ListName, listNeeds, lists } from '#schema/announcement.ts';
import { attachmentTypes, endingOf, isTakenName } from '#schema/attachment.ts';
import { type ProblemArguments, problemAt, type ProblemId } from '#schema/problem.ts';
import { type RegistryId, registryIds } from '#schema/registry-names.ts';
import type { ValidAnnouncement } from './announcement.ts';
import type { Reader } from './files.ts';
import { foreignOffsets } from './foreign-offsets.ts';
import { mergeFacts } from './merge-facts.ts';
import type { Registries, Site } from './model.ts';
import type { AnnouncementFolder } from './read-announcements.ts';
import { checkId, type IsUnread, type KnownEntries, unknownEntry } from './read-registries.ts';
import { recordedSource } from './translation.ts';

type Read = AnnouncementFolder['files'] extends ReadonlyMap<string, infer File> ? File : never;

interface Context {
  readonly reader: Reader;
  readonly site: Site;
  readonly clock: Clock;
  readonly registry: Registries;
  readonly isUnread: IsUnread;
}

/**
 * Merges the language files of an announcement and checks what cannot be checked in one file alone.
 * @returns undefined when the announcement cannot be used; the reason is in the reader's problems
 */
export function checkAnnouncement(
  folder: AnnouncementFolder,
  context: Context,
): ValidAnnouncement | undefined {
  const { reader, site } = context;
  const before = reader.problems.length;
  for (const file of folder.files.values()) {
    checkReferences(file, context);
    checkFiles(folder, file, reader);
    for (const problem of foreignOffsets(file, site.timeZone)) reader.problems.push(problem);
  }
  // The unreadable file may contain what the other files lack, so do not report anything as missing.
  if (!folder.complete) return undefined;

  const { facts, listFacts, problems } = mergeFacts(folder.files, site.timeZone);
  reader.problems.push(...problems);

  const first = firstOf([...folder.files.values()]);
  if (!facts.date) {
    report(reader, first, 'missing-field', ['date'], { field: 'date' });
    return undefined;
  }
  const sound: ValidAnnouncement = { ...folder, facts: { ...facts, date: facts.date }, listFacts };
  checkMoments(sound, context);
  for (const file of folder.files.values()) {
    checkNeeds(sound, file, reader);
    checkLists(sound, file, context);
    checkSource(sound, file, reader);
  }
  return reader.problems.length === before ? sound : undefined;
}

/** The file in which a fact is written, so that a problem can name its line. The first file if none has it. */
function sayer({ files }: AnnouncementFolder, field: string): Read {
  const all = [...files.values()];
  return all.find(({ value }) => field in value) ?? firstOf(all);
}

function report<Id extends ProblemId>(
  { problems }: Reader,
  { file, yaml }: Read,
  id: Id,
  path: readonly PropertyKey[],
  ...params: ProblemArguments<Id>
): void {
  problems.push(problemAt(id, { file, line: yaml.lineOf(path) }, ...params));
}

function checkMoments(sound: ValidAnnouncement, { reader, site }: Context): void {
  const { facts, year, folder } = sound;
  const zone = site.timeZone;
  const published = startOf(facts.date, zone);
  const yearOfDate = dayIn(zone, published).year;
  if (yearOfDate !== year)
    report(reader, sayer(sound, 'date'), 'wrong-year', ['date'], {
      folder,
      year: String(yearOfDate),
      date: isoIn(zone, published).slice(0, 10),
    });

  const { eventStart, eventEnd } = facts;
  if (eventStart && eventEnd && endOf(eventEnd, zone) <= startOf(eventStart, zone)) {
    const params = { start: showWritten(eventStart, zone), end: showWritten(eventEnd, zone) };
    report(reader, sayer(sound, 'eventEnd'), 'ends-before-start', ['eventEnd'], params);
  } else if (eventStart && eventEnd && 'day' in eventStart && !('day' in eventEnd)) {
    const end = showWritten(eventEnd, zone);
    report(reader, sayer(sound, 'eventStart'), 'event-half-timed', ['eventStart'], {
      // The offset is that of the end.
      start: `${eventStart.day}T09:00:00${end.slice('2026-01-22T10:00:00'.length)}`,
      end: end.slice(0, '2026-01-22'.length),
    });
  }
  if (facts.expires && endOf(facts.expires, zone) <= published) {
    const params = {
      expires: showWritten(facts.expires, zone),
      date: showWritten(facts.date, zone),
    };
    report(reader, sayer(sound, 'expires'), 'expires-before-date', ['expires'], params);
  }
  if (facts.kind === 'alert' && !facts.expires)
    report(reader, sayer(sound, 'kind'), 'alert-without-expiry', ['kind']);
  if (facts.kind === 'event' && !facts.eventStart)
    report(reader, sayer(sound, 'kind'), 'needs-field', ['kind'], {
      field: 'eventStart',
      because: 'kind: event',
    });
}

function checkReferences(file: Read, { reader, registry, isUnread }: Context): void {
  const { outcomes, contact } = file.value;
  const known = (name: RegistryId): KnownEntries => ({
    entries: registry[name],
    isUnread: (id) => isUnread(name, id),
  });
  for (const name of registryIds) {
    file.value[name]?.forEach((id, index) =>
      checkId(reader, file, unknownEntry(name), [name, index], id, known(name)),
    );
  }
  outcomes?.forEach(({ division }, index) =>
    checkId(
      reader,
      file,
      'unknown-division',
      ['outcomes', index, 'division'],
      division,
      known('divisions'),
    ),
  );
  checkId(reader, file, 'unknown-contact', ['contact'], contact, {
    entries: new Map<string, unknown>([...registry.people, ...registry.divisions]),
    isUnread: (id) => isUnread('people', id) || isUnread('divisions', id),
  });
}

function checkNeeds({ facts }: ValidAnnouncement, file: Read, reader: Reader): void {
  const { value } = file;
  // A draft is unfinished, and must not delay texts by other authors.
  if (facts.cover && !value.coverAlt && !value.draft)
    report(reader, file, 'missing-alt', ['cover'], { field: 'coverAlt' });
  if (facts.withdrawnOn && !value.withdrawnReason)
    report(reader, file, 'needs-field', ['withdrawnOn'], {
      field: 'withdrawnReason',
      because: 'withdrawnOn',
    });
  if (facts.removedOn && !value.removedReason)
    report(reader, file, 'needs-field', ['removedOn'], {
      field: 'removedReason',
      because: 'removedOn',
    });
}

function checkSource({ files }: ValidAnnouncement, file: Read, reader: Reader): void {
  const from = recordedSource(file.value.translatedFrom)?.from;
  if (from === undefined || (files.has(from) && files.get(from) !== file)) return;
  report(reader, file, 'unknown-source', ['translatedFrom'], { locale: from });
}

function checkLists(
  { facts, listFacts }: ValidAnnouncement,
  file: Read,
  { reader, site, clock }: Context,
): void {
  for (const name of Object.keys(lists) as ListName[]) {
    file.value[name]?.forEach((entry, index) => {
      const whole: Record<string, unknown> = { ...listFacts[name]?.[index], ...entry };
      for (const key of listNeeds[name]) {
        // A draft may still lack its texts.
        if (whole[key] !== undefined || (file.value.draft && key in lists[name].text)) continue;
        const field = `${name}.${index}.${key}`;
        report(reader, file, key === 'alt' ? 'missing-alt' : 'missing-field', [name, index], {
          field,
        });
      }
    });
  }
  // Do not check the corrections and updates of a held announcement: a site built as of an earlier moment must not fail because of
  // dates that came later.
  if (startOf(facts.date, site.timeZone) > clock.now) return;
  file.value.corrections?.forEach(({ date }, index) => {
    const moment = date && startOf(date, site.timeZone);
    if (moment && moment > clock.now)
      report(reader, file, 'correction-in-future', ['corrections', index, 'date'], {
        date: isoIn(site.timeZone, moment).slice(0, 10),
      });
  });
  file.value.updates?.forEach(({ at }, index) => {
    const moment = at && startOf(at, site.timeZone);
    if (moment && moment > clock.now)
      report(reader, file, 'update-in-future', ['updates', index, 'at'], {
        date: isoIn(site.timeZone, moment),
      });
  });
}

function checkFiles({ names }: AnnouncementFolder, file: Read, reader: Reader): void {
  const { cover, gallery = [], attachments = [] } = file.value;
  const picture = (path: string | undefined, where: readonly PropertyKey[]) => {
    if (path && !names.has(path)) report(reader, file, 'missing-picture', where, { path });
  };
  picture(cover, ['cover']);
  gallery.forEach(({ src }, index) => picture(src, ['gallery', index, 'src']));
  attachments.forEach(({ file: path }, index) => {
    if (!path) return;
    const where = ['attachments', index, 'file'];
    if (!names.has(path)) report(reader, file, 'missing-attachment', where, { path });
    if (!Object.hasOwn(attachmentTypes, endingOf(path)))
      report(reader, file, 'attachment-type', where, {
        path,
        types: Object.keys(attachmentTypes).join(', '),
      });
    if (isTakenName(path)) report(reader, file, 'attachment-name', where, { path });
  });
}
