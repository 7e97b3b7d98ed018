import { join } from 'node:path';
import { digestOf } from '#cache/hash.ts';
import { urls } from '#site/urls.ts';
import { pagesOf } from '#views/all-pages.ts';
import { renderPages } from './astro.ts';
import { programFolder } from '#cache/program.ts';
import { filesIn, keep, type Renewal } from './incremental.ts';

/**
 * Makes the pages that show something else than before, and hands on the others. Where nothing has changed, Astro is not started.
 * @returns how many pages were made
 */
export async function renewPages(renewal: Renewal): Promise<number> {
  const { edition, ground, previous, states } = renewal;
  // Where nothing can be kept, what a page shows is noted when it is made: to look twice at ten thousand pages takes its time.
  const assets = previous.standsOn('pages', ground) ? previous.madeOf(ground.pages) : [];
  if (assets.length === 0) {
    let made = 0;
    const shown = (address: string, view: object) => {
      states.set(fileAt(address), digestOf(view));
      made++;
    };
    await render(renewal, { shown });
    return made;
  }
  const [once, wanted]: [string[], Set<string>] = [[], new Set()];
  for (const { address, view } of pagesOf(edition)) {
    const file = fileAt(address);
    const state = digestOf(view());
    states.set(file, state);
    if (!previous.has(file, state)) wanted.add(address);
    else if (thereOnce.has(address)) once.push(file);
    else keep(renewal, file);
  }
  if (wanted.size > 0) await render(renewal, { wanted: (address) => wanted.has(address) });
  else {
    for (const file of [...once, ...assets]) keep(renewal, file);
    for (const file of assets) states.set(file, ground.pages);
  }
  return wanted.size;
}

/** What Astro makes in any case: nothing may be handed on before. */
const thereOnce: ReadonlySet<string> = new Set([urls.root, urls.notFound]);

async function render(
  { edition, ground, folder, states, files }: Renewal,
  which: Omit<Parameters<typeof renderPages>[0], 'edition'>,
): Promise<void> {
  await renderPages({ edition, ...which }, folder, (address, bytes) =>
    files.write(fileAt(address), bytes),
  );
  await files.allWritten();
  for (const file of [
    ...filesIn(join(folder, '_astro')).map((name) => `/_astro${name}`),
    ...filesIn(join(programFolder, 'public')),
  ])
    states.set(file, ground.pages);
}

/** The file of the page at an address. */
function fileAt(address: string): string {
  return address === urls.notFound ? address : `${address.replace(/\/$/u, '')}/index.html`;
}
