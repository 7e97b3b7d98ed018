import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  againstTheTable,
  circles,
  collectionsAskedForMore,
  downloads,
  handedOverElsewhere,
  languagesElsewhere,
  type MayImport,
  misspelled,
  notForVisitors,
  othersWhoAskTheTime,
  outsidersWhoCallAstro,
  scatteredDependencies,
  templatesThatAskMore,
  writersThatSeeMore,
} from './architecture/sentences.ts';
import { languageTags } from '#languages/languages.ts';
import { readTree, type Tree } from './architecture/tree.ts';

/** What each folder (or file) of `src/` may import besides itself. Read downwards: nothing points up. */
const mayImport: MayImport = {
  'clock.ts': [],
  'memo.ts': [],
  'worker.ts': [],
  styles: [],
  languages: [],
  lang: ['languages', 'memo.ts'],
  // What the desk calls the fields that name entries of a registry.
  'schema/registry-names.ts': [],
  messages: ['schema/registry-names.ts', 'lang', 'languages'],
  cache: ['lang'],
  schema: ['schema/registry-names.ts', 'styles', 'lang', 'languages'],
  authoring: ['schema', 'messages', 'lang'],
  images: ['styles', 'schema', 'cache', 'lang'],
  // The schemas of Astro's collections.
  'content.config.ts': ['schema'],
  site: ['schema', 'cache', 'lang', 'clock.ts'],
  body: ['images', 'site', 'schema', 'cache', 'lang', 'languages'],
  // Compiles and runs the texts that `body` has checked.
  mdx: ['body', 'cache', 'lang', 'worker.ts'],
  history: ['body', 'site', 'schema', 'messages', 'lang', 'clock.ts'],
  status: ['body', 'site', 'schema', 'messages', 'lang', 'clock.ts'],
  // The desk begins the texts that are missing.
  desk: [
    'status',
    'authoring',
    'body',
    'site',
    'schema',
    'messages',
    'lang',
    'languages',
    'clock.ts',
  ],
  snapshot: [
    'mdx',
    'history',
    'body',
    'images',
    'site',
    'schema',
    'cache',
    'styles',
    'lang',
    'languages',
    'clock.ts',
    'memo.ts',
  ],
  search: ['snapshot', 'site', 'schema/registry-names.ts', 'cache', 'lang', 'languages'],
  browser: ['search', 'schema/registry-names.ts', 'lang'],
  views: ['search/texts.ts', 'snapshot', 'images', 'site', 'schema', 'cache', 'lang', 'memo.ts'],
  // The policy of a page stands in the page and, apart from styles, in the headers. It names the one script in the page by its hash.
  outputs: [
    'browser/early-settings.ts',
    'history',
    'views',
    'snapshot',
    'body',
    'site',
    'styles',
    'schema',
    'cache/hash.ts',
    'lang',
    'memo.ts',
  ],
  components: [
    'browser/early-settings.ts',
    'browser/reader-settings.ts',
    'views',
    'outputs/page-policy.ts',
    'outputs/theme.ts',
    'outputs/reader-styles.ts',
    'snapshot',
    'site',
    'styles',
  ],
  layouts: ['components', 'views', 'browser', 'snapshot'],
  pages: ['layouts', 'views'],
  // What pages of a theme import.
  theme: ['layouts', 'views', 'snapshot', 'lang'],
  'checks/readers': ['outputs', 'site', 'schema', 'lang/lookup.ts'],
  'checks/rule.ts': ['checks/readers', 'snapshot', 'site', 'schema', 'lang'],
  // What a leaked word looks like in the search index.
  'checks/leaks': [
    'search/words/fold.ts',
    'checks/rule.ts',
    'checks/readers',
    'snapshot',
    'site',
    'schema',
    'lang',
  ],
  'checks/rules': [
    'body',
    'checks/leaks',
    'checks/rule.ts',
    'checks/readers',
    'outputs',
    'site',
    'schema',
    'lang',
    'languages',
    'memo.ts',
  ],
  'checks/engine': [
    'checks/rules',
    'checks/rule.ts',
    'checks/readers',
    'snapshot',
    'site',
    'cache',
    'lang/lookup.ts',
  ],
  // What is personal data is decided in one place.
  importers: [
    'checks/rules/privacy',
    'checks/readers/exif.ts',
    'search/words',
    'authoring',
    'body',
    'images',
    'site',
    'schema',
    'messages',
    'lang',
    'languages',
  ],
  // One word for one slip, whoever finds it.
  proofread: [
    'checks/rules/mixed-scripts.ts',
    'body',
    'search',
    'site',
    'schema',
    'lang',
    'languages',
  ],
  build: [
    'checks/engine',
    'checks/readers',
    'checks/rule.ts',
    'outputs',
    'views',
    'search',
    'snapshot',
    'history',
    'images',
    'site',
    'schema',
    'messages',
    'cache',
    'lang',
    'clock.ts',
    'worker.ts',
  ],
  release: [
    'build',
    'outputs',
    'history',
    'site',
    'messages',
    'cache',
    'clock.ts',
    'schema',
    'snapshot/theme.ts',
    'lang',
  ],
  serve: [
    'mdx',
    'build',
    'outputs',
    'snapshot',
    'site',
    'schema',
    'cache',
    'clock.ts',
    'lang/lookup.ts',
  ],
  deliver: [
    'release',
    'build/lock.ts',
    'outputs',
    'history',
    'site',
    'schema',
    'messages',
    'cache',
    'lang',
  ],
  'cli/command.ts': ['messages', 'schema'],
  'cli/help-texts.ts': ['cli/command.ts', 'lang', 'languages'],
  'cli/folders.ts': ['cli/command.ts', 'messages', 'outputs', 'clock.ts'],
  'cli/port.ts': ['cli/command.ts', 'messages'],
  // The manual lies beside the sources.
  'cli/manual.ts': ['cache/site-folder.mjs', 'schema'],
  'cli/terminal': [
    'messages',
    'cli/command.ts',
    'cli/folders.ts',
    'importers',
    'serve',
    'build',
    'checks/rule.ts',
    'status',
    'schema',
    'lang',
    'languages',
  ],
  'cli/read-arguments.ts': ['cli/command.ts', 'cli/help-texts.ts', 'messages', 'lang'],
  'cli/help.ts': ['cli/command.ts', 'cli/help-texts.ts', 'cli/read-arguments.ts', 'cli/terminal'],
  // Commands tell what the checks have found, and what each means.
  'cli/commands': [
    'cli/terminal',
    'messages',
    'cli/command.ts',
    'cli/help-texts.ts',
    'cli/help.ts',
    'cli/manual.ts',
    'cli/folders.ts',
    'cli/port.ts',
    'deliver',
    'serve',
    'release',
    'build',
    'proofread',
    'importers',
    'checks/rule.ts',
    'checks/engine',
    'desk',
    'status',
    'outputs',
    'snapshot',
    'history',
    'authoring',
    'site',
    'schema',
    'cache/program-versions.ts',
    'lang',
    'languages',
    'clock.ts',
  ],
  cli: [
    'cli/commands',
    'cli/terminal',
    'messages',
    'cli/command.ts',
    'cli/help-texts.ts',
    'cli/help.ts',
    'cli/read-arguments.ts',
    'cli/folders.ts',
    'schema',
    'cache/site-folder.mjs',
    'lang',
  ],
};

