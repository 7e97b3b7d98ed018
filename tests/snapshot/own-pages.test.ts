import { describe, expect, test } from 'vitest';
import { createBuildCache } from '#cache/build-cache.ts';
import { createClock } from '#clock.ts';
import type { GivenPaths, PathsAnswer, PathsFault, PathsQuestion } from '#mdx/mdx-task.ts';
import type { Endless } from '#mdx/renderer.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { ownPages } from '#snapshot/own-pages.ts';
import type { ThemePage } from '#snapshot/theme-pages.ts';

const { snapshot } = await makeSnapshot({
  folder: 'tests/fixtures/base-path',
  clock: createClock(new Date('2026-06-01T12:00:00+05:00')),
});

const page = (name: string, more: Partial<ThemePage> = {}): ThemePage => ({
  name,
  file: `/copy/pages/${name}.astro`,
  source: `../theme/pages/${name}.astro`,
  isDynamic: name.includes('['),
  line: 5,
  title: name.includes('[') ? undefined : { kk: 'А', ru: 'Б' },
  inNavigation: false,
  ...more,
});

type Given = GivenPaths['paths'][number];
const given = (path: string, more: Partial<Given> = {}): Given => ({
  ...{ path, isFurther: false, title: 'Т' },
  ...more,
});

/** The pages of a theme whose dynamic pages give the same answer in each language. */
async function pagesOf(
  pages: readonly ThemePage[],
  answer: (locale: string) => GivenPaths | PathsFault | Endless = () => ({ paths: [] }),
  cache = createBuildCache(),
) {
  const asked: PathsQuestion[] = [];
  const found = await ownPages(
    snapshot,
    { pages, digest: 'd' },
    {
      paths: (question): Promise<PathsAnswer | Endless> => {
        asked.push(question);
        const answers = question.routes.map(({ pattern }) => answer(pattern.split('/')[1]!));
        const endless = answers.find(
          (each): each is Endless => 'fault' in each && each.fault === 'component-endless',
        );
        return Promise.resolve(
          endless ?? { given: answers as Array<GivenPaths | PathsFault>, asked: ['topics'] },
        );
      },
    },
    cache,
  );
  return { ...found, asked };
}

test('a page without parameters is there in every language, and nothing is run for it', async () => {
  const { pages, problems, asked } = await pagesOf([
    page('statistics', { inNavigation: true }),
    page('map'),
  ]);
  expect(problems).toEqual([]);
  expect(asked).toEqual([]);
  expect(pages).toEqual([
    ...['kk', 'ru'].map((locale) => ({
      ...{ locale, path: 'statistics', title: locale === 'kk' ? 'А' : 'Б' },
      ...{ linkedFrom: 'navigation', isPermanent: true },
    })),
    ...['kk', 'ru'].map((locale) => ({
      ...{ locale, path: 'map', title: locale === 'kk' ? 'А' : 'Б' },
      ...{ linkedFrom: 'footer', isPermanent: true },
    })),
  ]);
});

describe('a dynamic page', () => {
  test('is at the addresses that it gives, which may differ by language', async () => {
    const { pages, problems, asked } = await pagesOf(
      [page('routes/[id]', { title: { kk: 'К', ru: 'Р' } })],
      (locale) => ({
        paths: [
          given(`${locale}/routes`, { inNavigation: true }),
          ...(locale === 'ru' ? [given('ru/routes/7', { title: 'Седьмой' })] : []),
          { path: `${locale}/routes/2`, isFurther: true, inNavigation: true },
        ],
      }),
    );
    expect(problems).toEqual([]);
    expect(pages.map(Object.values)).toEqual([
      ['kk', 'routes', 'Т', 'navigation', true],
      ['kk', 'routes/2', 'К', undefined, false],
      ['ru', 'routes', 'Т', 'navigation', true],
      ['ru', 'routes/7', 'Седьмой', undefined, true],
      ['ru', 'routes/2', 'Р', undefined, false],
    ]);
    expect(asked[0]?.routes.map(({ pattern }) => pattern)).toEqual([
      '/kk/routes/[id]',
      '/ru/routes/[id]',
    ]);
  });

  test('sees every collection, and no body', async () => {
    const { asked } = await pagesOf([page('[id]')]);
    const { collections } = asked[0]!;
    expect([...collections.keys()].sort()).toEqual([
      ...['announcements', 'divisions', 'pages', 'people', 'site', 'topics'],
    ]);
    expect(collections.get('announcements')?.length).toBeGreaterThan(0);
    for (const entry of [...collections.values()].flat())
      expect(Object.keys(entry)).toEqual(['id', 'data']);
  });

  test('is not run again while the collections that it asked stay the same', async () => {
    const cache = createBuildCache();
    const one = [page('routes/[id]')];
    const answer = () => ({ paths: [] });
    expect((await pagesOf(one, answer, cache)).asked).toHaveLength(1);
    cache.nextBuild();
    expect((await pagesOf(one, answer, cache)).asked).toHaveLength(0);
  });
});

const missing =
  "export async function getStaticPaths() { return [{ params: { id: '…' }, props: { title: '…' } }]; }";
const list = "[{ params: { id: '…' }, props: { title: '…' } }]";

test.each<[what: string, answer: GivenPaths | PathsFault | Endless, id: string, params: object]>([
  ['without the function', { fault: 'missing' }, 'theme-paths-missing', { example: missing }],
  ['whose function gives no list', { fault: 'form' }, 'theme-paths-form', { example: list }],
  [
    'whose function throws',
    { fault: 'throws', place: 'pages/routes/[id].astro:4', detail: 'x is not defined' },
    'theme-paths-throws',
    { place: 'pages/routes/[id].astro:4', detail: 'x is not defined' },
  ],
  [
    'whose function does not end',
    { fault: 'component-endless', seconds: 10 },
    'theme-paths-endless',
    { seconds: '10' },
  ],
  [
    'at an address with capitals',
    { paths: [given('ru/routes/A')] },
    'theme-path',
    { address: '/ru/routes/A/' },
  ],
  [
    'at an address with letters of another alphabet',
    { paths: [given('ru/маршрут')] },
    'theme-path',
    { address: '/ru/маршрут/' },
  ],
  ['at the home page', { paths: [given('ru')] }, 'theme-path-taken', { address: '/ru/' }],
  [
    'at an address of ours',
    { paths: [given('ru/archive/2026')] },
    'theme-path-taken',
    { address: '/ru/archive/2026/' },
  ],
  [
    'at the address of a standing page',
    { paths: [given('ru/about')] },
    'theme-path-taken',
    { address: '/ru/about/' },
  ],
  [
    'at the address of another page of the theme',
    { paths: [given('ru/map')] },
    'theme-path-taken',
    { address: '/ru/map/' },
  ],
  [
    'twice at one address',
    { paths: [given('ru/x'), given('ru/x')] },
    'theme-path-taken',
    { address: '/ru/x/' },
  ],
  [
    'without a title',
    { paths: [{ path: 'ru/x', isFurther: false }] },
    'theme-path-title',
    { address: '/ru/x/', example: "props: { title: '…' }" },
  ],
])('a page %s is a problem with its line, once', async (_, answer, id, params) => {
  const forRussian = (locale: string) =>
    'paths' in answer && locale === 'kk' ? { paths: [] } : answer;
  const { problems } = await pagesOf([page('map'), page('routes/[id]')], forRussian);
  expect(problems).toEqual([{ id, file: '../theme/pages/routes/[id].astro', line: 5, params }]);
});
