import type { BuildCache, Task } from '#cache/build-cache.ts';
import { hashOf } from '#cache/hash.ts';
import type { Locale } from '#lang/locale.ts';
import type { GivenPaths, PathsFault } from '#mdx/mdx-task.ts';
import type { Endless, PathsFinder } from '#mdx/renderer.ts';
import type { CollectionName } from '#schema/collections.ts';
import { type Problem, type ProblemArguments, type ProblemId, problemAt } from '#schema/problem.ts';
import { reservedSlugs, urls } from '#site/urls.ts';
import { collectionDigest, collectionNames, collectionOf } from './collections.ts';
import type { ContentSnapshot } from './snapshot.ts';
import type { Theme } from './theme.ts';
import { addressPart, type OwnPage, type ThemePage } from './theme-pages.ts';

/** What the addresses of all dynamic pages were, and from which collections they were made. */
type Found = { readonly given: ReadonlyArray<GivenPaths | PathsFault> } | Endless;

const finding: Task<Found> = { kind: 'own pages' };

interface Route {
  readonly page: ThemePage;
  readonly locale: Locale;
  readonly pattern: string;
}

/**
 * Finds the addresses of all pages of a theme. `getStaticPaths` of dynamic pages is run again when a collection that
 * it asked has changed.
 * @param snapshot its collections are what `getStaticPaths` sees: public entries only, except in a preview
 */
export async function ownPages(
  snapshot: ContentSnapshot,
  { pages, digest }: Pick<Theme, 'pages' | 'digest'>,
  finder: PathsFinder,
  cache: BuildCache,
): Promise<{ pages: OwnPage[]; problems: Problem[] }> {
  const { locales } = snapshot.model.site;
  const fixed = pages
    .filter(({ isDynamic }) => !isDynamic)
    .flatMap(({ name, title, inNavigation }) =>
      locales.map((locale): OwnPage => ({
        locale,
        path: name,
        title: title?.[locale] ?? name,
        linkedFrom: inNavigation ? 'navigation' : 'footer',
        isPermanent: true,
      })),
    );
  const routes = pages
    .filter(({ isDynamic }) => isDynamic)
    .flatMap((page) =>
      locales.map((locale): Route => ({
        page,
        locale,
        pattern: urls.page(locale, page.name).slice(0, -1),
      })),
    );
  if (routes.length === 0) return { pages: fixed, problems: [] };
  const found = await cache.asking(
    finding,
    'theme',
    hashOf([digest, locales]),
    (name) => collectionDigest(snapshot, name as CollectionName),
    async (record) => {
      const answer = await finder.paths({
        routes: routes.map(({ page, pattern }) => ({ file: page.file, pattern })),
        collections: new Map(
          collectionNames.map((name) => [
            name,
            [...collectionOf(snapshot, name).values()].map(({ id, data }) => ({ id, data })),
          ]),
        ),
      });
      if ('fault' in answer) return answer;
      for (const name of answer.asked)
        if ((collectionNames as string[]).includes(name))
          record(name, collectionDigest(snapshot, name as CollectionName));
      return { given: answer.given };
    },
  );
  return checked(snapshot, fixed, routes, found);
}

function checked(
  { model }: ContentSnapshot,
  fixed: readonly OwnPage[],
  routes: readonly Route[],
  found: Found,
): { pages: OwnPage[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const taken = new Set([
    ...fixed.map(({ locale, path }) => `${locale}/${path}`),
    ...model.pages.flatMap(({ slug }) => model.site.locales.map((locale) => `${locale}/${slug}`)),
  ]);
  const pages = routes.flatMap(({ page, locale }, index): OwnPage[] => {
    const say = <Id extends ProblemId>(id: Id, ...params: ProblemArguments<Id>): OwnPage[] => {
      const problem = problemAt(id, { file: page.source, line: page.line }, ...params);
      // A page mostly has the same fault in every language.
      if (!problems.some((other) => hashOf(other) === hashOf(problem))) problems.push(problem);
      return [];
    };
    if ('fault' in found) return say('theme-paths-endless', { seconds: String(found.seconds) });
    const given = found.given[index];
    if (!given || 'fault' in given) return sayFault(given, page.name, say);
    return given.paths.flatMap(({ path: whole, isFurther, ...props }): OwnPage[] => {
      const path = whole.slice(locale.length + 1);
      const [first = ''] = path.split('/');
      const address = `/${whole}/`;
      if (path !== '' && !path.split('/').every((part) => addressPart.test(part)))
        return say('theme-path', { address });
      if (path === '' || reservedSlugs.has(first) || taken.has(whole))
        return say('theme-path-taken', { address });
      taken.add(whole);
      const title = props.title ?? page.title?.[locale];
      if (title === undefined)
        return say('theme-path-title', { address, example: "props: { title: '…' }" });
      const inNavigation = props.inNavigation ?? page.inNavigation;
      return [
        {
          ...{ locale, path, title },
          linkedFrom: inNavigation && !isFurther ? 'navigation' : undefined,
          isPermanent: !isFurther,
        },
      ];
    });
  });
  return { pages: [...fixed, ...pages], problems };
}

function sayFault(
  fault: PathsFault | undefined,
  name: string,
  say: <Id extends ProblemId>(id: Id, ...params: ProblemArguments<Id>) => OwnPage[],
): OwnPage[] {
  if (fault?.fault === 'throws') {
    const { detail, place } = fault;
    return say('theme-paths-throws', { detail, place: place || name });
  }
  const params = [...name.matchAll(/\[(?:\.{3})?(?<name>\w+)\]/gu)].map(
    ({ groups }) => `${groups?.name}: '…'`,
  );
  const list = `[{ params: { ${params.join(', ')} }, props: { title: '…' } }]`;
  return fault?.fault === 'form'
    ? say('theme-paths-form', { example: list })
    : say('theme-paths-missing', {
        example: `export async function getStaticPaths() { return ${list}; }`,
      });
}
