import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shapeOf } from '#proof/repair.ts';
import { splitFrontMatter } from '#schema/front-matter.ts';
import { root } from '../sites/build-all.ts';
import { type Running, start } from '../sites/command.ts';
import { launchBrowser } from './launch.ts';

// A press officer's desk: the program runs, the browser works on a folder of its own in the place of the one that a dialog would choose.

let office: string;
let running: Running;
let url: string;
let browser: Browser;

beforeAll(async () => {
  office = mkdtempSync(join(tmpdir(), 'jarshy-office-'));
  cpSync(join(root, 'tests/fixtures/mixed'), join(office, 'content'), { recursive: true });
  const git = (...args: string[]) => execFileSync('git', ['-C', office, ...args]);
  git('init', '-q');
  git('config', 'user.name', 'Press');
  git('config', 'user.email', 'press@example.org');
  git('add', '-A');
  git('commit', '-q', '-m', 'start');
  running = start(['desk', '--content', 'content', '--port', '0'], office);
  url = await new Promise<string>((found, failed) => {
    running.process.stdout!.on('data', (said: Buffer) => {
      const address = /http:\/\/127\.0\.0\.1:\d+\/desk\//u.exec(String(said))?.[0];
      if (address) found(address);
    });
    void running.end.then(({ stderr }) => failed(new Error(stderr)));
  });
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  running?.process.kill();
  rmSync(office, { recursive: true, force: true });
});

const complaints: string[] = [];

/** A page in which the dialog that chooses a folder gives the content, with what else must be there. */
async function seated(): Promise<Page> {
  const files = readdirSync(join(office, 'content'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: file.slice(office.length + 1).split('/'), data: readFileSync(file).toString('base64') }));
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, locale: 'ru-RU' });
  context.on('request', (request) => {
    if (!request.url().startsWith(new URL('/', url).href) && !/^(?:blob|data):/u.test(request.url())) complaints.push(request.url());
  });
  await context.addInitScript((given: typeof files) => {
    const choose = async () => {
      const folder = await navigator.storage.getDirectory();
      await folder.getDirectoryHandle('.git', { create: true });
      for (const { path, data } of given) {
        let at = folder;
        for (const name of path.slice(0, -1)) at = await at.getDirectoryHandle(name, { create: true });
        const writable = await (await at.getFileHandle(path.at(-1)!, { create: true })).createWritable();
        await writable.write(Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)));
        await writable.close();
      }
      return Object.assign(folder, { requestPermission: async () => 'granted', queryPermission: async () => 'granted' });
    };
    Object.assign(window, { showDirectoryPicker: choose });
  }, files);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(new URL('/admin/', url).href);
  await page.getByRole('button', { name: /локальн|Local Repository/iu }).click();
  await page.getByText('Проспект Абая отремонтируют').first().waitFor();
  return page;
}

/** What the browser's folder holds at a path. */
function written(page: Page, path: string): Promise<string> {
  return page.evaluate(async (names) => {
    let at = await navigator.storage.getDirectory();
    for (const name of names.slice(0, -1)) at = await at.getDirectoryHandle(name);
    return (await (await at.getFileHandle(names.at(-1)!)).getFile()).text();
  }, path.split('/'));
}

const folder = 'content/announcements/2026/road-repairs';
const front = (text: string) => {
  const { draft, machineTranslated, ...fields } = parse(splitFrontMatter(text)!.yaml) as Record<string, unknown>;
  // The editor writes `false` where nothing was said; it means the same.
  return { ...fields, ...(draft ? { draft } : {}), ...(machineTranslated ? { machineTranslated } : {}) };
};

describe('an announcement that stands', () => {
  test('is edited, and nothing of it changes but what was edited', async () => {
    const page = await seated();
    await page.goto(new URL('/admin/#/collections/announcements/entries/2026/road-repairs/index', url).href);
    const before = { kk: readFileSync(join(office, folder, 'index.kk.md'), 'utf8'), ru: readFileSync(join(office, folder, 'index.ru.md'), 'utf8') };
    const summary = page.getByText('Ремонт начнётся в июне.').or(page.locator('textarea')).first();
    await summary.waitFor();
    const box = page.getByRole('textbox');
    let filled = false;
    for (let index = 0; index < (await box.count()) && !filled; index++) {
      if ((await box.nth(index).inputValue().catch(() => '')) !== 'Ремонт начнётся в июне.') continue;
      await box.nth(index).fill('Ремонт начнётся в июле.');
      filled = true;
    }
    expect(filled).toBe(true);
    await page.getByRole('button', { name: 'Сохранить' }).first().click();
    await expect.poll(() => written(page, `${folder}/index.ru.md`), { timeout: 20_000 }).toContain('в июле');

    const after = { kk: await written(page, `${folder}/index.kk.md`), ru: await written(page, `${folder}/index.ru.md`) };
    expect(front(after.kk)).toEqual(front(before.kk));
    expect(front(after.ru)).toEqual({ ...front(before.ru), summary: 'Ремонт начнётся в июле.' });
    for (const locale of ['kk', 'ru'] as const) expect(shapeOf(splitFrontMatter(after[locale])!.body, 'md')).toBe(shapeOf(splitFrontMatter(before[locale])!.body, 'md'));
    expect(complaints).toEqual([]);
    await page.context().close();
  }, 90_000);
});

test('what was changed is seen on the desk, checked and saved with one button', async () => {
  const file = join(office, folder, 'index.ru.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('в июне.', 'в июле.'));
  const page = await browser.newPage();
  await page.goto(url);
  await page.getByText('announcements/2026/road-repairs/index.ru.md').first().waitFor();
  await page.getByRole('button', { name: 'Check the texts' }).click();
  expect(await page.getByRole('status').innerText()).toBe('Nothing is wrong with the texts.');
  await page.getByRole('button', { name: 'Save the changes' }).click();
  expect(await page.getByRole('status').innerText()).toBe('Saved: Change 2026/road-repairs: Абай даңғылы жөнделеді');
  expect(execFileSync('git', ['-C', office, 'log', '-1', '--format=%an'], { encoding: 'utf8' }).trim()).toBe('Press');
  await page.getByRole('link', { name: 'See the site with its drafts' }).click();
  await page.getByText('needle-draft').first().waitFor();
  await page.close();
}, 60_000);
