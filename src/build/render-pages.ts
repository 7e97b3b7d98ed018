import { join } from 'node:path';
import { hashOf } from '#cache/hash.ts';
import { urls } from '#site/urls.ts';
import { allPages } from '#views/all-pages.ts';
import { renderWithAstro } from './astro.ts';
import { programFolder } from '#cache/program.ts';
import { filesInFolder, reuse, type IncrementalBuild } from './incremental.ts';

/**
 * Makes the pages that show something else than before, and hands on the others. Where nothing has changed, Astro is not started.
 * @returns how many pages were made
 */
export async function renderPages(renewal: IncrementalBuild): Promise<number> {
  const { snapshot, ground, previous, states } = renewal;
  // Where nothing can be kept, what a page shows is noted when it is made: to look twice at ten thousand pages takes its time.
  const assets = previous.standsOn('pages', ground) ? previous.madeOf(ground.pages) : [];
  if (assets.length === 0) {
    let made = 0;
    const shown = (address: string, view: object) => {
      states.set(fileAt(address), hashOf(view));
      made++;
    };
    await render(renewal, { onPage: shown });
    return made;
  }
  const [once, wanted]: [string[], Set<string>] = [[], new Set()];
  for (const { address, view } of allPages(snapshot)) {
    const file = fileAt(address);
    const state = hashOf(view());
    states.set(file, state);
    if (!previous.has(file, state)) wanted.add(address);
    else if (thereOnce.has(address)) once.push(file);
    else reuse(renewal, file);
  }
  if (wanted.size > 0) await render(renewal, { isStale: (address) => wanted.has(address) });
  else {
    for (const file of [...once, ...assets]) reuse(renewal, file);
    for (const file of assets) states.set(file, ground.pages);
  }
  return wanted.size;
}

/** What Astro makes in any case: nothing may be handed on before. */
const thereOnce: ReadonlySet<string> = new Set([urls.root, urls.notFound]);

async function render(
  { snapshot, ground, folder, states, files }: IncrementalBuild,
  which: Omit<Parameters<typeof renderWithAstro>[0], 'snapshot'>,
): Promise<void> {
  await renderWithAstro({ snapshot, ...which }, folder, (address, bytes) =>
    files.write(fileAt(address), bytes),
  );
  await files.allWritten();
  for (const file of [
    ...filesInFolder(join(folder, '_astro')).map((name) => `/_astro${name}`),
    ...filesInFolder(join(programFolder, 'public')),
  ])
    states.set(file, ground.pages);
}

/** The file of the page at an address. */
function fileAt(address: string): string {
  return address === urls.notFound ? address : `${address.replace(/\/$/u, '')}/index.html`;
}
