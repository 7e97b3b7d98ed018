import { feedReader, isFeed } from '#checks/readers/feed-document.ts';
import { makeOutput, type SiteOutput } from '#checks/readers/output.ts';
import { readPage } from '#checks/readers/read-page.ts';
import type { FinishedRuleContext, UnplacedFinding, Rule } from '#checks/rule.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { noSources } from '#site/sources.ts';

const site = { origin: 'https://example.org', base: '/press/', locales: ['kk', 'ru'] };
const strings = new Map([
  ['kk', { dir: 'ltr' }],
  ['ru', { dir: 'ltr' }],
]);

/** A finished site in memory: the HTML of its pages by path, and the paths of other files, or what these say. */
export function outputOf(
  pages: Readonly<Record<string, string>>,
  files: readonly string[] | Readonly<Record<string, string>> = [],
): SiteOutput {
  const texts = Array.isArray(files)
    ? Object.fromEntries((files as string[]).map((file) => [file, '']))
    : (files as Readonly<Record<string, string>>);
  const readFeed = feedReader();
  const feeds = Object.entries(texts).flatMap(([path, text]) =>
    isFeed(path) ? [[path, readFeed(path, text)] as const] : [],
  );
  const read = {
    pages: Object.entries(pages).map(([path, html]) => readPage(path, html)),
    feeds: new Map(feeds),
    files: new Map(Object.entries(texts).map(([path, text]) => [path, Buffer.byteLength(text)])),
    text: (file: string) => texts[file]!,
  };
  return makeOutput(read, site);
}

/** What a rule finds: page, id and params of each fault. */
export function findings(
  rule: Rule,
  pages: Readonly<Record<string, string>>,
  files?: Parameters<typeof outputOf>[1],
): Array<{ on: string } & Pick<UnplacedFinding, 'id' | 'params'>> {
  const snapshot = {
    model: {
      ...{ site, strings, moved: new Map(), announcements: [] },
      pages: [{ slug: 'plan', texts: { ru: {} } }],
    },
    ownPages: [],
    now: new Date('2026-02-01T00:00:00Z'),
    preview: false,
  } as unknown as Snapshot;
  const checked: FinishedRuleContext = {
    snapshot,
    output: outputOf(pages, files),
    sources: noSources,
    attachments: new Map(),
    unread: new Map(),
  };
  return rule.find!(checked).map(({ page, id, params }) => ({ on: page!.path, id, params }));
}
