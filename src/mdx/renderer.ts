import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MdxFault, MdxRenderer } from '#body/body.ts';
import type { BodyComponent } from '#body/components.ts';
import { hashOf } from '#cache/hash.ts';
import { listFiles } from '#cache/list-files.ts';
import { cacheFolder, lockFiles, programFolder } from '#cache/program.ts';
import type { Dictionary } from '#lang/dictionary.ts';
import type { Strings } from '#lang/strings.ts';
import { stringIds } from '#lang/strings-keys.ts';
import { startWorker, type WorkerClient } from '#worker.ts';
import type { MdxAnswer, MdxQuestion, MdxTask, PathsAnswer, PathsQuestion } from './mdx-task.ts';

/** The time limit for a text, in seconds. The largest take a tenth of a second. */
const mostSeconds = 10;

/** The time limit for the addresses of all pages of a theme, in seconds. Their imports are loaded in it. */
const mostSecondsForPaths = 60;

/** Additional seconds for the start of the worker. It takes two, and more on a busy machine. */
const secondsToStart = 60;

/** The number of texts after which a new worker replaces the old one. Each text leaves about 0.8 MB in the worker. */
const mostTexts = 200;

/** A renderer with its own worker. */
export interface MdxThread extends MdxRenderer, PathsFinder {
  /** Ends the worker, if there is one. A later text starts another. */
  stop(): Promise<unknown>;
}

/** Finds the addresses of the dynamic pages of a theme. */
export interface PathsFinder {
  /** Runs `getStaticPaths` of the pages in the worker that renders texts. */
  paths(question: PathsQuestion): Promise<PathsAnswer | Endless>;
}

/** The answer when the time limit was reached. */
export type Endless = Extract<MdxFault, { fault: 'component-endless' }>;

/**
 * Renders MDX texts with @astrojs/mdx and Astro's Container in a worker, which starts with the first text that is
 * not in the cache. The HTML is cached in `.cache/texts` by its input, so each text is rendered once.
 * @param task the components of the theme
 * @param options.key the hash of the theme, as part of the cache key
 * @param options.seconds the time limit for a text
 * @param options.withScript the names of components that have a script
 * @param options.props what texts may pass to components
 */
export function createMdxRenderer(
  task: MdxTask = { own: [] },
  {
    key = '',
    seconds = mostSeconds,
    withScript = new Set(),
    props = new Map(),
  }: { key?: string; seconds?: number } & Partial<Pick<MdxRenderer, 'withScript' | 'props'>> = {},
): MdxThread {
  let thread: WorkerClient<MdxQuestion | PathsQuestion, MdxAnswer | PathsAnswer> | undefined;
  let texts = 0;
  const stop = async () => {
    const running = thread;
    thread = undefined;
    texts = 0;
    await running?.stop();
  };
  /** Texts are rendered one at a time, because the time of each is measured. */
  let before: Promise<unknown> = Promise.resolve();
  const ask = async <Answer extends MdxAnswer | PathsAnswer>(
    question: MdxQuestion | PathsQuestion,
    limit: number,
  ): Promise<Answer | Endless> => {
    if (texts >= mostTexts) await stop();
    const starting = !thread;
    thread ??= startWorker(new URL('./mdx-worker.ts', import.meta.url), task);
    texts++;
    const answer = await withinTime(
      thread.ask(question) as Promise<Answer>,
      starting ? limit + secondsToStart : limit,
    );
    if (answer) return answer;
    await stop();
    return { fault: 'component-endless', seconds: limit };
  };
  const afterOthers = <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    const answer = before.then(work);
    before = answer.catch(() => {});
    return answer;
  };
  return {
    own: new Set(task.own.map(([name]) => name)),
    withScript,
    props,
    key,
    render(text, strings) {
      const dictionary = dictionaryOf(strings);
      const file = fileOf([toolchain(), key, strings.locale, dictionary, text]);
      const known = readKnown(file);
      if (known !== undefined) return Promise.resolve({ html: known });
      return afterOthers(async () => {
        const found = await ask<MdxAnswer>({ text, locale: strings.locale, dictionary }, seconds);
        if ('html' in found) writeKnown(file, found.html);
        return found;
      });
    },
    paths: (question) => afterOthers(() => ask<PathsAnswer>(question, mostSecondsForPaths)),
    stop,
  };
}

