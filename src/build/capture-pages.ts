import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { must } from '#lang/lookup.ts';
import type { Site } from '#site/model.ts';
import { underBase, urls } from '#site/urls.ts';

/** Takes a finished page, by its address; the bytes are given away.
 * @returns when it can take the next */
export type OnPage = (address: string, bytes: ArrayBuffer) => Promise<void>;

export interface CaptureOptions {
  /** Whether the page at an address is to be made; without it, every page. */
  isStale?(address: string): boolean;
  readonly take: OnPage;
}

/**
 * Has Astro hand over its pages instead of writing them: to make their folders, to open, write and close their files takes a tenth of
 * the main thread's time (bench/README.md).
 * @returns an integration for Astro, and what is to be asked when its build has ended: it throws what `take` has thrown
 */
export function capturePages(
  site: Pick<Site, 'base'>,
  { isStale, take }: CaptureOptions,
): { integration: AstroIntegration; finish(): void } {
  let failure: { readonly error: unknown } | undefined;
  const instead = (standard: AstroPrerenderer): AstroPrerenderer => {
    let paths: ReadonlyMap<string, string[]> = new Map();
    return {
      ...standard,
      name: 'jarshy',
      async getStaticPaths() {
        const all = await standard.getStaticPaths();
        const found = isStale ? all.filter(({ pathname }) => isStale(addressOf(pathname))) : all;
        paths = byRequest(
          site,
          found.map(({ pathname }) => pathname),
        );
        return found;
      },
      async render(request, options) {
        // Astro would make all the other pages in vain, and tell of each.
        if (failure) return new Response();
        const rendered = await standard.render(request, options);
        const response = rendered instanceof Response ? rendered : rendered.response;
        try {
          await take(
            addressOf(must(paths.get(new URL(request.url).pathname)?.shift(), 'address of a page')),
            await response.arrayBuffer(),
          );
        } catch (error) {
          failure ??= { error };
        }
        // Of a page without a body Astro writes nothing.
        return new Response();
      },
    };
  };
  return {
    integration: {
      name: 'jarshy',
      hooks: { 'astro:build:start': ({ setPrerenderer }) => setPrerenderer(instead) },
    },
    finish() {
      if (failure) throw failure.error;
    },
  };
}

/** The paths of pages by those in their requests, which are encoded: old addresses may be written in either way. */
function byRequest(site: Pick<Site, 'base'>, paths: readonly string[]): Map<string, string[]> {
  return Map.groupBy(
    paths,
    (path) => new URL(underBase(site, slashed(path)), 'https://localhost').pathname,
  );
}

/** @param path as Astro has it: `/ru/archive` */
function addressOf(path: string): string {
  return path === '/404' ? urls.notFound : slashed(path);
}

function slashed(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}
