import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import sirv, { type RequestHandler } from 'sirv';
import { contentType, headersOf } from '#outputs/headers.ts';
import { preferencesHeaders } from '#outputs/server/reader-cookies.ts';
import { encodedPath, movedStatus, type ServerRules } from '#outputs/server/server-rules.ts';
import { namesThisMachine } from '#site/own-machine.ts';
import { urls } from '#site/urls.ts';
import { keptSettings, preferencesSheet } from './reader-cookies-handler.ts';
import { must } from '#lang/lookup.ts';

/** What to serve, and where. */
export interface ServeOptions {
  /** The folder of a finished site. */
  readonly folder: string;
  /** The path of the site's address: `/` or `/press/`. */
  readonly base: string;
  readonly moved?: ServerRules['moved'];
  readonly gone?: ServerRules['gone'];
  /** 0, the default, means any free port. */
  readonly port?: number;
  readonly host?: string;
  /**
   * Whether the site shows what is not public yet. Then only this machine under its own name may read it, and no page of
   * another site.
   */
  readonly isPreview?: boolean;
}

/** A running server. */
export interface Served {
  /** The address of the site: `http://127.0.0.1:4321/press/`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a finished site like a production web server, with the same addresses, types and headers. For viewing, and for
 * tests.
 * @throws {Error} when the port is in use, or the host is not an address of this machine
 */
export async function serveFolder({
  folder,
  base,
  moved = new Map(),
  gone = new Map(),
  port = 0,
  host = '127.0.0.1',
  isPreview = false,
}: ServeOptions): Promise<Served> {
  const root = resolve(folder);
  // With `dev`, sirv reads the disk on each request, so that a rebuilt site is shown. Without extensions, an address
  // must match a file exactly.
  const site: Site = { root, base, moved, gone, isPreview, send: requestHandler(root) };
  const server = createServer((request, response) => {
    answer(site, request, response).catch(() => response.writeHead(500).end());
  });
  await listening(server, port, host);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}${encodedPath(base)}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections(); // Browsers keep their connections open.
      }),
  };
}

/** Returns a handler that answers with the current files of a folder and calls `next` when there is no such file. */
export function requestHandler(folder: string): RequestHandler {
  return sirv(folder, { dev: true, etag: true, extensions: [], brotli: true, gzip: true });
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((ready, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      failed(
        taken
          ? new Error(
              `Port ${port} on ${host} is used by another program; stop that one, or name another port.`,
              { cause: error },
            )
          : error,
      );
    });
    server.listen(port, host, ready);
  });
}

interface Site extends Required<Omit<ServeOptions, 'folder' | 'port' | 'host'>> {
  readonly root: string;
  readonly send: RequestHandler;
}

async function answer(
  site: Site,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { root, base, moved, gone, send } = site;
  // An invalid address has no parts, and so gets the 404 page.
  const address: Partial<URL> = URL.parse(`http://localhost${request.url}`) ?? {};
  const { pathname = '', search = '', searchParams } = address;
  const whole = decodedPath(pathname);
  const path = whole === undefined ? undefined : pathBelow(base, whole);
  if (site.isPreview && !namesThisMachine(request.headers.host))
    return void response.writeHead(421, { 'Content-Type': 'text/plain' }).end();
  response.setHeaders(new Map(Object.entries(headersOf(path ?? ''))));
  if (site.isPreview) response.removeHeader('Access-Control-Allow-Origin');
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();
  const kept = path === undefined || !searchParams ? undefined : keptSettings(searchParams, base);
  if (kept) return void response.writeHead(303, kept).end();
  if (path === urls.preferences)
    return void response
      .writeHead(200, { ...preferencesHeaders, 'Content-Type': contentType(path) })
      .end(preferencesSheet(request.headers.cookie ?? '', base));
  const target = moved.get(whole ?? '');
  if (target !== undefined)
    return void response.writeHead(movedStatus, { Location: encodedPath(target) }).end();
  const notice = whole === undefined ? undefined : noticeFor(gone, whole);
  if (notice !== undefined)
    return sendPage(
      join(root, must(pathBelow(base, notice), 'address of a notice'), 'index.html'),
      410,
      response,
    );

  const found = path === undefined ? 'nothing' : await kindOf(join(root, fileAt(path)));
  if (path === undefined || found === 'nothing')
    return sendPage(join(root, '404.html'), 404, response);
  if (found === 'folder')
    return void response
      .writeHead(movedStatus, {
        Location: `${pathname}/${search}`,
      })
      .end();

  const file = fileAt(path);
  response.setHeader('Content-Type', contentType(file));
  // sirv takes an already parsed path from here. Its own parser fails for names with # or ?.
  Object.assign(request, { _parsedUrl: { raw: request.url, pathname: encodeURI(file) } });
  send(request, response);
}

/** The notice for a removed address, or for a file below it. */
function noticeFor(gone: ServerRules['gone'], path: string): string | undefined {
  const exact = gone.get(path);
  return (
    exact ?? [...gone].find(([address]) => address.endsWith('/') && path.startsWith(address))?.[1]
  );
}

/**
 * Decodes a path.
 * @returns undefined for a path that no site can have
 */
function decodedPath(pathname: string): string | undefined {
  try {
    const names = pathname.split('/').slice(1).map(decodeURIComponent);
    if (names.length === 0) return undefined;
    // `URL` has already resolved dots. An empty name could turn a redirect into one to another host (`//name/`), and a
    // decoded slash could lead out of the folder.
    const strange = names.some(
      (name, index) => (name === '' && index < names.length - 1) || /[/\\\0]/u.test(name),
    );
    return strange ? undefined : `/${names.join('/')}`;
  } catch {
    return undefined; // A URIError: a percent sign without two hexadecimal digits.
  }
}

/** The path below the base: `/kk/`. Empty for the base without its slash; undefined outside the base. */
function pathBelow(base: string, path: string): string | undefined {
  if (`${path}/` === base) return '';
  return path.startsWith(base) ? path.slice(base.length - 1) : undefined;
}

function fileAt(path: string): string {
  return path.endsWith('/') ? `${path}index.html` : path;
}

async function kindOf(file: string): Promise<'file' | 'folder' | 'nothing'> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) return 'folder';
  return found?.isFile() ? 'file' : 'nothing';
}

/** Sends an error page in place of a missing or removed page. */
async function sendPage(file: string, status: 404 | 410, response: ServerResponse): Promise<void> {
  const page = await readFile(file).catch(() => '');
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response.setHeaders(new Map(Object.entries(headersOf('/404.html'))));
  response
    .writeHead(status, { 'Content-Type': contentType('404.html'), 'Content-Length': page.length })
    .end(page);
}
