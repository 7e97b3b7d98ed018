// A separate worker, because compiling keeps a core busy while the build goes on, and because a component that never
// ends can then be stopped.
import { basename } from 'node:path';
import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { TextLocals } from '#body/body.ts';
import { createStrings } from '#lang/strings.ts';
import { startCompiler } from './compiler.ts';
import type {
  DynamicRoute,
  GivenPaths,
  MdxAnswer,
  MdxQuestion,
  MdxTask,
  PathsAnswer,
  PathsFault,
  PathsQuestion,
} from './mdx-task.ts';
import { staticPaths } from './static-paths.ts';

type ContainerModule = typeof import('astro/container');
type Container = Awaited<ReturnType<ContainerModule['experimental_AstroContainer']['create']>>;

const { own } = workerData as MdxTask;
const builtIn = fileURLToPath(new URL('../body/components/', import.meta.url));
process.env.NODE_ENV = 'production';
process.env.ASTRO_TELEMETRY_DISABLED = '1';

const compiler = await startCompiler();
const container = await createContainer();
const components = await loadComponents();

async function createContainer(): Promise<Container> {
  const { experimental_AstroContainer } = (await compiler.module(
    'astro/container',
  )) as unknown as ContainerModule;
  const made = await experimental_AstroContainer.create();
  const { default: renderer } = await compiler.module('@astrojs/mdx/server.js');
  made.addServerRenderer({ name: 'astro:jsx', renderer: renderer as never });
  return made;
}

/**
 * Loads the components by name: the built-in ones, and those of the theme, which may replace them. `?container`
 * includes their styles.
 */
async function loadComponents(): Promise<Record<string, unknown>> {
  const files = new Map([
    ...globSync('*.astro', { cwd: builtIn }).map(
      (file) => [basename(file, '.astro'), `${builtIn}${file}`] as const,
    ),
    ...own,
  ]);
  const loaded: Record<string, unknown> = {};
  for (const [name, file] of files)
    loaded[name] = (await compiler.module(`${file}?container`)).default;
  return loaded;
}

async function answer({ text, locale, dictionary }: MdxQuestion): Promise<MdxAnswer> {
  const strings = createStrings(locale, dictionary);
  const { Content } = await compiler.text(text, strings);
  const locals: TextLocals = { locale, t: strings.t };
  try {
    const html = await container.renderToString(Content as never, {
      props: { components },
      locals,
    });
    return { html };
  } catch (error) {
    return { fault: 'component-throws', ...placeOf(error), detail: messageOf(error) };
  }
}

async function pathsOf({ routes, collections }: PathsQuestion): Promise<PathsAnswer> {
  const sent = await compiler.collections();
  sent.clear();
  sent.asked.clear();
  for (const [name, entries] of collections)
    sent.set(name, new Map(entries.map((entry) => [entry.id, entry])));
  const given: Array<GivenPaths | PathsFault> = [];
  for (const route of routes) given.push(await pathsOfRoute(route));
  return { given, asked: [...sent.asked] };
}

async function pathsOfRoute({ file, pattern }: DynamicRoute): Promise<GivenPaths | PathsFault> {
  try {
    return await staticPaths(await compiler.module(file), pattern);
  } catch (error) {
    return { fault: 'throws', place: pageOf(error), detail: messageOf(error) };
  }
}

/** The line of a page on which an error was thrown; empty if it is unknown. */
function pageOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return (
    /\/(?<place>(?:pages|components)\/[^\s():]*:\d+)(?::\d+)/u.exec(stack)?.groups?.place ?? ''
  );
}

/** Where the component is that threw an error: the first component file in the stack. */
function placeOf(error: unknown): { name: string | undefined; place: string } {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const found =
    /(?<path>[^\s()]*\/components\/(?<file>(?:[\w-]+\/)*(?<name>\w+)\.astro))(?:\?\w+)?:(?<line>\d+):(?<column>\d+)/u.exec(
      stack,
    );
  const { path = '', file, name, line, column } = found?.groups ?? {};
  const room = path.includes('/src/body/') ? 'src/body' : 'theme';
  return { name, place: file ? `${room}/components/${file}:${line}:${column}` : '' };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

parentPort?.on('message', (question: MdxQuestion | PathsQuestion) => {
  const found = 'text' in question ? answer(question) : pathsOf(question);
  void found.then((each) => parentPort?.postMessage(each));
});
