import { contentType } from '#outputs/headers.ts';
import { absolute } from '#site/urls.ts';
import type { EntryInFeed, FeedDocument } from '#checks/readers/feed-document.ts';
import type { FinishedRuleContext, UnplacedFinding, Rule } from '#checks/rule.ts';

/** Feeds do what programs expect of them. These are the mistakes that aggregators meet most: W3C feed validator's list and the faults of well-known sites. */
export const feeds: Rule = {
  name: 'feeds',
  severity: 'error',
  find: (checked) =>
    [...checked.output.feeds].flatMap(([path, feed]) => {
      const fault = (
        id: UnplacedFinding['id'],
        params: UnplacedFinding['params'],
        needle?: string,
      ): UnplacedFinding => ({
        id,
        page: { path },
        needle,
        params: { feed: path, ...params },
      });
      if (typeof feed === 'string') return [fault('feed-broken', { detail: feed })];
      return [
        ...documentMistakes(checked, path, feed),
        ...feed.entries.flatMap((entry) =>
          [...entryMistakes(checked, path, entry), ...contentMistakes(checked, entry)].map(
            (mistake) => ({ ...mistake, params: { entry: entry.id ?? '', ...mistake.params } }),
          ),
        ),
      ].map(({ id, params, needle }) => fault(id, params, needle));
    }),
};

type Mistake = Pick<UnplacedFinding, 'id' | 'params' | 'needle'>;

function documentMistakes(
  { snapshot }: FinishedRuleContext,
  path: string,
  { self, language, entries }: FeedDocument,
): Mistake[] {
  const expected = path.split('/')[1]!;
  const ids = entries.map(({ id }) => id);
  return [
    ...(self === absolute(snapshot.model.site, path)
      ? []
      : [{ id: 'feed-self' as const, params: { address: self ?? '' } }]),
    ...[...new Set([language, ...entries.map((entry) => entry.language)])]
      .filter((lang) => lang !== expected)
      .map((lang) => ({ id: 'feed-language' as const, params: { lang: lang ?? '', expected } })),
    ...ids
      .filter((id, index) => !id || ids.indexOf(id) !== index)
      .map((id) => ({ id: 'feed-id' as const, params: { entry: id ?? '' } })),
  ];
}

/** RFC 3339, as Atom and JSON Feed have it; RFC 822 with its English names, as RSS has it. */
const dates =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$|^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (?:GMT|[+-]\d{4})$/u;

function entryMistakes(
  { snapshot, output }: FinishedRuleContext,
  path: string,
  { id, opaqueId, dates: written, files }: EntryInFeed,
): Mistake[] {
  const isWrong = (date: string) =>
    !dates.test(date) || (new Date(date) > snapshot.now && !snapshot.preview);
  const wrongFile = ({ address, type, length }: EntryInFeed['files'][number]) => {
    const target = output.resolve(address, path);
    return (
      target.to !== 'file' ||
      String(output.files.get(target.file)) !== length ||
      contentType(target.file).split(';')[0] !== type
    );
  };
  return [
    ...(opaqueId || URL.canParse(id ?? '') ? [] : [{ id: 'feed-id' as const, params: {} }]),
    ...(written.length === 2 ? written.filter(isWrong) : [written.join(', ')]).map((value) => ({
      id: 'feed-date' as const,
      params: { value },
    })),
    ...files
      .filter(wrongFile)
      .map(({ address }) => ({ id: 'feed-file' as const, params: { address } })),
  ];
}

function contentMistakes(
  { output }: FinishedRuleContext,
  { addresses, refused }: EntryInFeed,
): Mistake[] {
  const isWrong = (address: string) =>
    !/^(?:https?:\/\/|mailto:|tel:)/iu.test(address) ||
    output.resolve(address, '/').to === 'nothing';
  return [
    ...refused.map((markup) => ({ id: 'feed-markup' as const, params: { markup } })),
    ...addresses
      .filter(isWrong)
      .map((address) => ({ id: 'feed-address' as const, params: { address }, needle: address })),
  ];
}
