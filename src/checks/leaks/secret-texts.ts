import { groupsOf, itemAt } from '#lang/lookup.ts';
import type { Sources } from '#site/sources.ts';
import { createMultiSearch } from './multi-search.ts';
import { length, type Needle, needleMaker, whole } from './needles.ts';
import { publicTexts } from './public-texts.ts';
import type { RuleContext } from '#checks/rule.ts';
import type { Search } from './search.ts';
import { unpackArchive } from '#checks/readers/unpack.ts';

/**
 * Files that contain no plain sequences of letters: pictures, films, typefaces, and documents with their own
 * compression.
 */
const unreadable = /\.(?:webp|jpe?g|png|gif|avif|ico|mp4|webm|woff2?|pdf)$/u;

/** Sequences of letters that occur only in hidden texts. A plain value. */
export interface SecretTexts {
  readonly needles: readonly Needle[];
  /** Public documents, which are not searched: whoever offers a document decides what it says. */
  readonly publicDocuments: readonly string[];
}

/** Collects the needles of all texts and file names that are not public. */
export function secretTexts({ sources, snapshot }: RuleContext): SecretTexts {
  const texts = sources.texts
    .filter(({ standing }) => standing !== 'public')
    .flatMap(needleMaker(snapshot.model));
  return {
    needles: withoutPublic([...texts, ...namesOf(sources)], publicTexts(snapshot, sources)),
    publicDocuments: publicDocuments(sources),
  };
}

/** Searches a file for the needles of hidden texts. */
export function searchSecretTexts({ needles, publicDocuments: shown }: SecretTexts): Search {
  const haystack = createMultiSearch(needles.map(({ letters }) => letters));
  const documents = new Set(shown);
  return ({ path, bytes, text }) => {
    if (unreadable.test(path) || documents.has(path.replace(/^\/[^/]+\//u, ''))) return [];
    const packed = unpackArchive(path, bytes);
    const found: Needle[] = [];
    for (const each of packed.length > 0 ? packed.map(String) : [text()])
      haystack.search(each, (needle) => found.push(itemAt(needles, needle)));
    return found;
  };
}

/** The addresses and the names of the files of everything that is held or removed. */
function namesOf({ texts, files }: Sources): Needle[] {
  const publicFolders = new Set(
    texts.filter(({ standing }) => standing === 'public').map(({ folder }) => folder),
  );
  const addresses = texts.flatMap(({ file, folder, standing }) => {
    if (standing === 'public') return [];
    if (folder === undefined) return whole(file.replace(/\.yaml$/u, ''), file);
    const address = folder.replace(/^announcements\//u, 'news/');
    const { locale } = groupsOf<'locale'>(/index\.(?<locale>[^.]+)/u, file);
    return whole(publicFolders.has(folder) ? `${locale}/${address}` : address, file);
  });
  const names = files
    .filter(({ standing }) => standing !== 'public')
    .map(({ file }) => [file, file.slice(file.lastIndexOf('/') + 1)] as const);
  // Names with few letters, such as `img-2026-01-22.jpg`, occur anywhere.
  return [
    ...addresses,
    ...names
      .filter(([, name]) => name.replaceAll(/\P{L}/gu, '').length >= 10)
      .flatMap(([file, name]) => whole(name, file)),
  ];
}

/**
 * A needle is boilerplate if a public text contains this many of its letters in a row. With a smaller number, the
 * name of a division plus any two letters would already match by chance.
 */
const alike = 20;

/**
 * Removes needles that public texts also contain, completely or for the most part, so that boilerplate raises no
 * alarm.
 */
function withoutPublic(needles: readonly Needle[], wording: Iterable<string>): Needle[] {
  const once = [
    ...new Map(needles.toReversed().map((needle) => [needle.letters, needle])).values(),
  ];
  const partsOf = ({ letters }: Needle) =>
    letters.length !== length
      ? [letters]
      : [0, (length - alike) / 2, length - alike].map((from) => letters.slice(from, from + alike));
  const parts = [...new Set(once.flatMap(partsOf))];
  const known = new Set<string>();
  const haystack = createMultiSearch(parts);
  for (const text of wording) haystack.search(text, (part) => known.add(itemAt(parts, part)));
  return once.filter((needle) => !partsOf(needle).some((part) => known.has(part)));
}

/** The addresses of public documents, without their language. */
function publicDocuments({ files }: Sources): string[] {
  return files
    .filter(({ standing }) => standing === 'public')
    .map(({ file }) => file.replace(/^announcements\//u, 'news/').replace(/^pages\//u, ''));
}
