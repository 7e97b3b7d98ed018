import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve, sep } from 'node:path';
import sirv from 'sirv';

export interface ServeOptions {
  /** A finished site. */
  readonly folder: string;
  /** The path of the site's address: `/`, or `/press/`. */
  readonly base: string;
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly host?: string;
}

export interface Serving {
  /** Where the site is found: `http://127.0.0.1:4321/press/`. */
  readonly url: string;
  close(): Promise<void>;
}

/** Sent with every answer. The site loads nothing from elsewhere and runs no inline script; `wasm-unsafe-eval` is for Pagefind. */
export const securityHeaders = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
} as const;

/**
 * Serves a finished site as a web server would: the same addresses, types and headers. For looking at and for tests.
 * @throws Error when the port is taken, or the host is not an address of this machine
 */
export async function serveFolder({ folder, base, port = 0, host = '127.0.0.1' }: ServeOptions): Promise<Serving> {
  const root = resolve(folder);
  // `dev` reads the disk at each request, so that a rebuilt site is seen; no extensions, so that an address is exactly a file.
  const send = sirv(root, { dev: true, etag: true, extensions: [] });
  const server = createServer((request, response) => {
    answer(request, response, { root, base, send }).catch(() => response.writeHead(500).end());
  });
  await listening(server, port, host);
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections(); // Browsers keep theirs open for minutes.
      }),
  };
}

interface Site {
  readonly root: string;
  readonly base: string;
  readonly send: ReturnType<typeof sirv>;
}

async function answer(request: IncomingMessage, response: ServerResponse, { root, base, send }: Site): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405, { Allow: 'GET, HEAD' }).end();

  const { pathname, search } = new URL(`http://host${request.url}`);
  const redirect = () => void response.writeHead(308, { Location: `${pathname}/${search}` }).end();
  if (`${pathname}/` === base) return redirect();

  const path = pathInside(base, pathname);
  const found = path === undefined ? 'nothing' : await kindOf(root, path);
  if (found === 'folder') return redirect();
  if (found === 'nothing') return notFound(request, response, root);

  const file = indexed(path!);
  response.setHeader('Content-Type', contentType(file));
  response.setHeader('Cache-Control', cacheControl(file));
  request.url = encodeURI(file);
  send(request, response);
}

/** The path below the base, decoded, from a slash on; undefined outside of the base and for what is no path. */
function pathInside(base: string, pathname: string): string | undefined {
  // Two slashes in a row would make a redirect to "//name/", which is another host.
  if (!pathname.startsWith(base) || pathname.includes('//')) return undefined;
  try {
    // Not decodeURIComponent: an encoded slash is part of a name, and no name has one.
    return decodeURI(pathname.slice(base.length - 1));
  } catch {
    return undefined; // A URIError: a percent sign without two digits.
  }
}

async function kindOf(root: string, path: string): Promise<'file' | 'folder' | 'nothing'> {
  const target = join(root, indexed(path));
  if (!target.startsWith(root + sep)) return 'nothing';
  const found = await stat(target).catch(() => undefined);
  if (found?.isFile()) return 'file';
  return found?.isDirectory() ? 'folder' : 'nothing';
}

function indexed(path: string): string {
  return path.endsWith('/') ? `${path}index.html` : path;
}

async function notFound(request: IncomingMessage, response: ServerResponse, root: string): Promise<void> {
  const page = await readFile(join(root, '404.html')).catch(() => Buffer.alloc(0));
  response.writeHead(404, { 'Content-Type': contentType('404.html'), 'Content-Length': page.length, 'Cache-Control': 'no-cache' });
  response.end(request.method === 'HEAD' ? undefined : page);
}

/** Files whose names change with their content may be kept for a year; all others are asked about each time. */
function cacheControl(path: string): string {
  return /^\/_(?:astro|images)\//u.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
