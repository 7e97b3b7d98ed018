import type { AstroPrerenderer, PathWithRoute } from 'astro';
import { expect, test } from 'vitest';
import { type CaptureOptions, capturePages } from '#build/capture-pages.ts';

/** A stand-in for Astro's own prerenderer of some paths, with our prerenderer around it. */
function standIn(paths: readonly string[], options: CaptureOptions) {
  const rendered: string[] = [];
  const standard: AstroPrerenderer = {
    name: 'standard',
    getStaticPaths: async () => paths.map((pathname) => ({ pathname }) as PathWithRoute),
    async render({ url }) {
      rendered.push(url);
      return new Response(`<p>${url}</p>`);
    },
  };
  const { integration, finish } = capturePages({ base: '/press/' }, options);
  let ours: AstroPrerenderer | undefined;
  const setPrerenderer = (make: (standard: AstroPrerenderer) => AstroPrerenderer) =>
    (ours = make(standard));
  void integration.hooks['astro:build:start']!({ setPrerenderer } as unknown as Parameters<
    NonNullable<(typeof integration)['hooks']['astro:build:start']>
  >[0]);
  const render = async (url: string) =>
    (await ours!.render(new Request(url), { routeData: {} as PathWithRoute['route'] })) as Response;
  return { rendered, finish, getStaticPaths: () => ours!.getStaticPaths(), render };
}

test('pages are handed over by their addresses, and Astro is left nothing to write', async () => {
  const taken: Array<[string, string]> = [];
  const { getStaticPaths, render, finish } = standIn(
    ['/', '/404', '/ru/archive', '/ru/жаңалық', '/ru/%D0%B6'],
    { take: async (address, bytes) => void taken.push([address, Buffer.from(bytes).toString()]) },
  );
  await getStaticPaths();
  const requests = [
    'https://x/press/',
    'https://x/press/404/',
    'https://x/press/ru/archive/',
    'https://x/press/ru/%D0%B6%D0%B0%D2%A3%D0%B0%D0%BB%D1%8B%D2%9B/',
    'https://x/press/ru/%D0%B6/',
  ];
  const bodies = await Promise.all(requests.map(async (url) => (await render(url)).body));
  expect(bodies).toEqual(requests.map(() => null));
  expect(taken).toEqual(
    ['/', '/404.html', '/ru/archive/', '/ru/жаңалық/', '/ru/%D0%B6/'].map((address, index) => [
      address,
      `<p>${requests[index]}</p>`,
    ]),
  );
  expect(finish).not.toThrow();
});

test('what cannot be taken ends the work, and is told once', async () => {
  const { getStaticPaths, render, finish, rendered } = standIn(['/a', '/b'], {
    take: async () => {
      throw new Error('The disk is full.');
    },
  });
  await getStaticPaths();
  await render('https://x/press/a/');
  await render('https://x/press/b/');
  expect(rendered).toEqual(['https://x/press/a/']);
  expect(finish).toThrow('The disk is full.');
});

test('of pages that are still as they were, Astro hears nothing', async () => {
  const asked: string[] = [];
  const { getStaticPaths } = standIn(['/', '/404', '/ru/archive'], {
    isStale: (address) => (asked.push(address), address === '/404.html'),
    take: async () => {},
  });
  expect((await getStaticPaths()).map(({ pathname }) => pathname)).toEqual(['/404']);
  expect(asked).toEqual(['/', '/404.html', '/ru/archive/']);
});
