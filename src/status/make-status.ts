import type { Clock } from '#clock.ts';
import { Problems } from '#schema/problem.ts';
import { announcementId, type ValidAnnouncement } from '#site/announcement.ts';
import { approvalOf } from '#site/approval.ts';
import type { Site, WrittenAnnouncement } from '#site/model.ts';
import { readSite } from '#site/read-site.ts';
import { groupsOf, mustGet } from '#lang/lookup.ts';
import { findDebt, isUnrecorded } from './debt.ts';
import { findGaps } from './gaps.ts';
import {
  type ApprovedAlone,
  byLocation,
  type HeldText,
  type Silence,
  type Status,
} from './status.ts';

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
    held: announcements
      .flatMap((one) => heldTexts(one, mustGet(files, one.id), site))
      .sort(soonestFirst),
    debt: findDebt(
      out.map((one) => ({ announcement: one, files: mustGet(files, one.id).files })),
      { site, now: clock.now },
    ),
    unrecorded: out.filter((one) => isUnrecorded(one, mustGet(files, one.id).files)).length,
    gaps: findGaps(announcements, problems),
    silences: sound.flatMap(findSilences),
    alone: approvedAloneIn(sound),
  };
}

function heldTexts(
  { id, texts }: WrittenAnnouncement,
  { files }: ValidAnnouncement,
  site: Pick<Site, 'approval'>,
): HeldText[] {
  return Object.values(texts)
    .filter(({ held }) => held)
    .map(({ locale, title, source, appeared }) => {
      const text = mustGet(files, locale);
      const approval = site.approval === 'required' ? approvalOf(text) : undefined;
      return {
        id,
        locale,
        title,
        file: source.file,
        opens: text.value.draft ? undefined : appeared,
        approval: approval === 'draft' || approval === 'approved' ? undefined : approval,
        remark: approval === 'returned' ? text.value.returned?.remark : undefined,
      };
    });
}

function approvedAloneIn(sound: readonly ValidAnnouncement[]): ApprovedAlone[] | undefined {
  const found = sound.flatMap(approvedAlone);
  return found.length > 0 ? found : undefined;
}

/** The texts that their author has approved without a second person, as they are now. */
function approvedAlone(sound: ValidAnnouncement): ApprovedAlone[] {
  return [...sound.files].flatMap(([locale, text]) => {
    const { title, approved } = text.value;
    return approved?.alone !== undefined && approvalOf(text) === 'approved'
      ? [
          {
            id: announcementId(sound),
            locale,
            title,
            file: text.file,
            by: approved.by,
            on: approved.on,
            reason: approved.alone,
          },
        ]
      : [];
  });
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
