import { hash } from 'node:crypto';
import { firstOf } from '#lang/lookup.ts';
import { readMarkup } from './read-markup.ts';

/** What a rule can know about a feed of any format. All values are as written in the feed. */
export interface FeedDocument {
  readonly language: string | undefined;
  readonly self: string | undefined;
  readonly entries: readonly EntryInFeed[];
}

/** One entry of a feed. */
export interface EntryInFeed {
  readonly id: string | undefined;
  /** The id need not be an address (RSS: `isPermaLink="false"`). */
  readonly opaqueId: boolean;
  readonly language: string | undefined;
  readonly dates: readonly string[];
  /** Every address that its content links to or embeds, as written. */
  readonly addresses: readonly string[];
  /** Elements and attributes in its content that feed readers strip, or for which they reject the whole entry. */
  readonly refused: readonly string[];
  readonly files: ReadonlyArray<{
    readonly address: string;
    readonly type: string;
    readonly length: string;
  }>;
}

type Editable<Value> = {
  -readonly [Key in keyof Value]: Value[Key] extends ReadonlyArray<infer Item>
    ? Item[]
    : Value[Key];
};
type Making = Editable<EntryInFeed>;

/** Whether the path of a file is that of a feed. */
export function isFeed(file: string): boolean {
  return /\/(?:rss|atom)\.xml$|\/feed\.json$|^\/[^/]+\/atom\/[^/]+\.xml$/u.test(file);
}

/**
 * @returns a function that reads a feed. If no program could parse the feed, it returns a short description of the
 * fault instead.
 */
export function feedReader(): (file: string, text: string) => FeedDocument | string {
  // The same text occurs in many feeds, and in each feed in three formats.
  const known = new Map<string, Content>();
  const read = (html: string): Content => {
    const word = hash('sha256', html, 'base64');
    let content = known.get(word);
    if (!content) known.set(word, (content = readContent(html)));
    return content;
  };
  return (file, text) => (file.endsWith('.json') ? readJson(text, read) : readXml(text, read));
}

type Content = Pick<EntryInFeed, 'addresses' | 'refused'>;

const refusedElements = /^(?:script|style|object|embed|iframe|form|meta|link|base|svg|noscript)$/u;
const refusedAttributes = /^(?:style|class|on\w+|srcset)$/u;

function readContent(html: string): Content {
  const [addresses, refused]: [string[], string[]] = [[], []];
  readMarkup(html, {
    opened(name, attributes) {
      if (refusedElements.test(name)) refused.push(name);
      refused.push(
        ...Object.keys(attributes).filter((attribute) => refusedAttributes.test(attribute)),
      );
      addresses.push(
        ...[attributes.href, attributes.src, attributes.poster].filter(
          (each) => each !== undefined,
        ),
      );
    },
  });
  return { addresses, refused };
}

function readJson(text: string, read: (html: string) => Content): FeedDocument | string {
  try {
    const {
      language,
      feed_url: self,
      items,
    } = JSON.parse(text) as {
      language: string;
      feed_url: string;
      items: Record<string, unknown>[];
    };
    return {
      language,
      self,
      entries: items.map((item) => ({
        id: item.id as string | undefined,
        opaqueId: true,
        language: item.language as string | undefined,
        dates: [item.date_published, item.date_modified].map(String),
        ...read((item.content_html as string | undefined) ?? ''),
        files: ((item.attachments ?? []) as Record<string, unknown>[]).map(
          ({ url, mime_type: type, size_in_bytes: length }) => ({
            address: String(url),
            type: String(type),
            length: String(length),
          }),
        ),
      })),
    };
  } catch (error) {
    return (error as Error).message;
  }
}

/** Characters that XML cannot contain (XML 1.0, section 2.2). */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

function readXml(text: string, read: (html: string) => Content): FeedDocument | string {
  const prefixes = new Set(['xml', 'xmlns']);
  const feed: Editable<FeedDocument> = { language: undefined, self: undefined, entries: [] };
  let fault = forbidden.test(text) || !text.isWellFormed() ? 'U+FFFD' : undefined;
  let [entry, words]: [Making | undefined, string] = [undefined, ''];

  readMarkup(
    text,
    {
      opened(name, attributes) {
        for (const attribute of Object.keys(attributes))
          if (attribute.startsWith('xmlns:')) prefixes.add(attribute.slice('xmlns:'.length));
        const strange = [name, ...Object.keys(attributes)].find(
          (each) => each.includes(':') && !prefixes.has(firstOf(each.split(':'))),
        );
        if (strange) fault ??= strange;
        words = '';
        if (name === 'entry' || name === 'item')
          feed.entries.push(
            (entry = {
              id: undefined,
              opaqueId: name === 'entry',
              language: attributes['xml:lang'],
              dates: [],
              addresses: [],
              refused: [],
              files: [],
            }),
          );
        if (name === 'feed') feed.language = attributes['xml:lang'];
        if (!entry && name.endsWith('link') && attributes.rel === 'self')
          feed.self = attributes.href;
        if (entry && name === 'guid') entry.opaqueId = attributes.isPermaLink === 'false';
        if (entry && (name === 'enclosure' || attributes.rel === 'enclosure'))
          entry.files.push({
            address: attributes.url ?? attributes.href ?? '',
            type: attributes.type ?? '',
            length: attributes.length ?? '',
          });
      },
      text: (part) => void (words += part),
      closed(name, unended) {
        if (unended) fault ??= `<${name}>`;
        if (entry && (name === 'content' || name === 'content:encoded'))
          Object.assign(entry, read(words));
        else if (entry) fillEntry(entry, name, words);
        else if (name === 'language') feed.language = words;
        if (name === 'entry' || name === 'item') entry = undefined;
      },
    },
    'xml',
  );
  return fault ?? feed;
}

function fillEntry(entry: Making, name: string, words: string): void {
  if (name === 'id' || name === 'guid') entry.id = words;
  else if (['published', 'updated', 'pubDate', 'atom:updated'].includes(name))
    entry.dates.push(words);
  else if (name === 'dc:language') entry.language = words;
}
