import { readFileSync } from 'node:fs';
import { firstOf } from '#lang/lookup.ts';
import { endingOf } from '#schema/attachment.ts';
import type { Locale } from '#lang/locale.ts';
import type { Basics } from '#site/read-basics.ts';
import type { NewAnnouncement, NewText } from '#authoring/new-announcement.ts';
import { folderOf } from '#authoring/write-announcement.ts';
import type { Found } from './find-files.ts';
import { coverOffered } from './cover-offered.ts';
import { isOrigin, kindOf, readerOf } from './formats.ts';
import { type Imported, isRefused, type ImportNote, type Refused } from './imported.ts';
import { readAlreadyImported } from './already-imported.ts';
import { languageGroups } from './language-groups.ts';
import { createPairs } from './likely-pairs.ts';
import { partLanguages } from './part-languages.ts';
import { createWriter } from './to-announcement.ts';

/** The settings of an import. */
export interface ImportOptions extends Basics {
  /** The content folder. */
  readonly content: string;
  readonly now: Date;
  /** Whether to omit `draft` when nothing needs a person's check. */
  readonly ready: boolean;
  /** Called with the number of files read so far. */
  readonly onRead?: ((files: number) => void) | undefined;
}

/** One announcement that was made from a source. */
export interface Made {
  readonly source: string;
  readonly folder: string;
  readonly title: string;
  readonly locales: readonly Locale[];
  readonly draft: boolean;
  readonly notes: readonly ImportNote[];
  readonly announcement: NewAnnouncement;
}

/**
 * Reads files of all known kinds, one after the other. A file that cannot be read does not stop the others. Writes
 * nothing.
 */
export async function* importFiles(
  files: readonly Found[],
  options: ImportOptions,
): AsyncGenerator<Made | Refused> {
  const known = readAlreadyImported(options.content, options.site.locales);
  const toAnnouncement = createWriter({
    ...options,
    isTaken: known.isTaken,
    aliases: known.aliases,
  });
  const refusalOf = (found: Imported | Refused): Refused | undefined => {
    if (isRefused(found)) return found;
    const folder = known.folderOf(found.origin);
    if (folder) return { source: found.source, reason: 'known', params: { folder } };
    return found.body.children.length === 0 && found.pictures.size === 0
      ? { source: found.source, reason: 'empty', params: {} }
      : undefined;
  };
  const make = async (texts: readonly Imported[]): Promise<Made> => {
    const { announcement, notes } = toAnnouncement(texts);
    for (const { origin } of texts) known.add(origin, announcement);
    const { title, draft = false } = firstOf([...announcement.texts.values()]).fields;
    const source = [...new Set(texts.map((text) => text.source))].join(', ');
    const other = pairOf(source, announcement);
    return {
      source,
      folder: folderOf(announcement),
      title,
      locales: [...announcement.texts.keys()],
      draft: draft || other !== undefined,
      notes: [
        ...notes,
        ...(other === undefined ? [] : [{ id: 'may-be-pair', params: { source: other } } as const]),
        ...(await coverOffered(announcement)),
      ],
      announcement: other === undefined ? announcement : asDraft(announcement),
    };
  };
  const pairs = createPairs();
  const pairOf = (source: string, { texts, facts, files }: NewAnnouncement) => {
    const [[locale, { fields, body }]] = [...texts] as [[Locale, NewText]];
    if (texts.size > 1 || options.site.locales.length < 2) return undefined;
    const text = `${fields.title}\n${body}`;
    const date = String(facts.date);
    return pairs.find({ source, locale, date, text, pictures: files ?? new Map() });
  };
  /** One text for each language that a source contains. */
  const textsOf = (found: Imported): readonly Imported[] => {
    const { locales } = options.site;
    if (!found.translations) return partLanguages(found, locales);
    const isOurs = ({ locale }: Imported) => locale === undefined || locales.includes(locale);
    const all = [found, ...found.translations];
    const ours = all.filter(isOurs);
    // Texts in a language that the site lacks are reported with their title, so that a person can find them.
    const others = all
      .filter((one) => !isOurs(one))
      .map(({ locale = '', title = '' }): ImportNote => ({
        id: 'field-left-out',
        params: { name: locale, value: title },
      }));
    const [first = found, ...rest] = ours.toSorted(
      (a, b) => locales.indexOf(a.locale ?? '') - locales.indexOf(b.locale ?? ''),
    );
    return [{ ...first, notes: [...first.notes, ...others] }, ...rest];
  };
  let read = 0;
  for (const group of languageGroups(files, options.site.locales)) {
    const together: Imported[] = [];
    for (const { file, locale } of group) {
      const withLocale = (found: Imported): Imported => (locale ? { ...found, locale } : found);
      for await (const found of readFile(file)) {
        const refused = refusalOf(found);
        if (refused) yield refused;
        else if (group.length === 1) yield await make(textsOf(withLocale(found as Imported)));
        else together.push(withLocale(found as Imported));
      }
      options.onRead?.(++read);
    }
    // When a file has more than one text, as a feed has, the files are not translations of each other.
    if (together.length > group.length) for (const one of together) yield await make(textsOf(one));
    else if (together.length > 0) yield await make(together);
  }
}

/** Marks an announcement as a draft: a person must check it before it becomes public. */
function asDraft(announcement: NewAnnouncement): NewAnnouncement {
  const texts = [...announcement.texts].map(
    ([locale, { fields, body }]) => [locale, { fields: { ...fields, draft: true }, body }] as const,
  );
  return { ...announcement, texts: new Map(texts) };
}

async function* readFile({
  path,
  name,
  readable,
  isAlone,
}: Found): AsyncGenerator<Imported | Refused> {
  if (!readable) {
    yield { source: name, reason: isAlone ? 'picture-alone' : 'unknown-format', params: {} };
    return;
  }
  try {
    const file = { path, name, bytes: readFileSync(path) };
    const kind = kindOf(file);
    if (isOrigin(kind)) yield* (await readerOf(kind))(file);
    else if (kind === 'save-as-docx')
      yield { source: name, reason: kind, params: { kind: endingOf(path) } };
    else yield { source: name, reason: kind, params: {} };
  } catch (error) {
    // The file violates its format, or cannot be opened. The import continues with the other files.
    yield {
      source: name,
      reason: 'damaged',
      params: { detail: (error as NodeJS.ErrnoException).code ?? endingOf(path) },
    };
  }
}
