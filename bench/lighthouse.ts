import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { serveFolder } from '#serve/static-server.ts';
import { findChromium } from '../tests/browser/chromium.ts';

/** npx fetches it on demand: nothing else here needs its 150 packages. */
const lighthouse = 'lighthouse@13.5.0';

const pages = {
  home: '/ru/',
  'announcement with cover': '/ru/news/2026/police-working-meeting/',
  archive: '/ru/archive/',
  search: '/ru/search/',
} as const;

/** The parts of a Lighthouse report that are used. */
interface Report {
  readonly categories: Readonly<
    Record<string, { readonly score: number | null; readonly title: string }>
  >;
  readonly audits: Readonly<
    Record<
      string,
      {
        readonly score: number | null;
        readonly numericValue?: number;
        readonly title: string;
        readonly scoreDisplayMode: string;
      }
    >
  >;
}

/** The number of runs for each page. The reported run is the median by its LCP. */
const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const runs = Number(values.runs);

const folder = mkdtempSync(join(tmpdir(), 'jarshy-lighthouse-'));
try {
  const site = join(folder, 'site');
  execFileSync(process.execPath, ['src/cli/jarshy.mjs', 'build', '--out', site], {
    stdio: 'inherit',
  });
  const served = await serveFolder({ folder: site, base: '/' });
  const chromium = await findChromium();
  for (const [name, path] of Object.entries(pages)) {
    const reports: Report[] = [];
    for (let run = 0; run < runs; run++)
      reports.push(await measure(`${served.url.slice(0, -1)}${path}`, chromium));
    reports.sort((a, b) => lcpOf(a) - lcpOf(b));
    console.log(
      lineOf(name, reports[Math.floor(runs / 2)]!),
      `| LCP from ${seconds(lcpOf(reports[0]!))} to ${seconds(lcpOf(reports.at(-1)!))}`,
    );
  }
  await served.close();
} finally {
  rmSync(folder, { recursive: true });
}

/** Runs Lighthouse with its own mobile profile: a slow phone on simulated slow 4G. */
async function measure(url: string, chromium: string): Promise<Report> {
  const file = join(folder, 'report.json');
  // Asynchronous, because this same process serves the pages.
  await promisify(execFile)(
    'npx',
    [
      '--yes',
      lighthouse,
      url,
      '--quiet',
      '--output=json',
      `--output-path=${file}`,
      '--chrome-flags=--headless --no-sandbox --disable-gpu',
    ],
    { env: { ...process.env, CHROME_PATH: chromium } },
  );
  return JSON.parse(readFileSync(file, 'utf8')) as Report;
}

function lineOf(name: string, { categories, audits }: Report): string {
  const scores = Object.values(categories)
    .map(({ score }) => Math.round((score ?? 0) * 100))
    .join(' / ');
  const number = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
  const faults = Object.entries(audits)
    .filter(
      ([, { score, scoreDisplayMode }]) =>
        scoreDisplayMode === 'binary' && score !== null && score < 1,
    )
    .map(([id]) => id);
  return [
    name,
    scores,
    `FCP ${seconds(number('first-contentful-paint'))}`,
    `LCP ${seconds(number('largest-contentful-paint'))}`,
    `CLS ${number('cumulative-layout-shift').toFixed(3)}`,
    `${Math.round(number('total-byte-weight') / 1024)} KB`,
    ...faults,
  ].join(' | ');
}

function lcpOf({ audits }: Report): number {
  return audits['largest-contentful-paint']?.numericValue ?? Number.NaN;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
