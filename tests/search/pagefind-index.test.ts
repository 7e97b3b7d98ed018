import { close, createIndex } from 'pagefind';
import { afterAll, expect, test } from 'vitest';
import { createRandom } from '../../bench/random.ts';
import { chunksOf, encodeMeta, formatVersion } from '#search/pagefind-index.ts';
import { unpack } from '#search/pagefind-files.ts';
import { collectPostings } from '#search/postings.ts';
import type { SearchRecord } from '#search/records.ts';
import { settleKeys, type Zone } from '#search/settle-keys.ts';
import { recordSplitter } from '#search/split-record.ts';

afterAll(() => close());

/** The weights of Pagefind's attribute, of which ours are 24 each. */
const weightOf: Readonly<Record<number, number>> = { 120: 5, 48: 2, 24: 1, 9: 0.4 };

/** What Pagefind itself makes of the same documents: the words of each file of its index, and its list of pages and files. */
async function byPagefind(
  documents: readonly (readonly Zone[])[],
): Promise<{ chunks: string[]; meta: string }> {
  const { index } = await createIndex({ forceLanguage: 'unknown' });
  for (const [number, zones] of documents.entries()) {
    // A token without letters is a place where nothing is found.
    const paragraphs = zones.map(
      ({ weight, keys }) =>
        `<p data-pagefind-weight="${weightOf[weight]}">${keys.map((key) => key?.[0] ?? '.').join(' ')}</p>`,
    );
    await index!.addHTMLFile({
      url: String(number),
      content: `<html><body>${paragraphs.join('<p>.</p>')}</body></html>`,
    });
  }
  const { files } = await index!.getFiles();
  await index!.deleteIndex();
  const told = (ending: string) =>
    files
      .filter(({ path }) => path.endsWith(ending))
      .map(({ content }) => unpack(Buffer.from(content)).toString('latin1'));
  return { chunks: told('.pf_index').sort(), meta: told('.pf_meta')[0]! };
}

const random = createRandom('index');
/** Without digits: the last word of a paragraph, to which it adds a full stop, Pagefind takes apart at them, and would find «xz» in «5xz». */
const words = Array.from(
  { length: 900 },
  (_, number) =>
    `${random.pick(['қала', 'жол', 'дорога', 'ёлка', 'су', 'й'])}${Array.from(String(number), (digit) => 'бвгджзклмн'[Number(digit)]).join('')}${random.pick(['', 'ны', 'ға', 'ами'])}`,
);
const text = (least: number, most: number) => random.some(words, random.int(least, most)).join(' ');
const record = (number: number): SearchRecord => ({
  url: `/ru/news/2026/n${number}/`,
  title: text(1, 9),
  summary: random.chance(50) ? text(3, 12) : '',
  body: Array.from({ length: random.int(1, 6) }, () => text(5, 80)).join('\n'),
  names: [
    { locale: 'kk', text: `${text(1, 3)}\n${text(1, 2)}` },
    { locale: 'ru', text: random.chance(20) ? '' : text(2, 4) },
  ],
  facets: { date: '2026-01-22', kind: 'news', topic: [], division: [] },
  shown: { date: '', topics: '' },
});

test.each([1, 3, 300])(
  'an index of %d documents is, byte for byte, the one that Pagefind writes',
  async (count) => {
    const records = Array.from({ length: count }, (_, number) => record(number));
    const split = recordSplitter();
    const zones = records.map((each) => split(each, 'ru'));
    const withKeys = settleKeys(zones.flat());
    // Pagefind's indexer has no way to put two words at one place: the likeliest key stands for all.
    const documents = zones.map((each) =>
      each.map(withKeys).map(({ weight, keys }) => ({
        weight,
        keys: keys.map((ofPlace) => ofPlace?.slice(0, 1)),
      })),
    );
    const postings = collectPostings();
    const lengths = documents.map((each) => postings.add(each));
    const chunks = chunksOf(postings.all());
    const theirs = await byPagefind(documents);
    expect(chunks.map(({ bytes }) => Buffer.from(bytes).toString('latin1')).sort()).toEqual(
      theirs.chunks,
    );
    if (count > 100) expect(chunks.length).toBeGreaterThan(2);

    // Names aside, which are digests of Pagefind's own.
    expect(/^\x86e(?<version>\d\.\d\.\d)/u.exec(theirs.meta)?.groups?.version).toBe(formatVersion);
    const ours = encodeMeta(
      lengths.map((length) => ({ name: 'unknown_0000000', length })),
      chunks.map(({ from, to }) => ({ from, to, name: 'unknown_0000000' })),
    );
    expect(Buffer.from(ours).toString('latin1')).toBe(
      theirs.meta.replaceAll(/unknown_[0-9a-f]{7}/gu, 'unknown_0000000'),
    );
  },
);
