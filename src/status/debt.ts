import type { Locale } from '#lang/locale.ts';
import type { LanguageFiles } from '#site/merge-facts.ts';
import type { WrittenAnnouncement, WrittenText, Site } from '#site/model.ts';
import { changeBehind } from '#site/translation.ts';
import { firstOf } from '#lang/lookup.ts';
import { byLocation, type Debt, type DebtKind, debtKinds } from './status.ts';
import { daysBetween, workingDaysBetween } from './working-days.ts';

/** The site's settings and the present moment. */
interface House {
  readonly site: Pick<Site, 'promise' | 'timeZone'>;
  readonly now: Date;
}

/**
 * Finds what readers are owed in each language, the oldest first. Only published announcements count, not withdrawn
 * ones.
 */
export function findDebt(
  out: ReadonlyArray<{ readonly announcement: WrittenAnnouncement; readonly files: LanguageFiles }>,
  house: House,
): Debt[] {
  const debts = out
    .filter(({ announcement }) => !announcement.withdrawnOn)
    .flatMap(({ announcement, files }) => debtOf(announcement, files, house));
  return debts.sort(
    (a, b) =>
      a.since.getTime() - b.since.getTime() ||
      byLocation(a, b) ||
      debtKinds.indexOf(a.kind) - debtKinds.indexOf(b.kind),
  );
}

/** Whether an announcement has several public texts, and none says which text it translates. */
export function isUnrecorded({ texts }: WrittenAnnouncement, files: LanguageFiles): boolean {
  const several = Object.values(texts).filter(({ held }) => !held).length > 1;
  return several && [...files.values()].every(({ value }) => value.translatedFrom === undefined);
}

function debtOf(
  { id, texts }: WrittenAnnouncement,
  files: LanguageFiles,
  { site, now }: House,
): Debt[] {
  const out = Object.values(texts).filter(({ held }) => !held);
  const first = firstOf(out.toSorted((a, b) => a.appeared.getTime() - b.appeared.getTime()));
  const debt = (
    kind: DebtKind,
    locale: Locale,
    { title, source }: WrittenText,
    since: Date,
  ): Debt => ({
    ...{ kind, id, locale, title, file: source.file, since },
    days: daysBetween(site.timeZone, since, now),
    workingDays: workingDaysBetween(site.timeZone, since, now),
    ...{ source: texts[locale]?.olderThan, changed: [], lost: 0 },
    ...(kind === 'stale' ? changeBehind(files, locale) : {}),
  });
  return [
    // Points at the draft in that language where there is one, otherwise at the text to translate.
    ...site.promise
      .filter((locale) => !out.some((text) => text.locale === locale))
      .map((locale) => debt('missing', locale, texts[locale] ?? first, first.appeared)),
    ...out
      .filter(({ olderThan }) => olderThan)
      .map((text) => debt('stale', text.locale, text, text.appeared)),
    ...out
      .filter(({ machineTranslated }) => machineTranslated)
      .map((text) => debt('machine', text.locale, text, text.appeared)),
  ];
}
