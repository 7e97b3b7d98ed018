import { expect, test } from 'vitest';
import { staticPaths } from '#mdx/static-paths.ts';

const of = (pattern: string, given: unknown) =>
  staticPaths({ getStaticPaths: () => given }, pattern);

test('a page without the function is told apart', async () =>
  expect(await staticPaths({}, '/ru/[id]')).toEqual({ fault: 'missing' }));

test.each<[pattern: string, params: object, path: string]>([
  ['/ru/routes/[id]', { id: '7' }, 'ru/routes/7'],
  ['/ru/routes/[...path]', { path: undefined }, 'ru/routes'],
  ['/ru/routes/[...path]', {}, 'ru/routes'],
  ['/ru/routes/[...path]', { path: 'a/b' }, 'ru/routes/a/b'],
  ['/ru/[from]-[to]/[id]', { from: 'a', to: 'b', id: 'c' }, 'ru/a-b/c'],
])('%s with %o', async (pattern, params, path) =>
  expect(await of(pattern, [{ params }])).toEqual({ paths: [{ path, isFurther: false }] }),
);

test.each([
  ['no list', {}],
  ['nothing', undefined],
  ['a list in a list', [[{ params: { id: '7' } }]]],
  ['an entry that is nothing', [null]],
  ['no parameters', [{}]],
  ['no value for a parameter', [{ params: { other: '7' } }]],
  ['a number', [{ params: { id: 7 } }]],
])('%s is no list of addresses', async (_, given) =>
  expect(await of('/ru/[id]', given)).toEqual({ fault: 'form' }),
);

test('title and place in the navigation come from the props', async () => {
  const params = { id: 'a' };
  const given = [
    { params, props: { title: 'А', inNavigation: true } },
    { params, props: { title: 7, inNavigation: 'yes' } },
    { params, props: { title: ' ' } },
  ];
  expect(await of('/ru/[id]', given)).toEqual({
    paths: [
      { path: 'ru/a', isFurther: false, title: 'А', inNavigation: true },
      { path: 'ru/a', isFurther: false },
      { path: 'ru/a', isFurther: false },
    ],
  });
});

type Paginate = (data: readonly number[], options?: object) => unknown;

test.each([
  ['/ru/list/[...page]', ['ru/list', 'ru/list/2', 'ru/list/3']],
  ['/ru/list/[page]', ['ru/list/1', 'ru/list/2', 'ru/list/3']],
])('the pages of a list at %s; only the first is for ever', async (pattern, paths) => {
  const getStaticPaths = ({ paginate }: { paginate: Paginate }) =>
    paginate([1, 2, 3, 4, 5], { pageSize: 2, props: { title: 'Л' } });
  expect(await staticPaths({ getStaticPaths }, pattern)).toEqual({
    paths: paths.map((path, index) => ({ path, isFurther: index > 0, title: 'Л' })),
  });
});

test('the function is told the pattern, and may take its time', async () => {
  const getStaticPaths = async ({ routePattern }: { routePattern: string }) =>
    Promise.resolve([{ params: { id: routePattern.split('/')[1] } }]);
  expect(await staticPaths({ getStaticPaths }, '/kk/[id]')).toEqual({
    paths: [{ path: 'kk/kk', isFurther: false }],
  });
});
