import type { Clock } from '#clock.ts';
import { must } from '#lang/lookup.ts';
import { isoIn } from '#lang/time.ts';
import { announcementId, publicationOf, type ValidAnnouncement } from './announcement.ts';
import type { Reader } from './files.ts';
import { isHeld } from './publication.ts';
import type { Site } from './model.ts';
import { urls } from './urls.ts';

interface Context {
  readonly reader: Reader;
  readonly site: Site;
  readonly clock: Clock;
  /** The addresses that have been public before. */
  readonly published: ReadonlySet<string>;
}

/**
 * Reports texts that have been public and would be held from now on. Readers have them, and links lead to them: they can be
 * withdrawn or removed with a reason, but not made to never have been.
 */
export function checkPublished(
  sound: ValidAnnouncement,
  { reader, site, clock, published }: Context,
): void {
  for (const [locale, { value, file, yaml }] of sound.files) {
    const address = urls.announcement(locale, announcementId(sound));
    const publication = publicationOf(sound, value, site.timeZone);
    if (!published.has(address) || !isHeld(publication, clock)) continue;
    const field = publication.draft
      ? 'draft'
      : publication.published > clock.now
        ? 'date'
        : 'appeared';
    // A fact may be written in another file.
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
