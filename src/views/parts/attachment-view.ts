import { mustGet } from '#lang/lookup.ts';
import { formatNumber } from '#lang/message.ts';
import { endingOf } from '#schema/attachment.ts';
import type { AnnouncementId, Attachment } from '#site/model.ts';
import { urls } from '#site/urls.ts';
import type { BuildResults } from '#snapshot/snapshot.ts';
import type { Context } from './context.ts';

/** A file to download. */
export interface AttachmentView {
  readonly href: string;
  readonly title: string;
  /** The format and size: «PDF, 120 КБ» */
  readonly note: string;
}

/** A download link for an attachment, with its format and size. */
export function attachmentView(
  context: Context,
  id: AnnouncementId,
  { file, name, title }: Attachment,
): AttachmentView {
  const { snapshot, locale, link, t } = context;
  const size = sizeText(context, mustGet(snapshot.sizes, file));
  // In a draft, the attachment may not have a title yet.
  return {
    href: link(urls.attachment(locale, id, name)),
    title: title || name,
    note: t('announcement.attachment', { type: endingOf(name).toUpperCase(), size }),
  };
}

/** The archive for journalists; undefined if there is none. */
export function pressKitView(
  context: Context,
  id: AnnouncementId,
  pressKits: BuildResults['pressKits'],
): AttachmentView | undefined {
  const { link, t } = context;
  const kit = pressKits.get(id);
  return (
    kit && {
      href: link(urls.pressKit(id)),
      title: t('announcement.kit'),
      note: t('announcement.attachment', { type: 'ZIP', size: sizeText(context, kit.size) }),
    }
  );
}

/** A readable file size: kilobytes below one megabyte, then megabytes. A kilobyte is 1,000 bytes (SI). */
function sizeText({ locale, t }: Context, bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1000));
  if (kilobytes < 1000) return t('size.kilobytes', { size: formatNumber(locale, kilobytes) });
  return t('size.megabytes', { size: formatNumber(locale, Math.round(kilobytes / 100) / 10) });
}
