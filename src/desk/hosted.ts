import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locale } from '#lang/locale.ts';
import type { WrittenModel } from '#site/model.ts';
import { type Backend, cmsConfig, editorFacts, type FieldVoice } from './cms-config.ts';
import { cmsFiles, importMap } from './cms-files.ts';
import { adminPage, editorScripts } from './pages.ts';

/** Where a service of one's own has its interface, and how a person signs in with an application that is registered there; GitHub wants a server for that. */
const services = {
  gitlab: { api: '/api/v4', signIn: (id) => ({ auth_type: 'pkce', app_id: id }) },
  gitea: { api: '/api/v1', signIn: (id) => ({ app_id: id }) },
  github: { api: '/api/v3', signIn: undefined },
} as const satisfies Record<
  Backend['name'],
  { readonly api: string; readonly signIn: ((id: string) => object) | undefined }
>;

/**
 * Reads where the editor is to keep the texts.
 * @param written `gitlab:office/press`, on a server of one's own `gitea:https://git.example.org/office/press`
 * @param app the id of the application with which people sign in; without one they paste an access token
 * @returns undefined for anything else
 */
export function readBackend(written: string, app?: string): Backend | undefined {
  const { service, server, repo } =
    /^(?<service>gitlab|github|gitea):(?:(?<server>https:\/\/[\w.-]+(?::\d+)?)\/)?(?<repo>[\w.-]+(?:\/[\w.-]+)+)$/u.exec(
      written,
    )?.groups ?? {};
  if (!service || !repo) return undefined;
  const name = service as Backend['name'];
  const { api, signIn } = services[name];
  if (app !== undefined && !signIn) return undefined;
  return {
    name,
    repo,
    ...(server && { base_url: server, api_root: `${server}${api}` }),
    ...(app !== undefined && signIn ? signIn(app) : { auth_methods: ['token'] }),
  };
}

export interface Hosting {
  /** To be written into; what lies there under other names stays. */
  readonly out: string;
  /** The content folder as the repository has it. */
  readonly folder: string;
  readonly backend: Backend;
  readonly voice: FieldVoice;
  readonly locale: Locale;
  readonly title: string;
  /** Said to somebody who wants to add another language to an announcement that is there, which the editor cannot. */
  readonly addElsewhere: string;
}

/** Writes the editor as files for a web server of its own: never into the public site. */
export function writeHosted(
  model: WrittenModel,
  { out, folder, backend, voice, locale, title, addElsewhere }: Hosting,
): void {
  const files = cmsFiles();
  const put = (path: string, bytes: string | Uint8Array) => {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), bytes);
  };
  put('index.html', adminPage(locale, title, importMap(files)).html);
  for (const [name, script] of editorScripts()) put(name, script);
  put(
    'config.json',
    JSON.stringify({
      config: cmsConfig(model, { folder, backend, voice }),
      facts: editorFacts,
      local: false,
      addElsewhere,
    }),
  );
  for (const { path, read } of files) put(path, read());
}
