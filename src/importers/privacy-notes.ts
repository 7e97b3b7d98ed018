import { pictureMetadata } from '#checks/readers/exif.ts';
import { findPersonalData } from '#checks/rules/privacy/find-personal-data.ts';
import { aboutOf } from '#checks/rules/privacy/personal-data.ts';
import type { Basics } from '#site/read-basics.ts';
import type { ImportNote } from './imported.ts';

/**
 * Notes on what an announcement would publish about people without their consent, in its text and in the metadata of
 * its pictures.
 */
export function privacyNotes(
  text: string,
  pictures: ReadonlyMap<string, Buffer>,
  { site, registry }: Basics,
  now: Date,
): ImportNote[] {
  const words = findPersonalData(text, aboutOf(now, { site, divisions: registry.divisions }));
  const places = [...pictures].filter(([, bytes]) => pictureMetadata(bytes).location);
  return [
    ...words.map((params): ImportNote => ({ id: 'personal-data', params: { ...params } })),
    ...places.map(([name]): ImportNote => ({ id: 'picture-location', params: { name } })),
  ];
}
