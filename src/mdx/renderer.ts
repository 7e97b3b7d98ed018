import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MdxRenderer } from '#body/body.ts';
import { hashOf } from '#cache/hash.ts';
import { listFiles } from '#cache/list-files.ts';
import { cacheFolder, programFolder } from '#cache/program.ts';
import type { Dictionary } from '#lang/dictionary.ts';
import type { Strings } from '#lang/strings.ts';
import { stringIds } from '#lang/strings-keys.ts';
import { startWorker, type WorkerClient } from '#worker.ts';
import type { MdxAnswer, MdxQuestion, MdxTask } from './mdx-task.ts';

/** Seconds after which a text is given up: the largest take a tenth of one. */
const mostSeconds = 10;

/** Seconds that the thread may take to start, besides: it takes two, more on a busy machine. */
const secondsToStart = 60;

/** Texts, after which a new thread takes over: each leaves some 0.8 MB in it. */
const mostTexts = 200;

export interface MdxThread extends MdxRenderer {
  /** Ends the thread, if one was started. A later text starts another. */
  stop(): Promise<unknown>;
}

/**
 * Renders MDX texts with @astrojs/mdx and Astro's Container, in a thread that is started for the first text that was never rendered
 * before. What was rendered is kept in `.cache/texts` by its content, so each text costs once.
 */
export function createMdxRenderer(
  task: MdxTask = { own: [] },
  {
    key = '',
    seconds = mostSeconds,
    withScript = new Set(),
  }: { key?: string; seconds?: number; withScript?: ReadonlySet<string> } = {},
): MdxThread {
  let thread: WorkerClient<MdxQuestion, MdxAnswer> | undefined;
  let texts = 0;
  const stop = async () => {
    const running = thread;
    thread = undefined;
    texts = 0;
    await running?.stop();
  };
  /** One text after the other: the time of each is measured. */
  let before: Promise<unknown> = Promise.resolve();
  const ask = async (question: MdxQuestion): Promise<MdxAnswer> => {
    if (texts >= mostTexts) await stop();
    const starting = !thread;
    thread ??= startWorker(new URL('./mdx-worker.ts', import.meta.url), task);
    texts++;
    const answer = await withinTime(
      thread.ask(question),
      starting ? seconds + secondsToStart : seconds,
    );
    if (answer) return answer;
    await stop();
    return { fault: 'component-endless', seconds };
  };
  return {
    own: new Set(task.own.map(([name]) => name)),
    withScript,
    key,
    render(text, strings) {
      const dictionary = dictionaryOf(strings);
      const file = fileOf([toolchain(), key, strings.locale, dictionary, text]);
      const known = readKnown(file);
      if (known !== undefined) return Promise.resolve({ html: known });
      const answer = before.then(async () => {
        const found = await ask({ text, locale: strings.locale, dictionary });
        if ('html' in found) writeKnown(file, found.html);
        return found;
      });
      before = answer.catch(() => {});
      return answer;
    },
    stop,
  };
}

/** A component of a theme. */
export interface TextComponent {
  readonly name: string;
  /** Absolute. */
  readonly file: string;
  /** Whether it has a script, itself or in a component that it uses. */
  readonly hasScript: boolean;
}

/** Gives the renderer for a theme, and keeps its thread from one snapshot to the next. */
export interface MdxPool {
  /** @param key of the theme: another theme gets another thread */
  rendererWith(components: readonly TextComponent[], key: string): MdxRenderer;
  stop(): Promise<unknown>;
}

export function createMdxPool(): MdxPool {
  let current: MdxThread | undefined;
  return {
    rendererWith(components, key) {
      if (current?.key === key) return current;
      void current?.stop();
      const own = components.map(({ name, file }) => [name, file] as const);
      const scripted = components.filter(({ hasScript }) => hasScript);
      const withScript = new Set(scripted.map(({ name }) => name));
      return (current = createMdxRenderer({ own }, { key, withScript }));
    },
    stop: async () => current?.stop(),
  };
}

/** @returns undefined when the time is over */
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

/** All interface texts as a plain value, which can be sent to a thread. */
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

function readKnown(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // Never rendered.
  }
}

function writeKnown(file: string, html: string): void {
  mkdirSync(folder, { recursive: true });
  // Whole or not at all, whoever else writes the same.
  const made = `${file}.${process.pid}`;
  writeFileSync(made, html);
  renameSync(made, file);
}

let digest: string | undefined;

/** What decides the HTML besides the text and the theme: our components and code, and the packages by the lock file. */
function toolchain(): string {
  return (digest ??= hashOf([
    process.version,
    readFileSync(join(programFolder, 'package-lock.json'), 'utf8'),
    ...['src/mdx', 'src/body'].flatMap((room) =>
      listFiles(join(programFolder, room)).map((file) => [
        file,
        readFileSync(join(programFolder, room, file), 'utf8'),
      ]),
    ),
  ]));
}
