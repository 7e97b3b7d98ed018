import type { Locale } from '#lang/locale.ts';
import { firstOf, mustGet } from '#lang/lookup.ts';
import { announcementId } from '#site/announcement.ts';
import { approvalOf, approvedState, type ApprovalState } from '#site/approval.ts';
import { changeSince } from '#site/fingerprint.ts';
import type { AnnouncementId } from '#site/model.ts';
import type { ReadSite } from '#site/read-site.ts';
import { type TextPart, textParts } from '#site/text-parts.ts';
import { historyOf } from './authors.ts';
import type { Repository } from './repository.ts';

/** A text beside the others of its announcement, for the person who approves. */
export interface TextToApprove {
  readonly locale: Locale;
  readonly title: string;
  readonly file: string;
  readonly approval: ApprovalState;
  /** The fingerprint of what is shown. */
  readonly state: string;
  readonly parts: ReadonlyArray<TextPart & { readonly isChanged: boolean }>;
  /** What stood there when it was approved and is gone; empty when that is not known. */
  readonly gone: readonly string[];
  /** Who has written it since it was approved. */
  readonly authors: readonly string[];
  readonly approved: { readonly by: string; readonly on: string } | undefined;
  readonly returned:
    { readonly by: string; readonly on: string; readonly remark: string } | undefined;
}

/** An announcement of which at least one text waits. */
export interface WaitingAnnouncement {
  readonly id: AnnouncementId;
  readonly title: string;
  /** All languages, so that they can be read beside each other. */
  readonly texts: readonly TextToApprove[];
}

const waits: ReadonlySet<ApprovalState> = new Set(['submitted', 'changed']);

/** The announcements that wait for approval, in the order of their ids. */
export async function waitingAnnouncements(
  { sound, model }: Pick<ReadSite, 'sound' | 'model'>,
  repository: Repository | undefined,
): Promise<WaitingAnnouncement[]> {
  if (model?.site.approval !== 'required') return [];
  const waiting = sound.filter(({ files, facts }) =>
    facts.removedOn ? false : [...files.values()].some((text) => waits.has(approvalOf(text))),
  );
  return Promise.all(
    waiting.map(async (announcement) => ({
      id: announcementId(announcement),
      title: firstOf([...announcement.files.values()]).value.title,
      texts: await Promise.all(
        [...announcement.files.keys()].map(async (locale): Promise<TextToApprove> => {
          const text = mustGet(announcement.files, locale);
          const { title, approved, returned } = text.value;
          const parts = textParts(text);
          const since = approved && changeSince(parts, approved.of);
          const path = repository?.prefix ? `${repository.prefix}/${text.file}` : text.file;
          const history = repository && (await historyOf(repository, path, approved?.of));
          const now = new Set(parts.map((part) => part.text));
          return {
            locale,
            title,
            file: text.file,
            approval: approvalOf(text),
            state: approvedState(text),
            parts: parts.map((part) => ({
              ...part,
              isChanged: since?.changed.includes(part) ?? false,
            })),
            gone: (history?.approved ?? []).map((part) => part.text).filter((old) => !now.has(old)),
            authors: [...new Set(history?.authors.map(({ name }) => name))],
            approved,
            returned,
          };
        }),
      ),
    })),
  );
}
