import { itemAt, mustGet } from '#lang/lookup.ts';
import { createHash } from 'node:crypto';
import type { Locale } from '#lang/locale.ts';
import { tableFile } from './document-table.ts';
import { engineFiles, type EngineFiles } from './engine-files.ts';
import { documentTable, packTable } from './pack-table.ts';
import { chunksOf, encodeMeta } from './pagefind-index.ts';
import { type Fragment, pack } from './pagefind-files.ts';
import { collectPostings } from './postings.ts';
import type { SearchRecord } from './records.ts';
import { settleKeys, type Zone } from './settle-keys.ts';
import { recordSplitter, trueText } from './split-record.ts';
import { vocabularyFiles } from './vocabulary.ts';

/** A file of the search index or its program. */
export interface SearchFile {
  /** The path relative to the search folder. */
  readonly path: string;
  /** A hash that determines the bytes, if it is known before they are made. */
  readonly state?: string;
  bytes(): Uint8Array | Promise<Uint8Array>;
}

/**
 * The files of a site's search: an index for each language, and Pagefind's program that reads them.
 * @throws {Error} when Pagefind fails or is not the expected version
 */
export async function makeSearchFiles(
  records: ReadonlyMap<Locale, readonly SearchRecord[]>,
): Promise<SearchFile[]> {
  const split = recordSplitter();
  const documents = new Map(
    [...records].map(([locale, ofLocale]) => [
      locale,
      ofLocale.map((record) => split(record, locale)),
    ]),
  );
  const withKeys = settleKeys([...documents.values()].flat(2));
  const engine = await engineFiles();
  return [
    ...[...engine.files].map(([path, bytes]) => ({ path, bytes: () => bytes })),
    ...[...records].flatMap(([locale, ofLocale]) =>
      filesOfLanguage(
        ofLocale,
        (number) => itemAt(mustGet(documents, locale), number).map(withKeys),
        engine,
      ).map((file) => ({ ...file, path: `${locale}/${file.path}` })),
    ),
  ];
}

function filesOfLanguage(
  records: readonly SearchRecord[],
  zonesOf: (number: number) => readonly Zone[],
  { entry }: EngineFiles,
): SearchFile[] {
  const postings = collectPostings();
  const lengths = records.map((_, number) => postings.add(zonesOf(number)));
  // Pagefind cannot open an index without a page, or a page without a word. No key contains this character, so no query
  // finds it.
  if (records.length === 0) lengths.push(postings.add([{ weight: 24, keys: [['空']] }]));
  const words = postings.all();
  const chunks = chunksOf(words).map((chunk) => ({
    ...chunk,
    name: `unknown_${shortDigest(chunk.bytes)}`,
  }));
  // Each fragment is made twice, once for its hash and once for its bytes. To keep all of them would hold a second copy
  // of all texts in memory.
  const fragment = (number: number) =>
    JSON.stringify(fragmentOf(itemAt(records, number), itemAt(lengths, number)));
  const fragments = records.map((_, number) => digest(Buffer.from(fragment(number))));
  // The files of an index are named after it. So an old page that is still open in a browser never uses the document
  // numbers of a new index.
  const name = shortDigest(
    Buffer.from([...chunks.map((chunk) => chunk.name), ...fragments].join('\n')),
  );
  const meta = encodeMeta(
    lengths.map((length, number) => ({ name: `${name}/${number}`, length })),
    chunks,
  );
  return [
    {
      path: 'pagefind-entry.json',
      bytes: () =>
        Buffer.from(
          JSON.stringify({
            ...entry,
            // For our own script: the documents from this number on are other pages than announcements.
            announcements: records.filter(({ facts }) => facts === undefined).length,
            languages: {
              unknown: { hash: `unknown_${name}`, wasm: sharedEngine, page_count: lengths.length },
            },
          }),
        ),
    },
    { path: `pagefind.unknown_${name}.pf_meta`, bytes: () => pack(meta) },
    ...chunks.map((chunk) => ({
      path: `index/${chunk.name}.pf_index`,
      bytes: () => pack(chunk.bytes),
    })),
    ...fragments.map((state, number) => ({
      path: `fragment/${name}/${number}.pf_fragment`,
      state,
      bytes: () => pack(Buffer.from(fragment(number))),
    })),
    { path: `fragment/${name}/${tableFile}`, bytes: () => packTable(documentTable(records)) },
    ...[...vocabularyFiles(words.keys())].map(([file, text]) => ({
      path: `words/${file}`,
      bytes: () => Buffer.from(text),
    })),
  ];
}

/**
 * Pagefind looks for its engine next to the index, under a name from the index. This name leads one folder up, so all
 * languages share one engine.
 */
const sharedEngine = '/../../wasm.unknown';

function fragmentOf(record: SearchRecord, length: number): Fragment {
  const { url, title, shown, names, facts } = record;
  return {
    url,
    content: trueText(record),
    word_count: length,
    filters: {},
    meta: {
      title,
      ...shown,
      names: names.map(({ text }) => text).join('\n'),
      ...(facts && { facts: JSON.stringify(facts) }),
    },
    anchors: [],
  };
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function shortDigest(bytes: Uint8Array): string {
  return digest(bytes).slice(0, 8);
}
