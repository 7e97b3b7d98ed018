import { existsSync, watch } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { dev } from 'astro';
import type { Clock } from '#clock.ts';
import { provideContext } from '#snapshot/build-context.ts';
import { createBuildCache } from '#cache/build-cache.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { finishSnapshot } from '#snapshot/snapshot.ts';
import { type SiteDocument, allDocuments } from '#outputs/documents.ts';
import { contentType } from '#outputs/headers.ts';
import { createMdxPool } from '#mdx/renderer.ts';
import type { Problem } from '#schema/problem.ts';
import { astroConfig } from '#build/astro.ts';
import { snapshotAsStore } from '#build/content-store.ts';
import { themeInAstro } from '#build/theme-in-astro.ts';
import { themeFolder } from '#snapshot/theme.ts';
import { writeAssets } from '#build/write-assets.ts';
import { cacheFolder } from '#cache/program.ts';
import { requestHandler } from './static-server.ts';

export interface DevServerOptions {
  /** The content folder, absolute. */
  readonly content: string;
  readonly clock: () => Clock;
  readonly port: number;
  /** Asked before the site: answers a request, or passes it on. */
  readonly before?: Connect;
  /** Called after each change that could be shown. */
  onShown(): void;
  /** Called with what is still to be done in the drafts, where there is something: at the start and after each change. */
  onUnfinished(problems: readonly Problem[]): void;
  /** Called with what keeps a change from being shown; what was shown before stays. */
  onFault(error: unknown): void;
}

export type Connect = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

/** Neither pages nor the modules that Vite hands out are called so. */
const isDocument = /^\/(?!@|src\/|node_modules\/).*\.\w+$/u;

/** Milliseconds: an editor that saves writes several times; one look is enough. */
const settle = 80;

/**
 * Shows a content folder as a site that follows every change, held announcements included and marked.
 * @returns where it is found
 * @throws {Problems} when the content cannot be shown at the start
 */
export async function startDevServer(options: DevServerOptions): Promise<string> {
  // From before the content is read: until the server runs, which takes seconds on a busy machine, an office may go on writing.
  const changes = watchChanges([options.content, themeFolder(options.content)]);
  try {
    return await serveChanges(options, changes);
  } catch (error) {
    // Else the watching would keep the process alive.
    changes.close();
    throw error;
  }
}

/** The changes in some folders, from now on. */
interface Changes {
  /** Calls `then` after each change, and at once where there has been one. */
  follow(then: () => void): void;
  close(): void;
}

/** @param folders absolute; those that are not there are not watched */
function watchChanges(folders: readonly string[]): Changes {
  let isChanged = false;
  let tell = (): void => {
    isChanged = true;
  };
  const watchers = folders
    .filter((folder) => existsSync(folder))
    .map((folder) => watch(folder, { recursive: true }, () => tell()));
  return {
    follow(then) {
      tell = then;
      if (isChanged) then();
    },
    close: () => watchers.forEach((watcher) => watcher.close()),
  };
}

async function serveChanges(
  { content, clock, port, before, onShown, onUnfinished, onFault }: DevServerOptions,
  changes: Changes,
): Promise<string> {
  const files = join(cacheFolder, 'preview');
  const cache = createBuildCache();
  const mdx = createMdxPool();
  let documents = (): ReadonlyMap<string, SiteDocument> => new Map();
  const show = async () => {
    const made = await makeSnapshot({
      folder: content,
      clock: clock(),
      preview: true,
      cache,
      mdx,
      themeCopy: join(cacheFolder, 'theme', 'preview'),
    });
    cache.nextBuild();
    const placed = await writeAssets(made, content, files);
    const snapshot = finishSnapshot(placed.snapshot, placed.results);
    const unfinished = [...made.unfinished, ...placed.unfinished];
    provideContext({ snapshot, developing: true });
    // Listed when one is asked for: to know the addresses of thousands of feeds takes longer than to show a page.
    let listed: ReadonlyMap<string, SiteDocument> | undefined;
    documents = () =>
      (listed ??= new Map(allDocuments(snapshot).map((document) => [document.address, document])));
    if (unfinished.length > 0) onUnfinished(unfinished);
    return snapshot;
  };
  const snapshot = await show();
  const { base } = snapshot.model.site;

  let reload = () => {};
  const server = await dev({
    ...astroConfig(snapshot.model.site),
    integrations: themeInAstro(snapshot),
    server: { host: '127.0.0.1', port },
    vite: {
      plugins: [
        snapshotAsStore().plugin,
        {
          name: 'jarshy-preview',
          configureServer({ environments, middlewares }) {
            const send = requestHandler(files);
            if (before) middlewares.use(before);
            middlewares.use((request, response, next) => {
              if (request.url?.startsWith(base)) request.url = request.url.slice(base.length - 1);
              const address = request.url?.replace(/\?.*$/u, '') ?? '';
              const document = isDocument.test(address) ? documents().get(address) : undefined;
              if (document) answerWith(document, response).catch(next);
              else send(request, response, next);
            });
            reload = () => {
              // Astro forgets the addresses it has collected; the browser asks again.
              for (const environment of Object.values(environments))
                environment.hot.send('astro:content-changed', {});
              environments.client?.hot.send({ type: 'full-reload' });
            };
          },
        },
      ],
    },
  });

  const follow = async () => {
    try {
      await show();
      reload();
      onShown();
    } catch (error) {
      // Whatever went wrong, the next change is followed.
      onFault(error);
    }
  };
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  changes.follow(() => {
    clearTimeout(timer);
    timer = setTimeout(() => void (running = running.then(follow)), settle);
  });
  return `http://127.0.0.1:${server.address.port}${base}`;
}

/** Feeds, data and the like are written when they are asked for. */
async function answerWith(
  { address, document }: SiteDocument,
  response: ServerResponse,
): Promise<void> {
  const text = await document().write();
  response
    .writeHead(200, { 'Content-Type': contentType(address), 'Cache-Control': 'no-cache' })
    .end(text);
}
