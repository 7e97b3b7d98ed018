import { hashOf } from '#cache/hash.ts';
import { urls } from '#site/urls.ts';
import { allPages } from '#views/all-pages.ts';
import type { BuildContext } from '#snapshot/build-context.ts';
import { renderWithAstro } from './astro.ts';
import type { CaptureOptions } from './capture-pages.ts';
import { keyWithAlerts, renderedKey, withAlerts, withOtherAlerts } from './fill-alert-slots.ts';
import { reuse, type IncrementalBuild, vacate } from './incremental.ts';

/**
 * Renders the pages whose content has changed, and reuses the others. If none has changed, Astro is not started. Where
 * only the warnings in force have changed, the previous page gets the new ones.
 * @returns how many pages were rendered
 */
export async function renderPages(build: IncrementalBuild): Promise<number> {
  const { snapshot, pagesKey, previous, keys, output } = build;
  const keyOf = (viewHash: string) => hashOf([pagesKey, viewHash]);
  const assets = previous.filesWithKey(pagesKey);
  if (assets.length === 0) {
    // No page can be reused, so each view is hashed when its page is rendered. Creating ten thousand views twice would
    // take too long.
    let rendered = 0;
    const onPage = (address: string, viewHash: string) => {
      keys.set(fileAt(address), keyWithAlerts(snapshot, keyOf(viewHash), address));
      rendered++;
    };
    await render(build, { onPage });
    return rendered;
  }
  const stale = new Set<string>();
  for (const { address, view } of allPages(snapshot)) {
    const file = fileAt(address);
    const rendered = keyOf(hashOf(view()));
    const key = keyWithAlerts(snapshot, rendered, address);
    const before = previous.keyOf(file);
    keys.set(file, key);
    if (before === key) reuse(build, file);
    else if (before !== undefined && renderedKey(before) === rendered) {
      const page = withOtherAlerts(snapshot, address, previous.pathOf(file));
      vacate(build, file);
      await output.write(file, page);
    } else stale.add(file);
  }
  await output.allWritten();
  if (stale.size > 0) await render(build, { isStale: (address) => stale.has(fileAt(address)) });
  else {
    for (const file of assets) {
      reuse(build, file);
      keys.set(file, pagesKey);
    }
  }
  return stale.size;
}

async function render(
  build: IncrementalBuild,
  { isStale, onPage }: Pick<CaptureOptions, 'isStale'> & Pick<BuildContext, 'onPage'>,
): Promise<void> {
  const { snapshot, pagesKey, folder, keys, output } = build;
  const assets = await renderWithAstro({ snapshot, ...(onPage && { onPage }) }, folder, {
    ...(isStale && { isStale }),
    take(address, bytes) {
      vacate(build, fileAt(address));
      return output.write(fileAt(address), withAlerts(snapshot, address, bytes));
    },
  });
  await output.allWritten();
  for (const file of assets) keys.set(file, pagesKey);
}

/** The file of the page at an address. */
function fileAt(address: string): string {
  return address === urls.notFound ? address : `${address.replace(/\/$/u, '')}/index.html`;
}
