import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { storageKey } from '#browser/early-settings.ts';
import { serveFolder } from '#serve/static-server.ts';
import { launchBrowser } from '../tests/browser/launch.ts';
import { type Shot, shots } from './shots.ts';

/** The moment as of which the sites are built: late enough for an alert, a held text and a future event. */
const moment = '2026-06-01T12:00:00+05:00';

const { values } = parseArgs({
  options: { out: { type: 'string', default: 'screenshots' }, only: { type: 'string' } },
});
const out = resolve(values.out);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const wanted = shots.filter(({ name }) => !values.only || new RegExp(values.only, 'u').test(name));
const browser = await launchBrowser();
const complaints: string[] = [];
for (const [content, ofSite] of Map.groupBy(wanted, (shot) => shot.content)) {
  const folder = join(out, '.site');
  // Each build runs in a separate process, because Astro keeps its collections for the lifetime of the process.
  execFileSync(process.execPath, [
    'src/cli/jarshy.mjs',
    'build',
    '--content',
    content,
    '--out',
    folder,
    '--now',
    moment,
  ]);
  const served = await serveFolder({ folder, base: '/' });
  for (const shot of ofSite) await take(shot, served.url);
  await served.close();
}
rmSync(join(out, '.site'), { recursive: true, force: true });
await browser.close();
writeFileSync(join(out, 'complaints.txt'), complaints.join('\n'));
console.log(`${wanted.length} screenshots in ${out}; complaints: ${complaints.length}`);

async function take(
  { name, path, width, colorScheme, media, script, settings }: Shot,
  url: string,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    javaScriptEnabled: script,
  });
  if (settings)
    await context.addInitScript(
      ([key, value]) => localStorage.setItem(key!, value!),
      [storageKey, JSON.stringify(settings)],
    );
  const page = await context.newPage();
  page.on(
    'console',
    (message) => void (message.type() === 'error' && complaints.push(`${name}: ${message.text()}`)),
  );
  // Visits the page twice: on a first visit, the typeface is shown only when it loads at once.
  for (let visit = 0; visit < 2; visit++) await page.goto(url.slice(0, -1) + path);
  await page.emulateMedia({ media });
  await wholePage(page);
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (beyond > 0) complaints.push(`${name}: ${beyond} px too wide`);
  await page.screenshot({ path: join(out, `${name}.png`), fullPage: true });
  await context.close();
}

/** Scrolls past all pictures, because they load only near the viewport. */
async function wholePage(page: Page): Promise<void> {
  for (const picture of await page.locator('main img').all())
    await picture.scrollIntoViewIfNeeded().catch(() => {});
  await page
    .evaluate(async () => {
      await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
      for (const strip of document.querySelectorAll('.gallery')) strip.scrollTo(0, 0);
      scrollTo(0, 0);
    })
    .catch(() => {});
}