/**
 * A dependency is imported in one file, so that it can be replaced there. These are no service behind a door but the
 * language in which some places are written: what a form may hold, how a tree is made, walked and written down.
 */
const spokenIn: MayImport = {
  zod: ['schema'],
  // What may come in is not what may go out.
  'hast-util-sanitize': ['body', 'importers'],
  hastscript: [
    'body',
    'outputs/feeds/feed-content.ts',
    'outputs/share/digest-content.ts',
    'status/page.ts',
    'desk/page.ts',
    'desk/pages.ts',
    'desk/conflict-page.ts',
    'desk/approval-page.ts',
  ],
  'hast-util-to-html': ['body', 'status/page.ts', 'desk/page.ts'],
  'hast-util-to-string': ['body', 'importers', 'outputs/share/press-kit-pictures.ts'],
  // What comes in is old HTML that nobody trusts; what goes out is ours.
  'hast-util-to-mdast': ['importers', 'outputs/share/press-kit.ts'],
  // One file writes a letter for a person to send, the other sends one.
  nodemailer: ['outputs/share/digest-mail.ts', 'deliver/post/mail.ts'],
  // One file writes pictures that people made, the other draws cards.
  sharp: ['images'],
  // One file builds, another previews, a third renders texts; Astro itself reads the fourth.
  astro: ['build', 'serve', 'mdx/compiler.ts', 'content.config.ts'],
};

const known = { tags: languageTags, letters: /\p{Script=Cyrillic}/u };

