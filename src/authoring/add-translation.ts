import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '#lang/locale.ts';
import {
  type AnnouncementFields,
  facts,
  type ListName,
  listNeeds,
  lists,
} from '#schema/announcement.ts';
import { firstOf } from '#lang/lookup.ts';
import type { NewAnnouncement, NewText, WrittenFacts } from './new-announcement.ts';
import { announcementFiles, folderOf } from './write-announcement.ts';

/** The draft of a text in a further language of an existing announcement. */
export interface TranslationDraft {
  readonly facts: WrittenFacts;
  readonly text: NewText;
}

/**
 * Makes the draft of a text in a further language. Its title and list entries are still in the existing language, to be
 * translated in place.
 * @param said the fields in the announcement's files, as written; the first file is the one to translate
 * @param withFacts whether the draft repeats the facts
 * @param invitation the placeholder for the body, a comment that readers never see
 */
export function translationDraft(
  said: readonly AnnouncementFields[],
  { withFacts, invitation }: { readonly withFacts: boolean; readonly invitation: string },
): TranslationDraft {
  const all = said
    .toReversed()
    .reduce<Partial<AnnouncementFields>>((joined, one) => ({ ...joined, ...one }), {});
  const repeated = Object.keys(facts).filter((name) => withFacts && !belongsToItsFile.has(name));
  const entries = (Object.keys(lists) as ListName[])
    .filter((name) => all[name])
    .map((name) => [name, entriesOf(name, said)]);
  // Every text needs these reasons, even a draft.
  const { withdrawnReason, removedReason } = all;
  return {
    facts: Object.fromEntries([
      ...repeated.map((name) => [name, all[name as keyof typeof facts]]),
      ...entries,
    ]) as WrittenFacts,
    text: {
      fields: {
        title: firstOf(said).title,
        draft: true,
        ...(withdrawnReason && { withdrawnReason }),
        ...(removedReason && { removedReason }),
      },
      body: `<!-- ${invitation} -->\n`,
    },
  };
}

/**
 * Writes a text beside the others of its announcement.
 * @param content the content folder
 * @returns the path of the file, relative to the content folder
 * @throws {Error} `EEXIST` when the file exists, because another program has written it meanwhile
 */
export function addTranslation(
  content: string,
  place: Pick<NewAnnouncement, 'year' | 'slug'>,
  locale: Locale,
  { facts, text }: TranslationDraft,
): string {
  const [[name, written]] = [
    ...announcementFiles({ ...place, facts, texts: new Map([[locale, text]]) }),
  ] as [[string, string]];
  const file = `${folderOf(place)}/${name}`;
  writeFileSync(join(content, file), written, { flag: 'wx' });
  return file;
}

/**
 * Facts that a draft never repeats. An alias leads to the text whose file names it. The origin and the privacy
 * decisions are recorded once.
 */
const belongsToItsFile = new Set(['aliases', 'origin', 'privacyOk']);

/**
 * The required keys of each entry, from whichever files have them. `alt` must be written again in the new language: a
 * screen reader must not read out another one.
 */
function entriesOf(
  name: ListName,
  said: readonly AnnouncementFields[],
): Array<Record<string, unknown>> {
  const having = said.flatMap((one): Array<ReadonlyArray<Readonly<Record<string, unknown>>>> =>
    one[name] ? [one[name]] : [],
  );
  const keys = [
    ...Object.keys(lists[name].facts),
    ...listNeeds[name].filter((key) => key !== 'alt'),
  ];
  return firstOf(having).map((_, index) => {
    const entry = Object.assign({}, ...having.map((list) => list[index]).reverse()) as Record<
      string,
      unknown
    >;
    return Object.fromEntries(
      keys.flatMap((key) => (entry[key] === undefined ? [] : [[key, entry[key]]])),
    );
  });
}
