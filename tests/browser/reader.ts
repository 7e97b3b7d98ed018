import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { type Served, serveFolder } from '#serve/static-server.ts';
import type { BuiltName } from '../sites/build-all.ts';
import { launchBrowser } from './launch.ts';

/** A reader in front of a site that is served with its real headers. */
export interface Reader {
  /** Opens a page in a browser of its own; `path` is below the base: `/kk/`. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** The address of a path as the browser shows it. */
  at(path: string): string;
}

/**
 * Serves a site to the tests of a file, and after each sees that no page complained and that none asked another server for anything.
 * @param base the path of the site's address
 */
export function readerOf(name: BuiltName, base = '/'): Reader {
  let served: Served;
  let browser: Browser;
  const open: BrowserContext[] = [];
  const complaints: string[] = [];
  const at = (path: string) => served.url.slice(0, -1) + path;

  beforeAll(async () => {
    served = await serveFolder({ folder: join(inject('sites'), name), base });
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map((context) => context.close()));
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  return {
    at,
    async open(path, options = {}) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        ...options,
      });
      open.push(context);
      context.setDefaultTimeout(10_000);
      // What the site's policy forbids is told on the console, too.
      context.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning')
          complaints.push(`${message.page()?.url()}: ${message.text()}`);
      });
      context.on('weberror', (error) => void complaints.push(String(error.error())));
      context.on('request', (request) => {
        if (!request.url().startsWith(served.url)) complaints.push(`asked for ${request.url()}`);
      });
      context.on('response', (response) => {
        if (response.status() >= 400 && !response.request().isNavigationRequest())
          complaints.push(`${response.status()} ${response.url()}`);
      });
      const page = await context.newPage();
      await page.goto(at(path));
      return page;
    },
  };
}
