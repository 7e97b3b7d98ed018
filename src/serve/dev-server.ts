import { existsSync, watch } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, dirname, join } from 'node:path';
import { dev } from 'astro';
import type { Clock } from '#clock.ts';
import { provideContext } from '#snapshot/build-context.ts';
import { createBuildCache } from '#cache/build-cache.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { finishSnapshot, type Snapshot } from '#snapshot/snapshot.ts';
import { type SiteDocument, allDocuments } from '#outputs/documents.ts';
import { alertBanner } from '#outputs/alert-banner.ts';
import { contentType } from '#outputs/headers.ts';
import { createMdxPool } from '#mdx/renderer.ts';
import type { Problem } from '#schema/problem.ts';
import { astroConfig } from '#build/astro.ts';
import { snapshotAsStore } from '#build/content-store.ts';
import { themeInAstro } from '#build/theme-in-astro.ts';
import { themeFolder } from '#snapshot/theme.ts';
import { writeAssets } from '#build/write-assets.ts';
import { hashOf } from '#cache/hash.ts';
import { cacheFolder } from '#cache/program.ts';
import { requestHandler } from './static-server.ts';

/** What the preview server shows, and whom it informs. */
export interface DevServerOptions {
  /** The content folder, absolute. */
  readonly content: string;
  readonly clock: () => Clock;
  readonly port: number;
  /** Gets every request before the site does; answers it or calls `next`. */
  readonly before?: Connect;
  /** Called after each change that was shown. */
  onShown(): void;
  /** Called with what is unfinished in the drafts, if anything: at the start and after each change. */
  onUnfinished(problems: readonly Problem[]): void;
  /** Called with the error that prevents a change from being shown. The last good version stays visible. */
  onFault(error: unknown): void;
}

/** A middleware in the style of Connect. */
export type Connect = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => void;

/** Addresses that may be feeds, data or the like. Neither pages nor Vite's modules have such addresses. */
const isDocument = /^\/(?!@|src\/|node_modules\/).*\.\w+$/u;

/** In milliseconds. An editor may write several times while saving, so wait until it is finished. */
const settle = 80;

/**
 * Serves a content folder as a site that follows every change. Held announcements are shown and marked.
 * @returns the address of the site
 * @throws {Problems} when the content cannot be shown at the start
 */
export async function startDevServer(options: DevServerOptions): Promise<string> {
  // Start watching before the content is read. The server takes seconds to start on a busy machine, and the office may
  // change files in the meantime.
  const changes = watchChanges(options.content);
  try {
    return await serveChanges(options, changes);
  } catch (error) {
    // Otherwise the watchers would keep the process alive.
    changes.close();
    throw error;
  }
}

/** The changes in some folders since watching began. */
interface Changes {
  /** Calls `then` after each change. Calls it at once if something has already changed. */
  follow(then: () => void): void;
  close(): void;
}

/** Starts watching a content folder and its theme, which may appear, disappear and come back. */
function watchChanges(content: string): Changes {
  let isChanged = false;
  let tell = (): void => {
    isChanged = true;
  };
  const theme = themeFolder(content);
  const watchTheme = () =>
    existsSync(theme) ? watch(theme, { recursive: true }, () => tell()) : undefined;
  let ofTheme = watchTheme();
  const watchers = [
    watch(content, { recursive: true }, () => tell()),
    watch(dirname(theme), (_, name) => {
      if (name !== basename(theme)) return;
      ofTheme?.close();
      ofTheme = watchTheme();
      tell();
    }),
  ];
  return {
    follow(then) {
      tell = then;
      if (isChanged) then();
    },
    close() {
      for (const watcher of [...watchers, ofTheme]) watcher?.close();
    },
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
    provideContext({
      snapshot,
      developing: true,
      alerts: (locale, pathname) =>
        alertBanner(
          snapshot.language(locale),
          pathname.replace(snapshot.model.site.base.slice(0, -1), ''),
        ),
    });
    // Listed on the first request for a document: listing the addresses of thousands of feeds takes longer than showing
    // a page.
    let listed: ReadonlyMap<string, SiteDocument> | undefined;
    documents = () =>
      (listed ??= new Map(allDocuments(snapshot).map((document) => [document.address, document])));
    if (unfinished.length > 0) onUnfinished(unfinished);
    return snapshot;
  };
  let reload = () => {};
  const start = ({ model, theme }: Snapshot, at: number) => {
    const { base } = model.site;
    return dev({
      ...astroConfig(model.site),
      integrations: themeInAstro({ model, theme }),
      server: { host: '127.0.0.1', port: at },
      vite: {
        cacheDir: join(cacheFolder, 'vite-preview'),
        plugins: [
          snapshotAsStore().plugin,
          {
            name: 'jarshy-preview',
            configureServer({ environments, middlewares }) {
              const send = requestHandler(files);
              // Vite would start an editor for whatever page asks for it.
              middlewares.use((request, response, next) =>
                /\/__open-in-editor(?:[/?]|$)/u.test(request.url ?? '')
                  ? void response.writeHead(404).end()
                  : next(),
              );
              if (before) middlewares.use(before);
              middlewares.use((request, response, next) => {
                if (request.url?.startsWith(base)) request.url = request.url.slice(base.length - 1);
                const address = request.url?.replace(/\?.*$/u, '') ?? '';
                const document = isDocument.test(address) ? documents().get(address) : undefined;
                if (document) answerWith(document, response).catch(next);
                else send(request, response, next);
              });
              reload = () => {
                // Makes Astro drop its cached list of addresses, and the browser reload the page.
                for (const environment of Object.values(environments))
                  environment.hot.send('astro:content-changed', {});
                environments.client?.hot.send({ type: 'full-reload' });
              };
            },
          },
        ],
      },
    });
  };
  let shown = await show();
  let server = await start(shown, port);

  const follow = async () => {
    try {
      const now = await show();
      if (settingsOfAstro(now) === settingsOfAstro(shown)) reload();
      else {
        // Astro learns of pages, and of components in the place of ours, only when it starts. Open pages reload when the
        // server is back.
        await server.stop();
        server = await start(now, server.address.port);
      }
      shown = now;
      onShown();
    } catch (error) {
      // Keep following changes after any error.
      onFault(error);
    }
  };
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  changes.follow(() => {
    clearTimeout(timer);
    timer = setTimeout(() => void (running = running.then(follow)), settle);
  });
  return `http://127.0.0.1:${server.address.port}${shown.model.site.base}`;
}

/** What Astro is told when it starts. */
function settingsOfAstro({ model: { site }, theme }: Snapshot): string {
  return hashOf([
    ...[site.origin, site.base, site.locales],
    ...[theme?.pages.map(({ name }) => name) ?? [], [...(theme?.overrides.keys() ?? [])]],
  ]);
}

/** Answers with a feed, data or the like. They are written on request. */
async function answerWith(
  { address, document }: SiteDocument,
  response: ServerResponse,
): Promise<void> {
  const text = await document().write();
  response
    .writeHead(200, { 'Content-Type': contentType(address), 'Cache-Control': 'no-cache' })
    .end(text);
}
