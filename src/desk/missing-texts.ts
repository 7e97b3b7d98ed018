import type { Locale } from '#lang/locale.ts';
import type { AnnouncementFields } from '#schema/announcement.ts';
import { announcementId, type ValidAnnouncement } from '#site/announcement.ts';
import type { ReadSite } from '#site/read-site.ts';
import type { TextLocation } from '#status/status.ts';
import { addTranslation, translationDraft } from '#authoring/add-translation.ts';
import { firstOf, must, mustGet } from '#lang/lookup.ts';
import { mainLanguage } from './cms-config.ts';

/** An announcement, and the languages of the site for which it has no file. */
export interface MissingTexts {
  readonly place: TextLocation;
  readonly locales: readonly Locale[];
  readonly announcement: ValidAnnouncement;
}

/**
 * The announcements that lack a text, the newest first. Withdrawn ones are left out: they get no further texts.
 * @param read the site, read with `showHeld`
 */
export function missingTexts({ model, sound }: Pick<ReadSite, 'model' | 'sound'>): MissingTexts[] {
  const files = new Map(sound.map((one) => [announcementId(one), one]));
  if (!model) return [];
  return model.announcements.flatMap(({ id, texts, withdrawnOn }) => {
    const announcement = mustGet(files, id);
    const locales = model.site.locales.filter((locale) => !announcement.files.has(locale));
    const { locale, title, source } = firstOf(Object.values(texts));
    return withdrawnOn || locales.length === 0
      ? []
      : [{ place: { id, locale, title, file: source.file }, locales, announcement }];
  });
}

/**
 * Starts a missing text as a draft. A draft in the editor's main language repeats the facts, because the editor asks
 * for them there.
 * @param content the content folder
 * @param wanted id and language, as the desk's page sends them: `2026/road-week ru`
 * @param invitation the placeholder for the body
 * @returns the location of the new text; undefined when it is not missing (any more)
 */
export function beginText(
  content: string,
  read: Pick<ReadSite, 'model' | 'sound'>,
  wanted: string,
  invitation: (locale: Locale) => string,
): TextLocation | undefined {
  const [id, locale] = wanted.split(' ');
  const missing = missingTexts(read).find(
    ({ place, locales }) => place.id === id && locales.some((one) => one === locale),
  );
  if (!missing || !locale) return undefined;
  // The YAML has passed the schema, but its values are still as written.
  const said = [...missing.announcement.files.values()].map(
    ({ yaml }) => yaml.value as AnnouncementFields,
  );
  const draft = translationDraft(said, {
    withFacts: locale === mainLanguage(must(read.model, 'site with announcements').site),
    invitation: invitation(locale),
  });
  return {
    ...missing.place,
    locale,
    file: addTranslation(content, missing.announcement, locale, draft),
  };
}
