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

/** A text in one more language of an announcement that is there, to begin with. */
export interface TranslationDraft {
  readonly facts: WrittenFacts;
  readonly text: NewText;
}

/**
 * The draft of a text in one more language: with the title and the entries of lists in the language that is there, to be
 * translated where they stand.
 * @param said what the files of the announcement say, as it is written; the first is translated
 * @param withFacts whether it says the facts once more
 * @param invitation what stands in place of the text, as a comment that readers never see
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
  // A reason is asked of every text, finished or not.
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
 * @returns the file, from the content folder
 * @throws {Error} `EEXIST` when somebody has written it meanwhile
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

/** An old address may lead to the text in whose file it stands; where that came from and what was decided about it is said once. */
const belongsToItsFile = new Set(['aliases', 'origin', 'privacyOk']);

/** What each entry needs, in whatever files it is said. A picture is described anew: who cannot see it must not hear another language. */
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
