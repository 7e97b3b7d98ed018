import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locale } from '#lang/locale.ts';
import type { Model } from '#site/model.ts';
import { type Backend, cmsConfig, type FieldVoice } from './cms-config.ts';
import { cmsFiles, importMap } from './cms-files.ts';
import { adminPage, startScript } from './pages.ts';

/** `gitlab:office/press`; undefined for anything else. */
export function readBackend(written: string): Backend | undefined {
  const { name, repo } = /^(?<name>gitlab|github|gitea):(?<repo>[\w.-]+(?:\/[\w.-]+)+)$/u.exec(written)?.groups ?? {};
  return name && repo ? { name: name as Backend['name'], repo } : undefined;
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
}

/** Writes the editor as files for a web server of its own: never into the public site. */
export function writeHosted(model: Model, { out, folder, backend, voice, locale, title }: Hosting): void {
  const files = cmsFiles();
  const put = (path: string, bytes: string | Uint8Array) => {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), bytes);
  };
  put('index.html', adminPage(locale, title, importMap(files)).html);
  put('start.js', startScript());
  put('config.json', JSON.stringify({ config: cmsConfig(model, { folder, backend, voice }), local: false }));
  for (const { path, read } of files) put(path, read());
}
