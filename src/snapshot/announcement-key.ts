import { hashOf } from '#cache/hash.ts';
import type { Announcement } from '#site/model.ts';
import type { Snapshot } from './snapshot.ts';

// By what of a snapshot is finished last: a snapshot to which its log is added shows the same announcements.
const known = new WeakMap<Snapshot['pictureSizes'], Map<Announcement, string>>();

/**
 * All that an announcement says and is, in one word: two that have the same are shown alike, wherever only they
 * themselves, the registries and the settings of the site are shown.
 */
export function announcementKey(snapshot: Snapshot, announcement: Announcement): string {
  const ofSnapshot = known.get(snapshot.pictureSizes) ?? new Map<Announcement, string>();
  known.set(snapshot.pictureSizes, ofSnapshot);
  let state = ofSnapshot.get(announcement);
  if (!state) ofSnapshot.set(announcement, (state = makeState(snapshot, announcement)));
  return state;
}

function makeState(
  { bodies, pictures, pictureSizes, sizes }: Snapshot,
  { texts, ...facts }: Announcement,
): string {
  const all = Object.values(texts).map(({ source, ...text }) => {
    const used = [...(text.cover ? [text.cover] : []), ...text.gallery].map(({ file }) => {
      const { fallback, sources } = pictures.get(file)!;
      return [fallback, sources, pictureSizes.get(fallback.name)];
    });
    return [
      text,
      bodies.get(source.file)!.digest,
      used,
      text.attachments.map(({ file }) => sizes.get(file)),
    ];
  });
  return hashOf([facts, all]);
}
