import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { findPackageJSON } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { fieldVoice } from '#cli/commands/desk.ts';
import { sayIn } from '#messages/messages.ts';
import { cmsConfig, type CmsField } from '#desk/cms-config.ts';
import { cmsFiles, importMap } from '#desk/cms-files.ts';
import { readBackend } from '#desk/hosted.ts';
import { builtInLocales } from '#lang/built-in.ts';
import { announcementFile } from '#schema/announcement.ts';
import type { EditorLocale } from '#schema/wording.ts';
import { modelOf } from '../site/content.ts';

const config = (locale: EditorLocale = 'ru') =>
  cmsConfig(modelOf({}), { folder: 'content', voice: fieldVoice({ say: sayIn(locale), locale }) });

/** Names of fields, those inside others as `gallery.alt`. */
const namesIn = (fields: readonly CmsField[], before = ''): string[] =>
  fields.flatMap(({ name, fields: inner }) => [
    before + name,
    ...namesIn(inner ?? [], `${before}${name}.`),
  ]);

/** The same of a zod schema, whatever it is wrapped in. */
function namesOf(schema: unknown, before = ''): string[] {
  const { def, shape, element } = schema as {
    def?: { innerType?: unknown };
    shape?: Record<string, unknown>;
    element?: unknown;
  };
  if (def?.innerType) return namesOf(def.innerType, before);
  if (shape)
    return Object.entries(shape).flatMap(([name, inner]) => [
      before + name,
      ...namesOf(inner, `${before}${name}.`),
    ]);
  return element ? namesOf(element, before) : [];
}

describe('the editor asks for', () => {
  test('every field of the schema and no other, and the body', () => {
    const names = namesOf(announcementFile);
    expect(names).toEqual(
      expect.arrayContaining(['title', 'privacyOk', 'outcomes.status', 'origin.url']),
    );
    expect(namesIn(config().collections[0]!.fields).sort()).toEqual([...names, 'body'].sort());
  });
  test('every language, the slug from the Russian title', () => {
    expect(config().i18n).toMatchObject({ locales: ['kk', 'ru'], default_locale: 'ru' });
    const folderIn = (folder: string) =>
      cmsConfig(modelOf({}), { folder, voice: fieldVoice({ say: sayIn('ru'), locale: 'ru' }) })
        .collections[0]!.folder;
    expect([folderIn('x/y'), folderIn('')]).toEqual(['x/y/announcements', 'announcements']);
  });
  test.each(builtInLocales)('in %s, with hints in Kazakh and Russian', (locale) => {
    const all = (fields: readonly CmsField[]): CmsField[] =>
      fields.flatMap((field) => [field, ...all(field.fields ?? [])]);
    for (const { name, label, hint } of all(config(locale).collections[0]!.fields)) {
      expect(String(label), name).toMatch(/^\p{Lu}[^:]+$/u);
      expect(String(hint), name).toMatch(/^\S.+: .+ · .+: .+\S$/u);
    }
  });
  test('topics, divisions and people by their names', () => {
    const fields = config().collections[0]!.fields;
    expect(fields.find(({ name }) => name === 'topics')).toMatchObject({
      multiple: true,
      options: [{ value: 'safety', label: 'Безопасность' }],
    });
    expect(fields.find(({ name }) => name === 'kind')).toMatchObject({
      options: expect.arrayContaining([{ value: 'alert', label: 'Предупреждения' }]),
    });
  });
});

const takes = new Ajv({ strict: false, validateFormats: false }).compile(
  JSON.parse(
    readFileSync(
      join(dirname(findPackageJSON('@sveltia/cms', import.meta.url)!), 'schema/sveltia-cms.json'),
      'utf8',
    ),
  ),
);

/** What the editor's own schema has against a configuration, as the browser gets it. */
function complaints(written: object): unknown[] {
  takes(JSON.parse(JSON.stringify(written)));
  return takes.errors ?? [];
}

test('the configuration is what the editor’s own schema takes', () =>
  expect(complaints(config())).toEqual([]));

describe('the files of the editor', () => {
  const files = cmsFiles();
  const byPath = new Map(files.map((file) => [file.path, file]));
  const script = String(byPath.get('cms/npm/index.js')!.read());

  test('its fonts come from here', () => {
    expect(script).not.toContain('cdn.jsdelivr.net/fontsource');
    for (const [font] of script.matchAll(/\.\/cms\/npm\/assets\/[\w.-]+\.woff2/gu))
      expect([...byPath.keys()]).toContain(font.slice(2));
  });
  test('what it imports is there', () => {
    const { imports } = importMap(files);
    for (const target of Object.values(imports))
      expect([...byPath.keys()]).toContain(target.slice(2));
    const relative = [...script.matchAll(/from"(\.\/[^"]+)"|import\(`(\.\.?\/[^`]+)`\)/gu)].map(
      ([, a, b]) => posix.join('cms/npm', (a ?? b)!),
    );
    expect(relative.length).toBeGreaterThan(5);
    const missing = relative.filter((path) => !byPath.has(path) && !imports[`./${path}`]);
    // Languages of its interface that nobody here is asked in.
    expect(missing.filter((path) => !path.includes('/locales/'))).toEqual([]);
    expect(imports['./cms/locales/ru.json']).toBe('./cms/locales/ru.json.js');
  });
});

test.each<[string, string | undefined, object | undefined]>([
  [
    'gitlab:office/press',
    undefined,
    { name: 'gitlab', repo: 'office/press', auth_methods: ['token'] },
  ],
  [
    'gitlab:office/press',
    'x1',
    { name: 'gitlab', repo: 'office/press', auth_type: 'pkce', app_id: 'x1' },
  ],
  ['gitea:a/b/c', undefined, { name: 'gitea', repo: 'a/b/c', auth_methods: ['token'] }],
  [
    'gitea:https://git.example.org:3000/a/b',
    'x2',
    {
      name: 'gitea',
      repo: 'a/b',
      base_url: 'https://git.example.org:3000',
      api_root: 'https://git.example.org:3000/api/v1',
      app_id: 'x2',
    },
  ],
  [
    'gitlab:https://git.example.org/a/b/c',
    undefined,
    {
      name: 'gitlab',
      repo: 'a/b/c',
      base_url: 'https://git.example.org',
      api_root: 'https://git.example.org/api/v4',
      auth_methods: ['token'],
    },
  ],
  ['github:a/b', 'x3', undefined],
  ['gitea:http://git.example.org/a/b', undefined, undefined],
  ['bitbucket:a/b', undefined, undefined],
  ['gitlab', undefined, undefined],
  ['github:a b/c', undefined, undefined],
])('a repository on a server: %s %s', (written, app, wanted) => {
  const backend = readBackend(written, app);
  expect(backend).toEqual(wanted);
  if (backend)
    expect(
      complaints(
        cmsConfig(modelOf({}), {
          folder: 'content',
          backend,
          voice: fieldVoice({ say: sayIn('ru'), locale: 'ru' }),
        }),
      ),
    ).toEqual([]);
});

test('what the editor’s own schema does not take is seen', () =>
  expect(complaints({ ...config(), collections: [{ name: 1 }] })).not.toEqual([]));
