import { join } from 'node:path';
import type { Cards } from '#images/place-cards.ts';
import { formatDate } from '#lang/dates.ts';
import { inLocale } from '#lang/lookup.ts';
import { legible } from '#schema/colour.ts';
import type { Announcement } from '#site/model.ts';
import { urls } from '#site/urls.ts';
import { black, light, white } from '#styles/colours.ts';
import type { ContentSnapshot } from './snapshot.ts';

/** The contrast between the white words of a card and its background. */
const leastContrast = 7;

/**
 * Whether the pages of an announcement have a card. There is none in a preview, because links to it are not shared, and
 * none for a withdrawn announcement.
 */
export function hasCard(
  { model, preview }: Pick<ContentSnapshot, 'model' | 'preview'>,
  { withdrawnOn }: Announcement,
): boolean {
  return model.site.socialCards && !preview && !withdrawnOn;
}

/**
 * The cards of all announcements in all languages.
 * @param folder the content folder, in which the emblem lies
 */
export function socialCards(snapshot: ContentSnapshot, folder: string): Cards {
  const { site } = snapshot.model;
  const ground = legible(site.theme.accent ?? light.accent, black, white, leastContrast);
  const emblem = site.emblem && join(folder, site.emblem);
  return new Map(
    snapshot.model.announcements
      .filter((announcement) => hasCard(snapshot, announcement))
      .flatMap(({ id, kind, published, texts }) =>
        Object.values(texts).map(({ locale, title }) => {
          const { strings } = snapshot.language(locale);
          const note = [
            formatDate(strings, site.timeZone, published),
            ...(kind === 'news' ? [] : [strings.t(`kind.${kind}`)]),
          ].join('  ·  ');
          return [
            urls.socialCard(locale, id),
            {
              title,
              site: inLocale(site.name, locale),
              note,
              rightToLeft: strings.dir === 'rtl',
              ground,
              emblem,
            },
          ] as const;
        }),
      ),
  );
}
