import type { Announcement, AnnouncementText, WrittenModel } from '#site/model.ts';
import { type ContentSnapshot, contentSnapshot } from './snapshot.ts';

/**
 * A copy of a snapshot without some pictures in covers and galleries, because they cannot be shown.
 * @param files the paths from the content folder
 */
export function withoutPictures(
  snapshot: ContentSnapshot,
  files: ReadonlySet<string>,
): ContentSnapshot {
  if (files.size === 0) return snapshot;
  const shown = ({ file }: { readonly file: string }) => !files.has(file);
  const without = (text: AnnouncementText): AnnouncementText => ({
    ...text,
    cover: text.cover && shown(text.cover) ? text.cover : undefined,
    gallery: text.gallery.filter(shown),
  });
  const announcements = snapshot.model.announcements.map((one): Announcement =>
    usesOf(one).every(shown)
      ? one
      : {
          ...one,
          texts: Object.fromEntries(
            Object.entries(one.texts).map(([locale, text]) => [locale, without(text)]),
          ),
        },
  );
  const model = { ...snapshot.model, announcements };
  const pictures = new Map([...snapshot.pictures].filter(([file]) => !files.has(file)));
  return contentSnapshot({ ...snapshot, model, pictures });
}

/** Whether a picture or a document is used by drafts only. */
export function isOfDrafts({ model }: { readonly model: WrittenModel }, file: string): boolean {
  const [folder, name] = [
    file.slice(0, file.lastIndexOf('/')),
    file.slice(file.lastIndexOf('/') + 1),
  ];
  const texts = model.announcements
    .filter((one) => one.folder === folder)
    .flatMap((one) => Object.values(one.texts));
  const users = texts.filter(
    ({ cover, gallery, attachments, source }) =>
      [cover, ...gallery, ...attachments].some((use) => use?.file === file) ||
      source.body.includes(name),
  );
  return users.length > 0 && users.every(({ draft }) => draft);
}

function usesOf({ texts }: Announcement) {
  return Object.values(texts).flatMap(({ cover, gallery }) => [
    ...(cover ? [cover] : []),
    ...gallery,
  ]);
}