/** A component of a theme. */
export interface TextComponent {
  readonly name: string;
  /** The absolute path. */
  readonly file: string;
  /** True if it, or a component that it uses, has a script. */
  readonly hasScript: boolean;
  /** What texts may pass to it; undefined where its code does not say it plainly. */
  readonly props: BodyComponent | undefined;
}

/** Gives the renderer for a theme, and keeps its worker from one snapshot to the next. */
export interface MdxPool {
  /**
   * Gives the current renderer, or another one with a new worker if the theme changed.
   * @param key the hash of the theme
   */
  rendererWith(components: readonly TextComponent[], key: string): MdxRenderer & PathsFinder;
  stop(): Promise<unknown>;
}

/** Creates a pool with one renderer at a time. */
export function createMdxPool(): MdxPool {
  let current: MdxThread | undefined;
  return {
    rendererWith(components, key) {
      if (current?.key === key) return current;
      void current?.stop();
      const own = components.map(({ name, file }) => [name, file] as const);
      const scripted = components.filter(({ hasScript }) => hasScript);
      const withScript = new Set(scripted.map(({ name }) => name));
      const props = new Map(
        components.flatMap((each) => (each.props ? [[each.name, each.props] as const] : [])),
      );
      return (current = createMdxRenderer({ own }, { key, withScript, props }));
    },
    stop: async () => current?.stop(),
  };
}

/**
 * Waits for an answer up to a time limit.
 * @returns undefined if the time limit is reached
 */
async function withinTime<Answer>(
  answer: Promise<Answer>,
  seconds: number,
): Promise<Answer | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), seconds * 1000);
  });
  try {
    return await Promise.race([answer, over]);
  } finally {
    clearTimeout(timer);
  }
}

const dictionaries = new WeakMap<Strings, Dictionary>();

/** All interface texts as a plain value that can be sent to a worker. */
function dictionaryOf(strings: Strings): Dictionary {
  let dictionary = dictionaries.get(strings);
  if (!dictionary) {
    dictionary = Object.fromEntries(stringIds.map((id) => [id, strings.message(id)])) as Dictionary;
    dictionaries.set(strings, dictionary);
  }
  return dictionary;
}

const folder = join(cacheFolder, 'texts');

function fileOf(madeOf: readonly unknown[]): string {
  return join(folder, `${hashOf(madeOf)}.html`);
}

/** The file begins with the checksum of the rest: a damaged text is rendered again. */
function readKnown(file: string): string | undefined {
  try {
    const written = readFileSync(file, 'utf8');
    const html = written.slice(checksumLength + 1);
    return written.startsWith(`${checksumOf(html)}\n`) ? html : undefined;
  } catch {
    return undefined; // Not in the cache yet.
  }
}

function writeKnown(file: string, html: string): void {
  mkdirSync(folder, { recursive: true });
  // Write a temporary file and rename it, so that the file is complete even if another process writes the same one.
  const made = `${file}.${process.pid}`;
  writeFileSync(made, `${checksumOf(html)}\n${html}`);
  renameSync(made, file);
}

/** In hexadecimal digits. */
const checksumLength = 64;

function checksumOf(html: string): string {
  return hash('sha256', html);
}

let digest: string | undefined;

/**
 * The hash of everything that decides the HTML, apart from the text and the theme: the version of Node, the lock
 * file of the packages, and our code and components.
 */
function toolchain(): string {
  return (digest ??= hashOf([
    process.version,
    ...lockFiles.map((file) => readFileSync(file, 'utf8')),
    ...['src/mdx', 'src/body'].flatMap((room) =>
      listFiles(join(programFolder, room)).map((file) => [
        file,
        readFileSync(join(programFolder, room, file), 'utf8'),
      ]),
    ),
  ]));
}
