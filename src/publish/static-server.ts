import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import sirv, { type RequestHandler } from 'sirv';
import { allowedOrigin, cacheControl, contentType, securityHeadersOf } from '#outputs/headers.ts';

export interface ServeOptions {
  /** A finished site. */
  readonly folder: string;
  /** The path of the site's address: `/`, or `/press/`. */
  readonly base: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
}

export interface Served {
  /** Where the site is found: `http://127.0.0.1:4321/press/`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a finished site as a web server would, with the same addresses, types and headers: to be looked at, and for tests.
 * @throws Error when the port is taken, or the host is no address of this machine
 */
export async function serveFolder({ folder, base, port = 0, host = '127.0.0.1' }: ServeOptions): Promise<Served> {
  const root = resolve(folder);
  // `dev` asks the disk each time, so that a rebuilt site is seen. No extensions: an address is exactly a file.
  const site = { root, base, send: filesOf(root) };
  const server = createServer((request, response) => {
    answer(site, request, response).catch(() => response.writeHead(500).end());
  });
  await listening(server, port, host);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}${base}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections(); // Browsers keep theirs open.
      }),
  };
}

/** Answers requests with the files of a folder as they are at that moment, and passes on what it has no file for. */
export function filesOf(folder: string): RequestHandler {
  return sirv(folder, { dev: true, etag: true, extensions: [] });
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((ready, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      failed(taken ? new Error(`Port ${port} on ${host} is used by another program; stop that one, or name another port.`, { cause: error }) : error);
    });
    server.listen(port, host, ready);
  });
}

interface Site {
  readonly root: string;
  readonly base: string;
  readonly send: RequestHandler;
}

async function answer({ root, base, send }: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const address = URL.parse(`http://localhost${request.url}`);
  const path = address ? pathBelow(base, address.pathname) : undefined;
  response.setHeaders(new Map(Object.entries(securityHeadersOf(path ?? ''))));
  if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();

  const found = path === undefined ? 'nothing' : await kindOf(join(root, fileAt(path)));
  if (found === 'nothing') return notFound(root, response);
  if (found === 'folder') return void response.writeHead(308, { Location: `${address!.pathname}/${address!.search}` }).end();

  const file = fileAt(path!);
  response.setHeader('Content-Type', contentType(file));
  response.setHeader('Cache-Control', cacheControl(file));
  const origin = allowedOrigin(file);
  if (origin) response.setHeader('Access-Control-Allow-Origin', origin);
  // Where sirv finds a path that has been parsed before; its own parsing loses names with # and ? in them.
  Object.assign(request, { _parsedUrl: { raw: request.url, pathname: encodeURI(file) } });
  send(request, response);
}

/**
 * The path below the base, decoded: `/kk/`; empty for the base without its slash.
 * Undefined for what is outside the base, or no path of a site.
 */
function pathBelow(base: string, pathname: string): string | undefined {
  if (`${pathname}/` === base) return '';
  if (!pathname.startsWith(base)) return undefined;
  try {
    const names = pathname.slice(base.length).split('/').map(decodeURIComponent);
    // `URL` has resolved dots. An empty name could turn a redirect into one to another host (`//name/`), a decoded slash lead out of the folder.
    const strange = names.some((name, index) => (name === '' && index < names.length - 1) || /[/\\\0]/u.test(name));
    return strange ? undefined : `/${names.join('/')}`;
  } catch {
    return undefined; // A URIError: a percent sign without its two digits.
  }
}

function fileAt(path: string): string {
  return path.endsWith('/') ? `${path}index.html` : path;
}

async function kindOf(file: string): Promise<'file' | 'folder' | 'nothing'> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) return 'folder';
  return found?.isFile() ? 'file' : 'nothing';
}

async function notFound(root: string, response: ServerResponse): Promise<void> {
  const page = await readFile(join(root, '404.html')).catch(() => '');
  response.writeHead(404, { 'Content-Type': contentType('404.html'), 'Cache-Control': 'no-cache', 'Content-Length': page.length }).end(page);
}
