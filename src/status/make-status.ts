import type { Clock } from '#clock.ts';
import { Problems } from '#schema/problem.ts';
import { announcementId, type ValidAnnouncement } from '#site/announcement.ts';
import type { WrittenAnnouncement } from '#site/model.ts';
import { readSite } from '#site/read-site.ts';
import { groupsOf, mustGet } from '#lang/lookup.ts';
import { findDebt, isUnrecorded } from './debt.ts';
import { findGaps } from './gaps.ts';
import { byLocation, type HeldText, type Silence, type Status } from './status.ts';

/**
 * Collects the status of a content folder.
 * @throws {Problems} when `site.yaml` cannot be read
 */
export function makeStatus({ folder, clock }: { folder: string; clock: Clock }): Status {
  const { model, sound, problems } = readSite({ folder, clock, showHeld: true });
  if (!model) throw new Problems(problems);
  const { site, announcements, removed } = model;
  const files = new Map(sound.map((one) => [announcementId(one), one]));
  const isOut = ({ texts }: WrittenAnnouncement) => Object.values(texts).some(({ held }) => !held);
  const out = announcements.filter(isOut);
  return {
    now: clock.now,
    timeZone: site.timeZone,
    locales: site.locales,
    promise: site.promise,
    counts: {
      published: out.filter(({ withdrawnOn }) => !withdrawnOn).length,
      held: announcements.length - out.length,
      withdrawn: out.filter(({ withdrawnOn }) => withdrawnOn).length,
      removed: removed.length,
    },
    nextChange: clock.asked().find((moment) => moment > clock.now),
    problems: problems.length,
    held: announcements.flatMap((one) => heldTexts(one, mustGet(files, one.id))).sort(soonestFirst),
    debt: findDebt(
      out.map((one) => ({ announcement: one, files: mustGet(files, one.id).files })),
      { site, now: clock.now },
    ),
    unrecorded: out.filter((one) => isUnrecorded(one, mustGet(files, one.id).files)).length,
    gaps: findGaps(announcements, problems),
    silences: sound.flatMap(findSilences),
  };
}

function heldTexts({ id, texts }: WrittenAnnouncement, { files }: ValidAnnouncement): HeldText[] {
  return Object.values(texts)
    .filter(({ held }) => held)
    .map(({ locale, title, source, appeared }) => ({
      id,
      locale,
      title,
      file: source.file,
      opens: mustGet(files, locale).value.draft ? undefined : appeared,
    }));
}

function soonestFirst(a: HeldText, b: HeldText): number {
  const opens = ({ opens }: HeldText) => opens?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return opens(a) - opens(b) || byLocation(a, b);
}

/** The entries of `privacyOk` in every text, each written as `rule: reason`. */
function findSilences(sound: ValidAnnouncement): Silence[] {
  const id = announcementId(sound);
  return [...sound.files].flatMap(([locale, { file, value, yaml }]) =>
    (value.privacyOk ?? []).map((written, index) => {
      const { rule, reason } = groupsOf<'rule', 'reason'>(
        /^(?<rule>[^:]*)(?::\s*(?<reason>.*))?$/su,
        written,
      );
      return {
        id,
        locale,
        title: value.title,
        file,
        line: yaml.lineOf(['privacyOk', index]),
        rule,
        reason: reason ?? '',
      };
    }),
  );
}
