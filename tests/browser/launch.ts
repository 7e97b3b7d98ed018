import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './chromium.ts';

/** Quiet: no sound of its own on the network, no questions, no graphics card. */
const quiet = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The browser without a window would fit letters to the pixels, and its sister does not.
  '--font-render-hinting=none',
];

/**
 * Starts a browser; the caller closes it.
 * @throws Error when there is none and none can be installed; see `findChromium`
 */
export async function launchBrowser(): Promise<Browser> {
  // Chromium's sandbox refuses to work for root, which is who tests in containers are.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: await findChromium(), args: [...quiet, ...asRoot] });
}

let shared: Promise<Browser> | undefined;

/**
 * The browser of this worker: one for all its test files, which share their modules (`isolate: false` in vitest.config.ts).
 * Each file closes the contexts that it opens. The browser ends with the worker.
 * @throws Error as `launchBrowser` does
 */
export async function sharedBrowser(): Promise<Browser> {
  // One that has crashed fails the test in which it did, and no test after it.
  if (shared && !(await shared).isConnected()) shared = undefined;
  return (shared ??= launchBrowser());
}

/** Vitest's global setup: looks once before the workers start, so that two of them never install at the same time. */
export async function setup(): Promise<void> {
  process.env['CHROMIUM'] = await findChromium();
}