/** Files whose Cyrillic letters say nothing of a language. */
const lettersForOtherReasons = [
  // Number plates have letters that both alphabets know; people type either.
  'checks/rules/privacy/car-plate.ts',
  // Numbers of passports begin with N, or with the letter that looks like it.
  'checks/rules/privacy/identity-card.ts',
  // Which letters a token of the index may have, whatever the language.
  'search/words/fold.ts',
  // How a code page is recognised.
  'importers/decode.ts',
];

const src = readTree(join(import.meta.dirname, '../src'));
const { dependencies } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'),
) as { dependencies: Record<string, string> };
// `node` is the program that runs the rest; the editor is no part of the program but files that it hands to a browser.
const libraries = Object.keys(dependencies).filter(
  (name) => name !== 'node' && name !== '@sveltia/cms',
);

describe('the house', () => {
  test('the tree was read', () => {
    expect(src.size).toBeGreaterThan(100);
    expect(
      Object.keys(mayImport).filter(
        (room) => ![...src.keys()].some((file) => file === room || file.startsWith(`${room}/`)),
      ),
    ).toEqual([]);
  });
  test('imports run one way', () => expect(againstTheTable(src, mayImport)).toEqual([]));
  test('no module needs itself', () => expect(circles(src)).toEqual([]));
  test('one file hands Astro the snapshot', () =>
    expect(handedOverElsewhere(src, 'snapshot/build-context.ts')).toEqual([]));
  test('only the clock asks what time it is', () =>
    expect(othersWhoAskTheTime(src, 'clock.ts')).toEqual([]));
  test('a template shows its props, the interface texts and addresses, and asks for nothing else', () =>
    expect(templatesThatAskMore(src)).toEqual([]));
  test('the writer of a document is given its input and nothing else', () => {
    expect(src.get('outputs/documents.ts')).toContain('documentAt(urls.');
    expect(writersThatSeeMore(src, 'outputs/documents.ts')).toEqual([]);
  });
  test('a built-in page asks the collections for its paths and its own body only', () =>
    expect(collectionsAskedForMore(src)).toEqual([]));
  test('what visitors download needs neither Node nor Astro', () =>
    expect(notForVisitors(src, 'browser')).toEqual([]));
  test('visitors download of a language what the search needs, and no more', () =>
    expect(
      downloads(src, 'browser').filter((file) =>
        /^languages\/(?:.*\/)?(?:writings?|romanisation|read-texts)\.ts$/u.test(file),
      ),
    ).toEqual([]));
  test('what runs outside Astro asks nothing of it', () =>
    expect(outsidersWhoCallAstro(src, ['build', 'serve', 'mdx', 'content.config.ts'])).toEqual([]));
  test('what is known of a language stands in its folder', () =>
    expect(languagesElsewhere(src, known, 'languages', lettersForOtherReasons)).toEqual([]));
  test('a dependency is imported in one file', () =>
    expect(scatteredDependencies(src, libraries, spokenIn)).toEqual([]));
  test('imports are spelled alike', () => expect(misspelled(src)).toEqual([]));
});

