import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { inject } from 'vitest';
import { root } from '../sites/build-all.ts';
import { type Running, start } from '../sites/command.ts';

/** A press office: a repository with content, and the desk that runs over it. */
export interface Office {
  /** The folder of the repository; the content lies below. */
  readonly folder: string;
  /** Of the desk's page. */
  readonly url: string;
  git(...args: string[]): string;
  /** Ends the desk and deletes the folder. */
  close(): Promise<void>;
}

/** Opens an office over a copy of a fixture. */
export async function openOffice(fixture: string): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), 'jarshy-office-'));
  cpSync(join(root, 'tests/fixtures', fixture), join(folder, 'content'), { recursive: true });
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'core.quotePath=false', ...args], {
      encoding: 'utf8',
    });
  git('init', '-q');
  git('config', 'user.name', 'Press');
  git('config', 'user.email', 'press@example.org');
  git('add', '-A');
  git('commit', '-q', '-m', 'start');
  const running: Running = start(['desk', '--content', 'content', '--port', '0'], folder);
  const url = await new Promise<string>((found, failed) => {
    running.process.stdout!.on('data', (said: Buffer) => {
      const address = /http:\/\/127\.0\.0\.1:\d+\/desk\//u.exec(String(said))?.[0];
      if (address) found(address);
    });
    void running.end.then(({ stderr }) => failed(new Error(stderr)));
  });
  const close = async () => {
    running.process.kill();
    await running.end;
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, url, git, close };
}

/** A person at the editor. */
export interface Editor {
  readonly page: Page;
  /** Addresses elsewhere that the page has asked for. */
  readonly asked: readonly string[];
  /** What the editor has told the person in a box. */
  readonly told: readonly string[];
  /** What the editor has written, brought into the office: there the browser would have written it. */
  bring(): Promise<void>;
  close(): Promise<void>;
}

interface StoredFile {
  readonly path: readonly string[];
  readonly data: string;
}

/** Opens the editor. In the place of the dialog that chooses a folder stands a folder of the browser's own, with the same files. */
export async function openEditor(browser: Browser, { folder, url }: Office): Promise<Editor> {
  const files = readdirSync(join(folder, 'content'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file): StoredFile => ({
      path: file.slice(folder.length + 1).split('/'),
      data: readFileSync(file).toString('base64'),
    }));
  const context = await browser.newContext({
    viewport: { width: 1400, height: 1000 },
    locale: 'ru-RU',
  });
  const asked: string[] = [];
  const told: string[] = [];
  context.on('request', (request) => {
    if (
      !request.url().startsWith(new URL('/', url).href) &&
      !/^(?:blob|data):/u.test(request.url())
    )
      asked.push(request.url());
  });
  await context.addInitScript((given: StoredFile[]) => {
    const choose = async () => {
      const root = await navigator.storage.getDirectory();
      await root.getDirectoryHandle('.git', { create: true });
      for (const { path, data } of given) {
        let at = root;
        for (const name of path.slice(0, -1))
          at = await at.getDirectoryHandle(name, { create: true });
        const writable = await (
          await at.getFileHandle(path.at(-1)!, { create: true })
        ).createWritable();
        await writable.write(Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0)));
        await writable.close();
      }
      return Object.assign(root, {
        requestPermission: async () => 'granted',
        queryPermission: async () => 'granted',
      });
    };
    Object.assign(window, { showDirectoryPicker: choose });
  }, files);
  const page = await context.newPage();
  page.setDefaultTimeout(inject('patience'));
  page.on('dialog', (dialog) => {
    told.push(dialog.message());
    void dialog.accept();
  });
  await page.goto(new URL('/admin/', url).href);
  await page.getByRole('button', { name: /локальн|Local Repository/iu }).click();
  await page
    .getByRole('link', { name: 'Announcements' })
    .or(page.getByText('Announcements'))
    .first()
    .waitFor();
  return {
    page,
    asked,
    told,
    bring: async () => bringInto(folder, await storedIn(page)),
    close: () => context.close(),
  };
}

function bringInto(folder: string, files: readonly StoredFile[]): void {
  for (const { path, data } of files) {
    const file = join(folder, ...path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, Buffer.from(data, 'base64'));
  }
}

/** Every file of the browser's folder. */
function storedIn(page: Page): Promise<StoredFile[]> {
  return page.evaluate(async () => {
    const found: Array<{ path: string[]; data: string }> = [];
    const look = async (folder: FileSystemDirectoryHandle, path: string[]): Promise<void> => {
      for await (const handle of (
        folder as unknown as { values(): AsyncIterable<FileSystemHandle> }
      ).values()) {
        const here = [...path, handle.name];
        if (handle.kind === 'directory') await look(handle as FileSystemDirectoryHandle, here);
        else {
          const bytes = new Uint8Array(
            await (await (handle as FileSystemFileHandle).getFile()).arrayBuffer(),
          );
          let letters = '';
          for (const byte of bytes) letters += String.fromCharCode(byte);
          found.push({ path: here, data: btoa(letters) });
        }
      }
    };
    await look(await navigator.storage.getDirectory(), []);
    return found;
  });
}
