import type { Clock } from '#clock.ts';
import { must } from '#lang/lookup.ts';
import { isoIn } from '#lang/time.ts';
import { announcementId, publicationOf, type ValidAnnouncement } from './announcement.ts';
import type { Reader } from './files.ts';
import { isHeld } from './publication.ts';
import type { Site } from './model.ts';
import { noticeAddress } from './removed-address.ts';
import { urls } from './urls.ts';

interface Context {
  readonly reader: Reader;
  readonly site: Site;
  readonly clock: Clock;
  /** The addresses that have been public before. */
  readonly published: ReadonlySet<string>;
}

/**
 * Reports texts that were public and would now be held again. Readers have seen them and links point to them. They can
 * be withdrawn, or removed with a reason, but cannot be made to have never existed. Also reports texts that were removed
 * and would now be public again, for example because an old copy of their folder was brought back.
 */
export function checkPublished(
  sound: ValidAnnouncement,
  { reader, site, clock, published }: Context,
): void {
  for (const [locale, read] of sound.files) {
    const { value, file, yaml } = read;
    const address = urls.announcement(locale, announcementId(sound));
    const publication = publicationOf(sound, read, { site, clock });
    const held = isHeld(publication, clock);
    if (!held && published.has(noticeAddress(locale, address))) {
      const line = `removedOn: ${isoIn(site.timeZone, clock.now).slice(0, 10)}`;
      reader.problems.push({ id: 'removed-before', file, line: 1, params: { address, line } });
      continue;
    }
    if (!published.has(address) || !held) continue;
    if (publication.unapproved) {
      reader.problems.push({
        id: 'published-unapproved',
        file,
        line: yaml.lineOf(['approved' in value ? 'approved' : 'title']),
        params: { address, id: announcementId(sound), locale },
      });
      continue;
    }
    const field = publication.draft
      ? 'draft'
      : publication.published > clock.now
        ? 'date'
        : 'appeared';
    // The fact may be written in the file of another language.
    const sayer =
      field in value
        ? { file, yaml }
        : must(
            [...sound.files.values()].find((other) => field in other.value),
            `file with ${field}`,
          );
    const params = { field, address, day: isoIn(site.timeZone, clock.now).slice(0, 10) };
    reader.problems.push({
      id: 'published-held',
      file: sayer.file,
      line: sayer.yaml.lineOf([field]),
      params,
    });
  }
}
