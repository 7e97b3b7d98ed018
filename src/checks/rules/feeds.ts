import type { Filled, PlaceholderTable } from '#lang/placeholders.ts';
import { contentType } from '#outputs/headers.ts';
import { absolute } from '#site/urls.ts';
import type { EntryInFeed, FeedDocument } from '#checks/readers/feed-document.ts';
import type { FindingOf, FinishedRuleContext, UnplacedFinding, Rule } from '#checks/rule.ts';

const sentences = {
  'feed-broken': ['feed', 'detail'],
  'feed-self': ['feed', 'address'],
  'feed-language': ['feed', 'lang', 'expected'],
  'feed-id': ['feed', 'entry'],
  'feed-date': ['feed', 'entry', 'value'],
  'feed-address': ['feed', 'entry', 'address'],
  'feed-markup': ['feed', 'entry', 'markup'],
  'feed-file': ['feed', 'entry', 'address'],
} as const satisfies PlaceholderTable;
type Found = FindingOf<typeof sentences>;

/**
 * Feeds have the form that programs expect. The mistakes are those that aggregators meet most often, from the list
 * of the W3C feed validator and from faults of well-known sites.
 */
export const feeds: Rule<Found> = {
  name: 'feeds',
  severity: 'error',
  sentences,
  find: (checked) =>
    [...checked.output.feeds].flatMap(([path, feed]) => {
      const mistakes: readonly Mistake[] =
        typeof feed === 'string'
          ? [{ id: 'feed-broken', params: { feed: path, detail: feed } }]
          : [
              ...documentMistakes(checked, path, feed),
              ...feed.entries.flatMap((entry) => [
                ...entryMistakes(checked, path, entry),
                ...contentMistakes(checked, path, entry),
              ]),
            ];
      return mistakes.map((mistake): Found => ({
        // The same entry is in many feeds, so what is wrong in it has one cause.
        cause: 'entry' in mistake.params ? causeInEntry(mistake) : undefined,
        ...mistake,
        page: { path },
      }));
    }),
};

type Mistake = Filled<typeof sentences> & Pick<UnplacedFinding, 'needle' | 'cause'>;

function causeInEntry({ id, params }: Mistake): string {
  const { feed: _, ...inEntry } = params;
  return JSON.stringify([id, inEntry]);
}

function documentMistakes(
  { snapshot }: FinishedRuleContext,
  feed: string,
  { self, language, entries }: FeedDocument,
): Mistake[] {
  const [, expected = ''] = feed.split('/');
  const ids = entries.map(({ id }) => id);
  return [
    ...(self === absolute(snapshot.model.site, feed)
      ? []
      : [{ id: 'feed-self' as const, params: { feed, address: self ?? '' } }]),
    ...[...new Set([language, ...entries.map((entry) => entry.language)])]
      .filter((lang) => lang !== expected)
      .map((lang) => ({
        id: 'feed-language' as const,
        params: { feed, lang: lang ?? '', expected },
      })),
    ...ids
      .filter((id, index) => !id || ids.indexOf(id) !== index)
      .map((id) => ({ id: 'feed-id' as const, params: { feed, entry: id ?? '' } })),
  ];
}

/** RFC 3339 for Atom and JSON Feed. RFC 822 with its English names for RSS. */
const dates =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$|^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (?:GMT|[+-]\d{4})$/u;

function entryMistakes(
  { snapshot, output }: FinishedRuleContext,
  feed: string,
  { id, opaqueId, dates: written, files }: EntryInFeed,
): Mistake[] {
  const of = { feed, entry: id ?? '' };
  const isWrong = (date: string) =>
    !dates.test(date) || (new Date(date) > snapshot.now && !snapshot.preview);
  const wrongFile = ({ address, type, length }: EntryInFeed['files'][number]) => {
    const target = output.resolve(address, feed);
    return (
      target.to !== 'file' ||
      String(output.files.get(target.file)) !== length ||
      contentType(target.file).split(';')[0] !== type
    );
  };
  return [
    ...(opaqueId || URL.canParse(id ?? '') ? [] : [{ id: 'feed-id' as const, params: of }]),
    ...(written.length === 2 ? written.filter(isWrong) : [written.join(', ')]).map((value) => ({
      id: 'feed-date' as const,
      params: { ...of, value },
    })),
    ...files
      .filter(wrongFile)
      .map(({ address }) => ({ id: 'feed-file' as const, params: { ...of, address } })),
  ];
}

function contentMistakes(
  { output }: FinishedRuleContext,
  feed: string,
  { id, addresses, refused }: EntryInFeed,
): Mistake[] {
  const of = { feed, entry: id ?? '' };
  const isWrong = (address: string) =>
    !/^(?:https?:\/\/|mailto:|tel:)/iu.test(address) ||
    output.resolve(address, '/').to === 'nothing';
  return [
    ...refused.map((markup) => ({ id: 'feed-markup' as const, params: { ...of, markup } })),
    ...addresses.filter(isWrong).map((address) => ({
      id: 'feed-address' as const,
      params: { ...of, address },
      needle: address,
      // A wrong link of a text is wrong on its page, too, and is reported there.
      cause: output.absolute(address, '/'),
    })),
  ];
}
