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
];

/**
 * Starts a browser for tests; the caller closes it.
 * @throws Error when there is none and none can be installed; see `findChromium`
 */
export async function launchBrowser(): Promise<Browser> {
  // Chromium's sandbox refuses to work for root, which is who tests in containers are.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: await findChromium(), args: [...quiet, ...asRoot] });
}

/** Vitest's global setup: looks once before the workers start, so that two of them never install at the same time. */
export async function setup(): Promise<void> {
  process.env['CHROMIUM'] = await findChromium();
}
