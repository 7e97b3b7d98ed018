import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locale } from '#lang/locale.ts';
import type { WrittenModel } from '#site/model.ts';
import { type Backend, cmsConfig, editorFacts, type FieldVoice } from './cms-config.ts';
import { cmsFiles, importMap } from './cms-files.ts';
import { adminPage, editorScripts } from './pages.ts';

/**
 * For each service: the path of its API on a self-hosted server, and how people sign in with an application registered
 * there. GitHub's sign-in needs a server of its own, so it is not supported.
 */
const services = {
  gitlab: {
    api: '/api/v4',
    signIn: (id) => ({ auth_type: 'pkce', app_id: id }),
    public: ['https://gitlab.com'],
  },
  gitea: { api: '/api/v1', signIn: (id) => ({ app_id: id }), public: ['https://gitea.com'] },
  github: {
    api: '/api/v3',
    signIn: undefined,
    public: [
      'https://github.com',
      'https://api.github.com',
      'https://raw.githubusercontent.com',
      'https://avatars.githubusercontent.com',
    ],
  },
} as const satisfies Record<
  Backend['name'],
  {
    readonly api: string;
    readonly signIn: ((id: string) => object) | undefined;
    /** The origins of the service itself, for those without a server of their own. */
    readonly public: readonly string[];
  }
>;

/** The origins with which an editor has to speak. */
function serversOf({ name, base_url: own }: Backend): readonly string[] {
  return typeof own === 'string' ? [new URL(own).origin] : services[name].public;
}

/**
 * Parses the setting that names the repository for the editor.
 * @param written `gitlab:office/press`, or with a self-hosted server `gitea:https://git.example.org/office/press`
 * @param app the id of the application with which people sign in; without it, they paste an access token
 * @returns undefined when `written` cannot be parsed, or the service does not support `app`
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

/** The settings of a hosted editor. */
export interface Hosting {
  /** The output folder. Files there with other names stay. */
  readonly out: string;
  /** The content folder's path in the repository. */
  readonly folder: string;
  readonly backend: Backend;
  readonly voice: FieldVoice;
  readonly locale: Locale;
  readonly title: string;
  /** The message for a person who wants to add a language to an existing announcement, which the editor cannot do. */
  readonly addElsewhere: string;
}

/** Writes the editor as files for a separate web server. They must never become part of the public site. */
export function writeHosted(
  model: WrittenModel,
  { out, folder, backend, voice, locale, title, addElsewhere }: Hosting,
): void {
  const files = cmsFiles();
  const put = (path: string, bytes: string | Uint8Array) => {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), bytes);
  };
  put('index.html', adminPage(locale, title, importMap(files), serversOf(backend)).html);
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
