import { join } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { type Served, serveFolder } from '#serve/static-server.ts';
import type { BuiltName } from '../sites/build-all.ts';
import { sharedBrowser } from './launch.ts';

/** How a page is looked at. What is not given is as in a new browser. */
export interface View {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'none' | 'active';
  readonly reducedMotion?: 'no-preference' | 'reduce';
  /** What the site has stored in this browser, by key. */
  readonly stored?: Readonly<Record<string, string>>;
}

/** A reader in front of a site that is served with its real headers. */
export interface Reader {
  /** Opens a page in a browser of its own; `path` is below the base: `/kk/`. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /**
   * Goes to a page in the one window that the tests of a file have in common, which takes a third of the time of `open`.
   * For tests that look at many pages one after the other and leave nothing behind but what `view` sets again.
   */
  visit(path: string, view?: View): Promise<Page>;
  /** The address of a path as the browser shows it. */
  at(path: string): string;
}

const height = 800;
const usualWidth = 1280;

/**
 * Serves a site to the tests of a file, and after each sees that no page complained and that none asked another server for anything.
 * @param base the path of the site's address
 */
export function readerOf(name: BuiltName, base = '/'): Reader {
  let served: Served;
  let window: Promise<Page> | undefined;
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  const at = (path: string) => served.url.slice(0, -1) + path;

  beforeAll(async () => {
    served = await serveFolder({ folder: join(inject('sites'), name), base });
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await (await window)?.context().close();
    await served?.close();
  });

  async function newContext(options: BrowserContextOptions): Promise<BrowserContext> {
    const context = await (await sharedBrowser()).newContext(options);
    context.setDefaultTimeout(inject('patience'));
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
    return context;
  }

  async function openWindow(): Promise<Page> {
    const page = await (await newContext({})).newPage();
    // A page of the site: from here, what the site has stored in this browser can be set.
    await page.goto(at('/404.html'));
    return page;
  }

  return {
    at,
    async open(path, options = {}) {
      const context = await newContext({
        viewport: { width: usualWidth, height },
        ...options,
      });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(at(path));
      return page;
    },
    async visit(
      path,
      {
        width = usualWidth,
        colorScheme = 'light',
        forcedColors = 'none',
        reducedMotion = 'no-preference',
        stored = {},
      } = {},
    ) {
      const page = await (window ??= openWindow());
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme, forcedColors, reducedMotion });
      await page.evaluate((given) => {
        localStorage.clear();
        for (const [key, value] of Object.entries(given)) localStorage.setItem(key, value);
      }, stored);
      await page.goto(at(path));
      return page;
    },
  };
}
