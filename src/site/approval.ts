import type { AnnouncementFile } from '#schema/announcement.ts';
import { changeSince, fingerprint } from './fingerprint.ts';
import type { ReadText } from './files.ts';
import type { LanguageFiles } from './merge-facts.ts';
import type { WrittenModel } from './model.ts';
import { textParts } from './text-parts.ts';

type Text = Pick<ReadText<AnnouncementFile>, 'value' | 'yaml' | 'source'>;

/**
 * Where a text stands between the person who writes it and the one who approves it. What counts is what the text says:
 * typography alone asks for no new approval.
 *
 * - `draft`: not finished
 * - `submitted`: finished, and nobody has approved it yet
 * - `changed`: approved, and changed since
 * - `returned`: sent back with a remark, and not changed since
 * - `approved`: somebody has approved just this
 */
export type ApprovalState = 'draft' | 'submitted' | 'changed' | 'returned' | 'approved';

/** Where a text stands. */
export function approvalOf(text: Text): ApprovalState {
  const { draft, approved, returned } = text.value;
  const isAbout = (of: string) => changeSince(textParts(text), of) === undefined;
  if (draft) return 'draft';
  if (approved && isAbout(approved.of)) return 'approved';
  if (returned && isAbout(returned.of)) return 'returned';
  return approved ? 'changed' : 'submitted';
}

/** The fingerprint that an approval of the text as it is records. */
export function approvedState(text: Text): string {
  return fingerprint(textParts(text));
}

/** Who has approved each public text, by `<id>/<locale>`. */
export type Approvals = Readonly<Record<string, NonNullable<AnnouncementFile['approved']>>>;

/** Who has approved the public texts of a site. */
export function approvalsOf(
  { announcements }: Pick<WrittenModel, 'announcements'>,
  sound: ReadonlyArray<{
    readonly year: number;
    readonly slug: string;
    readonly files: LanguageFiles;
  }>,
): Approvals {
  const files = new Map(sound.map((one) => [`${one.year}/${one.slug}`, one.files]));
  return Object.fromEntries(
    announcements.flatMap(({ id, texts }) =>
      Object.values(texts).flatMap(({ locale, held }) => {
        const approved = files.get(id)?.get(locale)?.value.approved;
        return approved && !held ? [[`${id}/${locale}`, approved] as const] : [];
      }),
    ),
  );
}
