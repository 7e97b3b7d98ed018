// Draws the picture of the README from the example site: a page on a desktop and one on a phone, side by side.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { serveFolder } from '#serve/static-server.ts';
import { launchBrowser } from '../tests/browser/launch.ts';

const root = join(import.meta.dirname, '..');
/** Of the picture, in pixels. */
const [width, height] = [1400, 780];
const ground = '#dfe6ee';

/** What is shown, and where it stands in the picture, in pixels from its left and upper edge. */
const windows = [
  { path: '/ru/', width: 1018, height: 716, left: 32, top: 32 },
  {
    path: '/kk/news/2026/police-working-meeting/',
    width: 312,
    height: 672,
    left: 1062,
    top: 56,
  },
];

const folder = mkdtempSync(join(tmpdir(), 'jarshy-picture-'));
try {
  const site = join(folder, 'site');
  const at = ['--now', '2026-01-23T12:00:00+05:00'];
  execFileSync(process.execPath, ['src/cli/jarshy.mjs', 'build', '--out', site, ...at], {
    cwd: root,
  });
  const served = await serveFolder({ folder: site, base: '/' });
  const browser = await launchBrowser();
  const shots = await Promise.all(
    windows.map(async ({ path, left, top, ...viewport }) => {
      const page = await browser.newPage({ viewport });
      // The first page fetches the typeface, and the second one shows it.
      for (let visit = 0; visit < 2; visit++)
        await page.goto(new URL(path.slice(1), served.url).href, { waitUntil: 'networkidle' });
      return { input: await page.screenshot(), left, top };
    }),
  );
  await browser.close();
  await served.close();
  await sharp({ create: { width, height, channels: 3, background: ground } })
    .composite(shots)
    .webp({ quality: 82 })
    .toFile(join(root, '.github/screenshot.webp'));
} finally {
  rmSync(folder, { recursive: true });
}
