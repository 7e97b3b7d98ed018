import { createHash, hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile, Sources } from '#site/sources.ts';
import { createHaystack } from './haystack.ts';
import { heldWords } from './held-words.ts';
import { length, type Needle, needleMaker, whole } from './needles.ts';
import type { OutputFile } from './output.ts';
import { publicWording } from './public-wording.ts';
import type { Beforehand, Fault, Rule } from './rule.ts';
import { unpack } from './unpack.ts';

/**
 * Nothing that is held or removed is in the output: no sentence, title, name or address, no picture, no file; not in what is packed
 * either. What public texts say as well is no secret. Found, it is told by its place in the content alone: reports are read by many.
 */
export const held: Rule = {
  name: 'held',
  severity: 'error',
  ofFile(beforehand) {
    const { sources, edition } = beforehand;
    if (edition.preview || [...sources.texts, ...sources.files].every(({ standing }) => standing === 'public')) return { basis: 'nothing', inspect: () => [] };
    const searches = [searchTexts(beforehand), searchWords(beforehand), searchPictures(beforehand), searchFiles(beforehand)];
    const told = new Set<string>();
    return {
      basis: searches.map(({ secrets }) => secrets),
      inspect(file) {
        const found = searches.flatMap(({ look }) => look(file));
        return found.filter(({ file: source }) => !told.has(source) && told.add(source)).map(({ file: source, line }): Fault => ({ id: 'held-leak', params: {}, file: source, line }));
      },
    };
  },
};

/** A place in the content. */
type Place = Pick<Needle, 'file'> & { readonly line?: number };
interface Search {
  /** All that it searches for, and what it lets pass. */
  readonly secrets: unknown;
  look(file: OutputFile): Place[];
}

/** What holds no letters in a row: pictures, films, typefaces, documents that are packed in ways of their own. */
const unreadable = /\.(?:webp|jpe?g|png|gif|avif|ico|mp4|webm|woff2?|pdf)$/u;

