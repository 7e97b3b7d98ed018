import { brokenPieces } from '#languages/cyrillic/broken-letters.ts';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import type { Feed } from '#outputs/feeds/feed.ts';
import { xmlSafe } from '#outputs/xml.ts';
import fc from '../fast-check.ts';
import { markdown, week } from '../site/content.ts';
import { smallSnapshot } from './snapshots.ts';
import { scopeFeed } from '#outputs/feeds/feed.ts';
import { jsonFeedFaults, writers, xmlFaults } from './read-feeds.ts';
import { turnsText } from '#lang/visible.ts';

/** Letters of any kind, and what breaks feeds: ends of CDATA, control characters, halves of emoji, marks of direction, tags, entities. */
const nasty = fc.constantFrom(
  ']]>',
  '<![CDATA[',
  '\u0000',
  '\u0008',
  '\u000b',
  '\u001f',
  '\u007f',
  '\u0085',
  '\ud83d',
  '\ude00',
  '👩‍👩‍👧',
  '\u202e',
  '\u200f',
  '\ufeff',
  '\uffff',
  '&',
  '&amp;',
  '&#0;',
  '&nbsp;',
  '<b>',
  '</p>',
  '<script>',
  '"',
  "'",
  '-->',
  '\r\n',
  '\t',
  'ә',
  'ﷺ',
  '\u2028',
);
const text = fc
  .array(fc.oneof(nasty, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 12 })
  .map((parts) => parts.join(''));

const feed = (words: readonly string[]): Feed => ({
  id: 'tag:example.org,2026:kk',
  title: `a${words[0]}`,
  description: words[1]!,
  language: 'kk',
  page: 'https://example.org/kk/',
  alternates: [],
  self: {
    atom: 'https://example.org/kk/atom.xml',
    rss: 'https://example.org/kk/rss.xml',
    json: 'https://example.org/kk/feed.json',
  },
  updated: new Date(0),
  publisher: { name: `a${words[2]}`, url: 'https://example.org/kk/' },
  hub: undefined,
  history: undefined,
  guide: {
    dir: 'ltr',
    heading: words[3]!,
    text: words[4]!,
    link: { href: 'https://example.org/', text: words[5]! },
    style: '/feed.css',
  },
  entries: [
    {
      id: 'tag:example.org,2026:kk/2026/x',
      url: 'https://example.org/kk/news/2026/x/',
      language: 'kk',
      alternates: [],
      title: `a${words[6]}`,
      summary: words[7]!,
      content: words[8]!,
      published: new Date(0),
      updated: new Date(0),
      categories: [{ term: 'topics/x', label: words[9]! }],
      author: `a${words[10]}`,
      cover: { url: 'https://example.org/x.jpg', type: 'image/jpeg', length: 1, title: words[11]! },
      attachments: [],
    },
  ],
});

/** The text of the first element of a name, read by another parser than the one that is judged. */
function textOf(document: string, path: string): string {
  const way: string[] = [];
  let found = '';
  const parser = new Parser(
    {
      onopentag: (name) => void way.push(name),
      onclosetag: () => void way.pop(),
      ontext: (part) => void (way.join(' ') === path && (found += part)),
    },
    { xmlMode: true },
  );
  parser.end(document);
  return found;
}

describe('whatever people write', () => {
  const samples = fc
    .sample(fc.array(text, { minLength: 12, maxLength: 12 }), { numRuns: 300, seed: 5 })
    .map(feed);

  test('Atom stays Atom', async () =>
    expect(await xmlFaults(samples.map(writers.atom), 'atom')).toEqual([]));
  test('RSS stays XML', async () =>
    expect(await xmlFaults(await Promise.all(samples.map(writers.rss)))).toEqual([]));
  test('JSON Feed stays JSON Feed, of whole characters', () => {
    for (const sample of samples) {
      const document = writers.json(sample);
      expect(jsonFeedFaults(document)).toEqual([]);
      expect(JSON.stringify(JSON.parse(document))).toBe(
        JSON.stringify(JSON.parse(document)).toWellFormed(),
      );
    }
  });

  test('it arrives as it was written, without what XML cannot hold', async () => {
    for (const sample of samples) {
      const [entry] = sample.entries;
      const [atom, rss] = [writers.atom(sample), await writers.rss(sample)];
      const read = [
        textOf(atom, 'feed entry title'),
        textOf(atom, 'feed entry content'),
        textOf(rss, 'rss channel item title'),
        textOf(rss, 'rss channel item content:encoded'),
      ];
      expect(read).toEqual(
        [entry!.title, entry!.content, entry!.title, entry!.content].map(xmlSafe),
      );
      // @astrojs/rss reads what we add with a parser, which trims and ends lines as XML has it (section 2.11).
      expect(textOf(rss, 'rss channel item dc:creator').trim()).toBe(
        xmlSafe(entry!.author).trim().replaceAll(/\r\n?/gu, '\n'),
      );
    }
  });
});

test('titles and bodies come through the whole way', async () => {
  // Front matter is UTF-8 and YAML: what these cannot hold never reaches us.
  const writable = text
    .map((words) => xmlSafe(words).replaceAll(/[\u007f-\u009f]/gu, ''))
    // Letters that were lost or misread are refused.
    .filter((words) => words.split('\n').every((line) => brokenPieces(line).length === 0));
  // A title that turns the direction of the text around it is refused.
  const title = writable.filter((words) => !turnsText(words));
  const documents: string[] = [];
  for (const [heading, body] of fc.sample(fc.tuple(title, writable), { numRuns: 25, seed: 7 })) {
    const snapshot = await smallSnapshot({
      [`${week}/index.ru.md`]: markdown(
        [`title: ${JSON.stringify(`а${heading}`)}`, 'date: 2026-01-22'],
        // A tag at random has no end, and is refused.
        body.replaceAll(/^#+/gmu, '').replaceAll('<', '&lt;'),
      ),
    });
    const made = scopeFeed(snapshot, { locale: 'ru', scope: { type: 'site' } });
    documents.push(writers.atom(made));
    expect(made.entries[0]!.content).not.toMatch(/<script|<!\[CDATA\[/iu);
  }
  expect(await xmlFaults(documents, 'atom')).toEqual([]);
});
