import { digestOf } from '#cache/hash.ts';
import type { Announcement } from '#site/model.ts';
import type { Edition } from './snapshot.ts';

// By what of an edition is finished last: an edition to which its log is added shows the same announcements.
const known = new WeakMap<Edition['pictureSizes'], Map<Announcement, string>>();

/**
 * All that an announcement says and is, in one word: two that have the same are shown alike, wherever only they
 * themselves, the registries and the settings of the site are shown.
 */
export function stateOf(edition: Edition, announcement: Announcement): string {
  const ofEdition = known.get(edition.pictureSizes) ?? new Map<Announcement, string>();
  known.set(edition.pictureSizes, ofEdition);
  let state = ofEdition.get(announcement);
  if (!state) ofEdition.set(announcement, (state = makeState(edition, announcement)));
  return state;
}

function makeState(
  { bodies, pictures, pictureSizes, sizes }: Edition,
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
  return digestOf([facts, all]);
}
