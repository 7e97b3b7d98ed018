import { contentType } from '#outputs/headers.ts';
import { absolute } from '#site/urls.ts';
import { type EntryInFeed, type FeedDocument, isFeed, readFeed } from './feed-document.ts';
import { readMarkup } from './markup.ts';
import type { Checked, Fault, Rule } from './rule.ts';

/** Feeds do what programs expect of them. These are the mistakes that aggregators meet most: W3C feed validator's list and the faults of well-known sites. */
export const feeds: Rule = {
  name: 'feeds',
  severity: 'error',
  find(checked) {
    // A text stands in many feeds: what is wrong with it is looked up once.
    const known = new Map<string, Mistake[]>();
    return checked.output.files.filter(isFeed).flatMap((path) => {
      const feed = readFeed(path, checked.output.text(path));
      const fault = (id: Fault['id'], params: Fault['params'], needle?: string): Fault => ({ id, page: { path }, needle, params: { feed: path, ...params } });
      if (typeof feed === 'string') return [fault('feed-broken', { detail: feed })];
      return [
        ...documentMistakes(checked, path, feed),
        ...feed.entries.flatMap((entry) => [...entryMistakes(checked, path, entry), ...contentMistakes(checked, entry, known)].map((mistake) => ({ ...mistake, params: { entry: entry.id ?? '', ...mistake.params } }))),
      ].map(({ id, params, needle }) => fault(id, params, needle));
    });
  },
};

type Mistake = Pick<Fault, 'id' | 'params' | 'needle'>;

function documentMistakes({ edition }: Checked, path: string, { self, language, entries }: FeedDocument): Mistake[] {
  const expected = path.split('/')[1]!;
  const ids = entries.map(({ id }) => id);
  return [
    ...(self === absolute(edition.model.site, path) ? [] : [{ id: 'feed-self' as const, params: { address: self ?? '' } }]),
    ...[...new Set([language, ...entries.map((entry) => entry.language)])].filter((lang) => lang !== expected).map((lang) => ({ id: 'feed-language' as const, params: { lang: lang ?? '', expected } })),
    ...ids.filter((id, index) => !id || ids.indexOf(id) !== index).map((id) => ({ id: 'feed-id' as const, params: { entry: id ?? '' } })),
  ];
}

/** RFC 3339, as Atom and JSON Feed have it; RFC 822 with its English names, as RSS has it. */
const dates = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$|^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (?:GMT|[+-]\d{4})$/u;

function entryMistakes({ edition, output }: Checked, path: string, { id, opaqueId, dates: written, files }: EntryInFeed): Mistake[] {
  const isWrong = (date: string) => !dates.test(date) || (new Date(date) > edition.now && !edition.preview);
  const wrongFile = ({ address, type, length }: EntryInFeed['files'][number]) => {
    const target = output.resolve(address, path);
    return target.to !== 'file' || String(output.size(target.file)) !== length || contentType(target.file).split(';')[0] !== type;
  };
  return [
    ...(opaqueId || URL.canParse(id ?? '') ? [] : [{ id: 'feed-id' as const, params: {} }]),
    ...(written.length === 2 ? written.filter(isWrong) : [written.join(', ')]).map((value) => ({ id: 'feed-date' as const, params: { value } })),
    ...files.filter(wrongFile).map(({ address }) => ({ id: 'feed-file' as const, params: { address } })),
  ];
}

/** Elements that feed readers strip or that make them refuse the whole entry. */
const refused = /^(?:script|style|object|embed|iframe|form|meta|link|base|svg|noscript)$/u;

function contentMistakes({ output }: Checked, { content }: EntryInFeed, known: Map<string, Mistake[]>): Mistake[] {
  const found = known.get(content);
  if (found) return found;
  const mistakes: Mistake[] = [];
  known.set(content, mistakes);
  readMarkup(content, {
    opened(name, attributes) {
      if (refused.test(name)) mistakes.push({ id: 'feed-markup', params: { markup: name } });
      for (const attribute of Object.keys(attributes)) if (/^(?:style|class|on\w+|srcset)$/u.test(attribute)) mistakes.push({ id: 'feed-markup', params: { markup: attribute } });
      for (const address of [attributes.href, attributes.src, attributes.poster].filter((each) => each !== undefined)) {
        if (!/^(?:https?:\/\/|mailto:|tel:)/iu.test(address) || output.resolve(address, '/').to === 'nothing') mistakes.push({ id: 'feed-address', params: { address }, needle: address });
      }
    },
  });
  return mistakes;
}
