import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { getViteConfig } from 'astro/config';
import { createServer, isRunnableDevEnvironment, type Plugin } from 'vite';
import type { ModuleRunner } from 'vite/module-runner';
import { features } from '#body/parse.ts';
import { authorMark, headingMark } from '#body/sanitize.ts';
import { astroFolders, cacheFolder } from '#cache/program.ts';
import { programImports } from '#cache/program-imports.ts';
import type { Strings } from '#lang/strings.ts';
import type { SentCollections } from './sent-collections.ts';

/** Compiles MDX texts and Astro components, and runs them. */
export interface Compiler {
  /**
   * Compiles a text.
   * @returns the module of the text
   * @throws if it cannot be compiled
   */
  text(text: string, strings: Strings): Promise<{ readonly Content: unknown }>;
  /**
   * Loads a module.
   * @param id a module of the program or of a package, or an absolute file path
   */
  module(id: string): Promise<Record<string, unknown>>;
  /** What `getCollection` answers from. */
  collections(): Promise<SentCollections>;
}

const store = fileURLToPath(new URL('./sent-collections.ts', import.meta.url));

/**
 * Texts are virtual modules and not files: a file may have changed since its text was checked, and the checked text
 * is compiled.
 */
const textPrefix = '/@jarshy-text/';

type Processor = ReturnType<typeof satteri>;
type SatteriOptions = NonNullable<Parameters<typeof satteri>[0]>;
type HastPlugin = NonNullable<SatteriOptions['hastPlugins']>[number];

/**
 * Marks every element that the author wrote, so that the sanitizer can tell it from elements of components. Also
 * keeps Astro from processing pictures, which `body/place-pictures.ts` inserts.
 */
const markAuthor: HastPlugin = {
  name: 'jarshy-mark-author',
  element: {
    filter: [],
    visit(node, context) {
      (context.data as { astro?: { localImagePaths: Set<string> } }).astro?.localImagePaths.clear();
      const mark = /^h[1-6]$/u.test(node.tagName) && node.properties?.id == null ? headingMark : '';
      context.setProperty(node, authorMark.attribute, mark);
    },
  },
  mdxJsxFlowElement: {
    filter: [],
    visit(node, context) {
      if (/^[a-z]/u.test(node.name ?? '')) context.setProperty(node, authorMark.attribute, '');
    },
  },
  mdxJsxTextElement: {
    filter: [],
    visit(node, context) {
      if (/^[a-z]/u.test(node.name ?? '')) context.setProperty(node, authorMark.attribute, '');
    },
  },
};

/** Starts Vite with Astro's compiler and @astrojs/mdx. This takes about two seconds. */
export async function startCompiler(): Promise<Compiler> {
  const texts = new Map<string, { readonly text: string; readonly strings: Strings }>();
  const runner = await startRunner(
    [sentStore(), pagesWithoutMarkup(), programImports, textModules(texts), nestedStyles()],
    processorOf(texts),
  );
  let number = 0;
  return {
    async text(text, strings) {
      const id = `${textPrefix}${++number}.mdx`;
      texts.set(id, { text, strings });
      try {
        return await runner.import(id);
      } finally {
        texts.delete(id);
      }
    },
    module: (id) => runner.import(id),
    // The modules that Vite runs are others than those of this thread.
    collections: async () => (await runner.import<{ default: SentCollections }>(store)).default,
  };
}

async function startRunner(plugins: Plugin[], processor: Processor): Promise<ModuleRunner> {
  const config = await getViteConfig(
    { plugins, cacheDir: join(cacheFolder, 'vite'), optimizeDeps: { noDiscovery: true } },
    {
      ...astroFolders,
      configFile: false,
      logLevel: 'error',
      cacheDir: join(cacheFolder, 'astro'),
      // Ignores line breaks between tags, as JSX does, so Prettier may place them anywhere.
      compressHTML: 'jsx',
      devToolbar: { enabled: false },
      integrations: [mdx({ processor, optimize: true, syntaxHighlight: false })],
    },
  )({ mode: 'production', command: 'serve' });
  const server = await createServer({
    ...config,
    configFile: false,
    logLevel: 'error',
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  });
  const { ssr } = server.environments;
  if (!ssr || !isRunnableDevEnvironment(ssr)) throw new Error('Vite cannot run modules here.');
  return ssr.runner;
}

/** See `sent-collections.ts`. */
function sentStore(): Plugin {
  return {
    name: 'jarshy-sent-collections',
    enforce: 'pre',
    resolveId: {
      order: 'pre',
      handler: (id) => (id === 'astro:data-layer-content' ? store : undefined),
    },
  };
}

/**
 * Of the pages of a theme, only `getStaticPaths` is run here. So the components that they show are not loaded: with the
 * frame alone, that would be the whole program.
 */
function pagesWithoutMarkup(): Plugin {
  const nothing = '/@jarshy-nothing';
  return {
    name: 'jarshy-pages-without-markup',
    enforce: 'pre',
    resolveId: {
      order: 'pre',
      handler: (id, importer) =>
        id.endsWith('.astro') && /\/pages\/[^?]*\.astro$/u.test(importer ?? '')
          ? nothing
          : undefined,
    },
    load: (id) => (id === nothing ? 'export default () => "";' : undefined),
  };
}

function textModules(texts: ReadonlyMap<string, { readonly text: string }>): Plugin {
  return {
    name: 'jarshy-texts',
    enforce: 'pre',
    resolveId: (id) => (texts.has(id) ? id : undefined),
    load: (id) => texts.get(id)?.text,
  };
}

/**
 * `Table.astro?container` includes the component's own styles in its HTML. This plugin adds the query to the
 * components that it imports, so that their styles are included too.
 */
function nestedStyles(): Plugin {
  return {
    name: 'jarshy-nested-styles',
    enforce: 'pre',
    async resolveId(id, importer) {
      const asked = /^(?<file>.*\.astro)\?container$/u.exec(importer ?? '')?.groups?.file;
      if (!asked || !id.endsWith('.astro')) return undefined;
      const found = await this.resolve(id, asked, { skipSelf: true });
      return found && `${found.id}?container`;
    },
  };
}

/** A processor that reads each text as `body/parse.ts` does, with the footnote labels of its language. */
function processorOf(texts: ReadonlyMap<string, { readonly strings: Strings }>): Processor {
  const processor = satteri();
  return {
    ...processor,
    createMdxRenderer: async (shared, options) => ({
      async process(content, id, frontmatter) {
        const text = texts.get(id);
        if (!text) throw new Error(`${id} is no text of this site.`);
        const ofLanguage = satteri({
          features: features(text.strings),
          hastPlugins: [markAuthor],
        });
        const renderer = await ofLanguage.createMdxRenderer?.(shared, options);
        if (!renderer) throw new Error('Sätteri compiles no MDX.');
        return renderer.process(content, id, frontmatter);
      },
    }),
  };
}
