import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { must } from '#lang/lookup.ts';
import type { Site } from '#site/model.ts';
import { underBase, urls } from '#site/urls.ts';

/**
 * Receives a finished page. The bytes are transferred: the caller can no longer use them.
 * @returns a promise that resolves when the next page can be taken
 */
export type OnPage = (address: string, bytes: ArrayBuffer) => Promise<void>;

/** Which pages to render, and what receives them. */
export interface CaptureOptions {
  /** Whether to render the page at an address; without it, every page is rendered. */
  isStale?(address: string): boolean;
  readonly take: OnPage;
}

/**
 * Makes Astro pass its pages to `take` instead of writing them. Making the folders and opening, writing and closing the
 * files takes a tenth of the main thread's time (bench/README.md).
 * @returns an integration for Astro, and `finish`: call it after the build; it throws the first error that `take` threw
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
        // After a failure, skip the other pages: Astro would render them in vain, and print a line for each.
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
        // Astro writes nothing for a response without a body.
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

/**
 * The paths of pages by the path in their request. The latter is percent-encoded, and old addresses may be written in
 * either form, so several paths can share a request.
 */
function byRequest(site: Pick<Site, 'base'>, paths: readonly string[]): Map<string, string[]> {
  return Map.groupBy(
    paths,
    (path) => new URL(underBase(site, slashed(path)), 'https://localhost').pathname,
  );
}

/**
 * The address of a page.
 * @param path in Astro's form: `/ru/archive`
 */
function addressOf(path: string): string {
  return path === '/404' ? urls.notFound : slashed(path);
}

function slashed(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}