describe('each sentence, broken on purpose', () => {
  const tree = (files: Record<string, string>): Tree => new Map(Object.entries(files));
  const table: MayImport = { low: [], high: ['low/door.ts'] };

  test.each<[string, string[]]>([
    ["import { a } from '#high/a.ts';", ['low/b.ts: #high/a.ts']],
    ["import type { A } from '#high/a.ts';", ['low/b.ts: #high/a.ts']],
    ["import {\n  a,\n} from '#high/a.ts';", ['low/b.ts: #high/a.ts']],
    ["export * from '#high/a.ts';", ['low/b.ts: #high/a.ts']],
    ["const a = await import('#high/a.ts');", ['low/b.ts: #high/a.ts']],
    ["let a: import('#high/a.ts').A;", ['low/b.ts: #high/a.ts']],
    ["// import { a } from '#high/a.ts';", []],
    ["const text = `import { a } from '#high/a.ts'`;", []],
    ["import './near.ts';", []],
  ])('an import that points up: %s', (text, faults) =>
    expect(againstTheTable(tree({ 'low/b.ts': text }), table)).toEqual(faults),
  );

  test.each([
    ["---\nimport A from '#high/A.astro';\n---\n<A />", ['low/B.astro: #high/A.astro']],
    ["<p>x</p>\n<script>\n  import '#high/a.ts';\n</script>", ['low/B.astro: #high/a.ts']],
  ])('in a template: %s', (text, faults) =>
    expect(againstTheTable(tree({ 'low/B.astro': text }), table)).toEqual(faults),
  );

  test('a file that is no door', () => {
    const files = tree({ 'high/a.ts': "import '#low/door.ts'; import '#low/window.ts';" });
    expect(againstTheTable(files, table)).toEqual(['high/a.ts: #low/window.ts']);
  });
  test('a folder that nobody has thought of', () =>
    expect(againstTheTable(tree({ 'utils/a.ts': '' }), table)).toEqual([
      'utils: not in the table',
    ]));
  test('a table that points up', () =>
    expect(againstTheTable(tree({}), { low: ['high'], high: [] })).toEqual([
      'low: high does not stand above it in the table',
    ]));

  test('a circle, closed by a type', () => {
    const files = tree({
      'x/a.ts': "import { b } from './b.ts';",
      'x/b.ts': "import { c } from '#y/c.ts';",
      'y/c.ts': "import type { A } from '#x/a.ts';",
    });
    expect(circles(files)).toEqual(['x/a.ts → x/b.ts → y/c.ts → x/a.ts']);
  });
  test('a module that imports itself', () =>
    expect(circles(tree({ 'x/a.ts': "import * as me from './a.ts';" }))).toEqual([
      'x/a.ts → x/a.ts',
    ]));
  test('two ways to one place are no circle', () => {
    expect(
      circles(
        tree({
          'x/a.ts': "import './b.ts'; import './c.ts';",
          'x/b.ts': "import './c.ts';",
          'x/c.ts': '',
        }),
      ),
    ).toEqual([]);
  });

  test('a second hand-over', () => {
    const files = tree({
      'snapshot/build-context.ts': 'globalThis.x = 1;',
      'views/a.ts': '(globalThis as any).x;',
      'views/b.ts': '// globalThis\nconst a = "globalThis";',
    });
    expect(handedOverElsewhere(files, 'snapshot/build-context.ts')).toEqual([
      'views/a.ts: globalThis',
    ]);
  });
  test('a virtual module outside a template', () => {
    const text = "import { getCollection } from 'astro:content';";
    expect(
      handedOverElsewhere(
        tree({ 'views/a.ts': text, 'pages/a.astro': `---\n${text}\n---\n` }),
        'snapshot/build-context.ts',
      ),
    ).toEqual(['views/a.ts: astro:content']);
  });

  test('a template that asks for the whole snapshot', () => {
    const files = tree({
      'layouts/A.astro':
        "---\nimport { useContext } from '#snapshot/build-context.ts';\nconst { snapshot } = useContext();\n---\n",
      'layouts/B.astro':
        "---\nimport { linkTo, stringsOf } from '#snapshot/build-context.ts';\n---\n",
      'views/a.ts': "import { useContext } from '#snapshot/build-context.ts';",
      'components/C.astro': "---\nimport { readFileSync } from 'node:fs';\n---\n",
    });
    expect(templatesThatAskMore(files)).toEqual([
      'layouts/A.astro: useContext',
      'components/C.astro: node:fs',
    ]);
  });

  test('a writer that closes over the snapshot', () => {
    const text =
      "documentAt('/a', () => 1, asIs); documentAt('/b', () => 1, writers[format]); documentAt('/c', () => 1, () => write(snapshot));";
    expect(
      writersThatSeeMore(tree({ 'outputs/documents.ts': text }), 'outputs/documents.ts'),
    ).toEqual(['outputs/documents.ts: () => write(snapshot)']);
  });
  test.each<[string, string[]]>([
    [
      "const all = await getCollection('a');",
      ['pages/A.astro: getCollection outside getStaticPaths'],
    ],
    ["const one = await getEntry('a', 'b');", ['pages/A.astro: getEntry']],
    ['const { Content } = await render(entry);', []],
  ])('a page that asks for more than its paths and its body: %s', (code, faults) => {
    const paths =
      "export async function getStaticPaths() {\n  return getCollection('a');\n}\ninterface Props {}";
    const page = `---\nimport { getCollection } from 'astro:content';\n${paths}\n${code}\n---\n`;
    expect(collectionsAskedForMore(tree({ 'pages/A.astro': page }))).toEqual(faults);
  });
  test('a component that asks the collections', () =>
    expect(
      collectionsAskedForMore(
        tree({ 'components/A.astro': "---\nimport { render } from 'astro:content';\n---\n" }),
      ),
    ).toEqual(['components/A.astro: astro:content']));

  test.each([
    'Date.now()',
    'new Date()',
    'new Date',
    'new Date;',
    'Date()',
    'performance.now()',
    'const { a = Date.now() } = b',
    'process.hrtime.bigint()',
    '`${Date.now()}`',
  ])('asks the time: %s', (text) => {
    expect(othersWhoAskTheTime(tree({ 'clock.ts': text, 'site/a.ts': text }), 'clock.ts')).toEqual([
      'site/a.ts: asks what time it is',
    ]);
  });
  test('asks the time in a template', () =>
    expect(
      othersWhoAskTheTime(
        tree({ 'pages/a.astro': '---\n---\n<p>{new Date().getFullYear()}</p>' }),
        'clock.ts',
      ),
    ).toHaveLength(1));
  test.each([
    'new Date(2026, 0)',
    'new Date(text)',
    '/** Date.now() */',
    '"new Date()"',
    'let date: Date = x;',
    'formatDate()',
    'readDate.now()',
  ])('does not ask the time: %s', (text) => {
    expect(othersWhoAskTheTime(tree({ 'site/a.ts': text }), 'clock.ts')).toEqual([]);
  });

  test('visitors would need Node, three files away', () => {
    const files = tree({
      'browser/a.ts': "import '#lang/b.ts';",
      'lang/b.ts': "import './c.ts'; import type { D } from './d.ts';",
      'lang/c.ts': "import 'node:fs'; import '@astrojs/rss';",
      'lang/d.ts': "import 'node:path';",
    });
    expect(notForVisitors(files, 'browser')).toEqual([
      'lang/c.ts: node:fs',
      'lang/c.ts: @astrojs/rss',
    ]);
  });
  test('Astro called from elsewhere', () => {
    const files = tree({
      'publish/a.ts': "import { build } from 'astro';",
      'site/a.ts': "import { build } from 'astro';",
      'pages/a.ts': "import type { APIRoute } from 'astro';",
    });
    expect(outsidersWhoCallAstro(files, ['publish'])).toEqual(['site/a.ts: astro']);
  });

  test.each([
    ["const hints = ['kk'];", ['x/a.ts: kk']],
    ["if (locale.startsWith('ru-')) a();", ['x/a.ts: ru-']],
    ["if (locale === 'ru-KZ') a();", ['x/a.ts: ru-KZ']],
    ["const dictionaries = { kk: 'x' };", ['x/a.ts: kk']],
    ['const own = /[әғқ]/u;', ['x/a.ts: /[әғқ]/u']],
    ['const one = `${a}айы`;', ['x/a.ts: айы']],
    ["// 'kk' and әғқ\nconst a = 'token';", []],
    ["import { a } from '#languages/kk/a.ts';", []],
  ])('knows a language: %s', (text, faults) =>
    expect(
      languagesElsewhere(
        tree({ 'x/a.ts': text, 'languages/kk/a.ts': text }),
        known,
        'languages',
        [],
      ),
    ).toEqual(faults),
  );
  test('an exception that is none any more', () =>
    expect(languagesElsewhere(tree({ 'x/a.ts': '' }), known, 'languages', ['x/a.ts'])).toEqual([
      'x/a.ts: needs no exception',
    ]));
  test('an import with a place to fill in is one of every file that fits', () => {
    const files = tree({
      'browser/a.ts': 'import(`./${a}/c.ts`);',
      'browser/b/d.ts': '',
      'browser/b/c.ts': "import '#low/e.ts';",
      'low/e.ts': '',
      'low/d/c.ts': '',
    });
    expect(
      circles(tree({ ...Object.fromEntries(files), 'low/e.ts': "import '#browser/a.ts';" })),
    ).toEqual(['browser/a.ts → browser/b/c.ts → low/e.ts → browser/a.ts']);
  });
  test('a dependency in two files, in one though it may be in more, outside its place, nowhere', () => {
    const files = tree({
      'x/a.ts': "import 'two'; import 'spoken'; import type {} from 'types';",
      'x/b.ts': "import 'two/part'; import 'types';",
      'y/a.ts': "import 'spoken';",
      'y/a.css': "@import '@font/one/index.css';",
    });
    expect(
      scatteredDependencies(files, ['two', 'types', 'spoken', '@font/one', 'none'], {
        spoken: ['x'],
        types: ['x'],
      }),
    ).toEqual([
      'two: x/a.ts, x/b.ts',
      'types: needs no exception',
      'spoken: y/a.ts',
      'none: imported nowhere',
    ]);
  });

  test.each([
    ["import '../y/b.ts';", false],
    ["import '#x/b.ts';", false],
    ["import './b';", false],
    ["import './missing.ts';", false],
    ["import './b.ts';", true],
    ["import '#y/b.ts';", true],
  ])('spelled %s', (text, right) =>
    expect(misspelled(tree({ 'x/a.ts': text, 'x/b.ts': '', 'y/b.ts': '' }))).toHaveLength(
      right ? 0 : 1,
    ),
  );
});
