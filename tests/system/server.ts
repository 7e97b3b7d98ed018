import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { withSbin } from './install.mjs';

/** A real web server in front of a finished site, on a free port of this machine. */
export interface SystemServer {
  readonly port: number;
  stop(): Promise<void>;
}

export interface ServedSite {
  /** The folder of the finished site; the files for servers lie in `<folder>.server`. */
  readonly folder: string;
}

/** Starts one of the servers that we write rules for.
 * @throws when it does not answer, with what it said */
export type StartServer = (site: ServedSite) => Promise<SystemServer>;

const brotli = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** Debian's nginx, with the rules included as their first lines say. */
export const startNginx: StartServer = async ({ folder }) => {
  const work = mkdtempSync(join(tmpdir(), 'jarshy-nginx-'));
  const port = await freePort();
  const withBrotli = existsSync(brotli);
  writeFileSync(
    join(work, 'nginx.conf'),
    `${withBrotli ? `load_module ${brotli};` : ''}
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    worker_processes 2;
    pid ${work}/nginx.pid;
    error_log ${work}/error.log warn;
    events { worker_connections 1024; }
    http {
      access_log off;
      sendfile on;
      tcp_nopush on;
      ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${work}/${name};`).join('\n')}
      server {
        listen 127.0.0.1:${port};
        set $jarshy "${folder}";
        include "${folder}.server/nginx.conf";
        ${withBrotli ? 'brotli_static on;' : ''}
      }
    }\n`,
  );
  return started(
    'nginx',
    ['-p', work, '-e', `${work}/error.log`, '-c', `${work}/nginx.conf`, '-g', 'daemon off;'],
    work,
    port,
  );
};

/** Takes the addresses beside a site over as root would, with `deploy/jarshy-addresses`. */
function takeAddresses(server: string, folder: string, into: string): void {
  const program = join(import.meta.dirname, '../../deploy/jarshy-addresses');
  const user = userInfo().username;
  execFileSync('sh', [program, server, folder, user, into], {
    env: { ...withSbin(), JARSHY_RELOAD: 'no' },
  });
}

/** The rules of a server that keeps them itself, for the address of a site. */
export interface OwnRules {
  readonly rules: string;
  readonly folder: string;
}

/** Debian's nginx as in deploy/nginx/press.conf: it reads no rule that lies beside the site. */
export async function startNginxOfRoot({ rules, folder }: OwnRules): Promise<SystemServer> {
  const work = mkdtempSync(join(tmpdir(), 'jarshy-nginx-'));
  const port = await freePort();
  takeAddresses('nginx', folder, join(work, 'jarshy'));
  writeFileSync(join(work, 'rules.conf'), rules);
  const example = readFileSync(join(import.meta.dirname, '../../deploy/nginx/press.conf'), 'utf8');
  const maps = example
    .slice(0, example.indexOf('server {'))
    .replaceAll('/etc/nginx/jarshy', join(work, 'jarshy'));
  writeFileSync(
    join(work, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''}
    pid ${work}/nginx.pid;
    error_log ${work}/error.log warn;
    events { worker_connections 1024; }
    http {
      access_log off;
      ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${work}/${name};`).join('\n')}
      ${maps}
      server {
        listen 127.0.0.1:${port};
        set $jarshy "${folder}";
        include ${work}/rules.conf;
      }
    }\n`,
  );
  const args = ['-p', work, '-e', `${work}/error.log`, '-c', `${work}/nginx.conf`];
  return started('nginx', [...args, '-g', 'daemon off;'], work, port);
}

/** Debian's Caddy, likewise. */
export async function startCaddyOfRoot({ rules, folder }: OwnRules): Promise<SystemServer> {
  const work = mkdtempSync(join(tmpdir(), 'jarshy-caddy-'));
  const port = await freePort();
  takeAddresses('caddy', folder, join(work, 'jarshy'));
  writeFileSync(join(work, 'rules'), rules.replaceAll('/etc/caddy/jarshy', join(work, 'jarshy')));
  writeFileSync(
    join(work, 'Caddyfile'),
    `{
      admin off
      auto_https off
    }
    http://127.0.0.1:${port} {
      bind 127.0.0.1
      root * "${folder}"
      import ${work}/rules
    }\n`,
  );
  const args = ['run', '--config', join(work, 'Caddyfile'), '--adapter', 'caddyfile'];
  return started('caddy', args, work, port, { HOME: work });
}

/** Debian's Caddy, with the rules imported as their first lines say. */
export const startCaddy: StartServer = async ({ folder }) => {
  const work = mkdtempSync(join(tmpdir(), 'jarshy-caddy-'));
  mkdirSync(join(work, 'home'));
  const port = await freePort();
  writeFileSync(
    join(work, 'Caddyfile'),
    `{
      admin off
      auto_https off
    }
    http://127.0.0.1:${port} {
      bind 127.0.0.1
      root * "${folder}"
      import "${folder}.server/Caddyfile"
    }\n`,
  );
  return started(
    'caddy',
    ['run', '--config', join(work, 'Caddyfile'), '--adapter', 'caddyfile'],
    work,
    port,
    {
      HOME: join(work, 'home'),
      XDG_DATA_HOME: join(work, 'home'),
      XDG_CONFIG_HOME: join(work, 'home'),
    },
  );
};

async function started(
  program: string,
  args: readonly string[],
  work: string,
  port: number,
  env: Record<string, string> = {},
): Promise<SystemServer> {
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...withSbin(), ...env },
  });
  const ended = new Promise<string>((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (status) => done(`ended with status ${status}`));
  });
  const said = text(child.stderr).catch(() => '');
  const end = await Promise.race([ended, answers(port)]);
  if (end === undefined) return { port, stop: () => stop(child, ended, work) };
  rmSync(work, { recursive: true, force: true });
  throw new Error(
    `${program} could not be started: ${end}\n${await Promise.race([said, pause(500, '')])}`,
  );
}

async function stop(child: ChildProcess, ended: Promise<string>, work: string): Promise<void> {
  child.kill('SIGTERM');
  await ended;
  rmSync(work, { recursive: true, force: true });
}

/** When somebody answers at a port: nothing. */
async function answers(port: number): Promise<undefined> {
  for (let tries = 0; tries < 200; tries++) {
    if (
      await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' }).then(
        () => true,
        () => false,
      )
    )
      return;
    await pause(50);
  }
  throw new Error(`Nothing answers at port ${port}.`);
}

/** A port of 127.0.0.1 that nobody uses. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Whether a server takes connections at a port of 127.0.0.1. Nothing is said to it. */
export function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });
}
