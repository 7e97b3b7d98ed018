import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

/** What looking for a browser asks of the machine. Tests put one of their own in its place. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  /** Whether there is a program at the path. */
  exists(path: string): boolean;
  /**
   * Runs a command to its end; what it prints goes to the error output.
   * @throws Error when it ends with another status than 0, or not within `seconds`
   */
  run(command: string, args: readonly string[], seconds: number): Promise<void>;
  /** Where Playwright's own Chromium is, or would be. */
  playwrightChromium(): string;
  /** The script of Playwright's command line. */
  playwrightCli(): string;
}

export const thisMachine: Machine = {
  platform: process.platform,
  env: process.env,
  isRoot: process.getuid?.() === 0,
  exists(path) {
    try {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false; // ENOENT, EACCES: for us, the same.
    }
  },
  run,
  playwrightChromium: () => chromium.executablePath(),
  // The package exports its package.json and not its command line, which npm knows by place only.
  playwrightCli: () =>
    join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js'),
};

function run(command: string, args: readonly string[], seconds: number): Promise<void> {
  return new Promise((done, failed) => {
    // A group of its own: Playwright downloads in a grandchild, which must end with it when time is up.
    const child = spawn(command, args, {
      stdio: ['ignore', 2, 2],
      detached: process.platform !== 'win32',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const timer = setTimeout(() => {
      if (process.platform === 'win32') child.kill();
      else process.kill(-child.pid!, 'SIGTERM');
      failed(new Error(`not finished after ${seconds} s`));
    }, seconds * 1000);
    child.on('error', (error) => {
      clearTimeout(timer);
      failed(error);
    });
    child.on('exit', (status) => {
      clearTimeout(timer);
      if (status === 0) done();
      else failed(new Error(`ended with status ${status}`));
    });
  });
}