function searchTexts({ sources, edition }: Beforehand): Search {
  const make = needleMaker(edition.model);
  const texts = sources.texts.filter(({ standing }) => standing !== 'public').flatMap(make);
  const needles = withoutPublic([...texts, ...namesOf(sources)], publicWording(edition, sources));
  const haystack = createHaystack(needles.map(({ letters }) => letters));
  const documents = publicDocuments(sources);
  return {
    secrets: [needles, [...documents]],
    look({ path, bytes, text }) {
      // What a public document says is for those to decide who offer it.
      if (unreadable.test(path) || documents.has(path.replace(/^\/[^/]+\//u, ''))) return [];
      const packed = unpack(path, bytes);
      const found: Place[] = [];
      for (const each of packed.length > 0 ? packed.map(String) : [text()]) haystack.search(each, (needle) => found.push(needles[needle]!));
      return found;
    },
  };
}

/** Addresses of what is held, and the names of its files. The address of what is removed stays public. */
function namesOf({ texts, files }: Sources): Needle[] {
  const publicFolders = new Set(texts.filter(({ standing }) => standing === 'public').map(({ folder }) => folder));
  const addresses = texts.flatMap(({ file, folder, standing }) => {
    if (standing !== 'held') return [];
    if (folder === undefined) return whole(file.replace(/\.yaml$/u, ''), file);
    const address = folder.replace(/^announcements\//u, 'news/');
    const locale = /index\.(?<locale>[^.]+)/u.exec(file)!.groups!.locale!;
    return whole(publicFolders.has(folder) ? `${locale}/${address}` : address, file);
  });
  const names = files.filter(({ standing }) => standing !== 'public').map(({ file }) => [file, file.slice(file.lastIndexOf('/') + 1)] as const);
  // `img-2026-01-22.jpg` is anybody's.
  return [...addresses, ...names.filter(([, name]) => name.replaceAll(/\P{L}/gu, '').length >= 10).flatMap(([file, name]) => whole(name, file))];
}

/** So many letters of a needle in a public text make it boilerplate: beside the name of a division any two letters may stand by chance. */
const alike = 20;

/** Boilerplate raises no alarm: what public texts say too, whole or for the most part, is left out. */
function withoutPublic(needles: readonly Needle[], wording: Iterable<string>): Needle[] {
  const once = [...new Map(needles.toReversed().map((needle) => [needle.letters, needle])).values()];
  const partsOf = ({ letters }: Needle) => (letters.length !== length ? [letters] : [0, (length - alike) / 2, length - alike].map((from) => letters.slice(from, from + alike)));
  const parts = [...new Set(once.flatMap(partsOf))];
  const known = new Set<string>();
  const haystack = createHaystack(parts);
  for (const text of wording) haystack.search(text, (part) => known.add(parts[part]!));
  return once.filter((needle) => !partsOf(needle).some((part) => known.has(part)));
}

/** The addresses of public documents, their language left out. */
function publicDocuments({ files }: Sources): Set<string> {
  return new Set(files.filter(({ standing }) => standing === 'public').map(({ file }) => file.replace(/^announcements\//u, 'news/').replace(/^pages\//u, '')));
}

/** The list of words that the search corrects slips with. */
function searchWords({ sources, edition }: Beforehand): Search {
  const leaked = heldWords(sources, publicWording(edition, sources));
  return { secrets: leaked.stems, look: ({ path, text }) => (/^\/_search\/[^/]+\/words\//u.test(path) ? text().split('\n').flatMap((word) => leaked.placeOf(word) ?? []) : []) };
}

/** A picture in its sizes is none of the source's bytes any more: each carries the digest of its source, so none is decoded. */
function searchPictures({ content, sources, pictures }: Beforehand): Search {
  const digestOf = (file: string) => createHash('sha256').update(readFileSync(join(content, file))).digest('hex').slice(0, 20);
  const isPicture = ({ file }: SourceFile) => /\.(?:webp|jpe?g|png|gif|avif)$/iu.test(file);
  const hidden = new Map(sources.files.filter((source) => source.standing !== 'public' && isPicture(source)).map(({ file }) => [digestOf(file), file]));
  if (hidden.size === 0) return { secrets: [], look: () => [] };
  // Only those of equal size can be the same picture: no other public one needs to be read.
  const sizeOf = ({ file }: Pick<SourceFile, 'file'>) => statSync(join(content, file)).size;
  const sizes = new Set([...hidden.values()].map((file) => sizeOf({ file })));
  for (const source of sources.files) if (source.standing === 'public' && isPicture(source) && sizes.has(sizeOf(source))) hidden.delete(digestOf(source.file));
  return {
    secrets: [...hidden],
    look({ path }) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const file = hidden.get(pictures?.[name] ?? name.slice(0, 20));
      return file === undefined ? [] : [{ file }];
    },
  };
}

/** A file that lies in the output as it is, under whatever name, packed or not. */
function searchFiles({ content, sources }: Beforehand): Search {
  const bytesOf = ({ file }: Pick<SourceFile, 'file'>) => readFileSync(join(content, file));
  const bySize = Map.groupBy(sources.files.filter(({ standing }) => standing !== 'public'), ({ file }) => statSync(join(content, file)).size);
  const shown = Map.groupBy(sources.files.filter(({ standing }) => standing === 'public'), ({ file }) => statSync(join(content, file)).size);
  const isShown = (bytes: Buffer) => shown.get(bytes.length)?.some((source) => bytesOf(source).equals(bytes)) ?? false;
  const inWord = (source: SourceFile) => [source.file, hash('sha256', bytesOf(source))];
  return {
    secrets: [...bySize].map(([size, hidden]) => [hidden.map(inWord), (shown.get(size) ?? []).map(inWord)]),
    look: ({ path, bytes }) =>
      [bytes, ...unpack(path, bytes)].flatMap((each) => {
        const same = each.length > 0 ? bySize.get(each.length)?.find((source) => bytesOf(source).equals(each)) : undefined;
        return same && !isShown(each) ? [{ file: same.file }] : [];
      }),
  };
}
