import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNginx } from '../tests/system/server.ts';
import { daysAfter, newestDay } from './facts.ts';
import { generateContent } from './generate.ts';

const usage = `Usage: npm run bench:load

Builds a site of 100 announcements, serves it with this machine's nginx and tells how many requests a second it answers
(wrk on the same machine, 32 connections, 10 seconds each), compressed. Debian: apt-get install nginx wrk`;

interface Figure {
  readonly requestsPerSecond: string;
  readonly p99: string;
}

/** The figures that wrk reports for an address. */
function measure(url: string): Figure {
  const said = execFileSync(
    'wrk',
    ['-t1', '-c32', '-d10s', '--latency', '-H', 'Accept-Encoding: br', url],
    { encoding: 'utf8' },
  );
  const found = (pattern: RegExp) => pattern.exec(said)?.[1] ?? '?';
  if (/Non-2xx/u.test(said)) throw new Error(`${url}: ${said}`);
  return { requestsPerSecond: found(/Requests\/sec:\s*([\d.]+)/u), p99: found(/99%\s*(\S+)/u) };
}

async function load(): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), 'jarshy-load-'));
  try {
    const [content, site] = [join(temporary, 'content'), join(temporary, 'site')];
    await generateContent({ dir: content, announcements: 100, seed: 1 });
    const program = new URL('../src/cli/jarshy.mjs', import.meta.url).pathname;
    execFileSync(
      process.execPath,
      [program, 'build', '--content', content, '--out', site, '--now', daysAfter(newestDay, 1)],
      { stdio: 'ignore' },
    );
    const year = readdirSync(join(site, 'ru/news')).sort().at(-1)!;
    const addresses = {
      article: `/ru/news/${year}/${readdirSync(join(site, 'ru/news', year)).sort()[0]}/`,
      feed: '/ru/rss.xml',
    };
    const nginx = await startNginx({ folder: site });
    try {
      for (const [name, path] of Object.entries(addresses)) {
        const { requestsPerSecond, p99 } = measure(`http://127.0.0.1:${nginx.port}${path}`);
        const sent = statSync(
          join(site, path.endsWith('/') ? `${path}index.html.br` : `${path}.br`),
        ).size;
        console.log(
          `${name.padEnd(8)} ${requestsPerSecond.padStart(9)} requests/s   99th percentile ${p99}   ${sent} bytes, load ${loadavg()[0]!.toFixed(1)}`,
        );
      }
    } finally {
      await nginx.stop();
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

if (process.argv.length > 2) {
  console.error(usage);
  process.exitCode = 2;
} else await load();
