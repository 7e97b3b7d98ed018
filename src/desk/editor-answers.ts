import { text as textOf } from 'node:stream/consumers';
import { Problems } from '#schema/problem.ts';
import { readSite } from '#site/read-site.ts';
import { cmsConfig, editorFacts } from './cms-config.ts';
import { cmsFiles, importMap } from './cms-files.ts';
import type { Answer, DeskOptions } from './desk-options.ts';
import { adminPage, editorScripts } from './pages.ts';
import { type DeskEntry, entryBefore, refusalOf } from './refusal.ts';
import { editorFolder } from './repository.ts';

/** The answers of the editor, by method and path. */
export function editorAnswers({
  content,
  clock,
  locale,
  say,
  voice,
  convert,
}: DeskOptions): Record<string, Answer> {
  const files = cmsFiles();
  const { html, allowed } = adminPage(locale, say('desk.title'), importMap(files));
  // The policy keeps the editor from loading anything from another host.
  const policy = `default-src 'self' blob: data:; script-src 'self' blob: 'wasm-unsafe-eval' ${allowed}; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'`;
  const send =
    (type: string, body: () => string | Uint8Array): Answer =>
    (_, response) =>
      void response
        .writeHead(200, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-cache' })
        .end(body());
  return {
    'GET /admin/': (_, response) =>
      void response
        .writeHead(200, {
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Security-Policy': policy,
        })
        .end(html),
    ...Object.fromEntries(
      [...editorScripts()].map(([name, script]) => [
        `GET /admin/${name}`,
        send('text/javascript', () => script),
      ]),
    ),
    async 'GET /admin/config.json'(_, response) {
      const { model, problems } = readSite({ folder: content, clock: clock(), showHeld: true });
      if (!model) throw new Problems(problems);
      const folder = await editorFolder(content);
      response
        .writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
        .end(
          JSON.stringify({
            config: cmsConfig(model, { folder, voice }),
            facts: editorFacts,
            local: true,
            addElsewhere: say('desk.add-on-desk'),
            words: {
              changed: say('desk.elsewhere.changed'),
              mine: say('desk.elsewhere.mine'),
              theirs: say('desk.elsewhere.theirs'),
              save: say('desk.elsewhere.save'),
              cancel: say('desk.elsewhere.cancel'),
              empty: say('desk.elsewhere.empty'),
            },
          }),
        );
    },
    async 'POST /admin/check/'(request, response) {
      const entry = JSON.parse(await textOf(request)) as DeskEntry;
      const answer = {
        refused: refusalOf(content, entry, say),
        before: entryBefore(content, entry).before,
      };
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
    },
    async 'POST /admin/paste/'(request, response) {
      const answer = (await convert?.(await textOf(request))) ?? { lines: [] };
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
    },
    async 'POST /admin/versions/'(request, response) {
      const { bodies, versions } = entryBefore(
        content,
        JSON.parse(await textOf(request)) as DeskEntry,
      );
      response
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end(JSON.stringify({ bodies, versions }));
    },
    ...Object.fromEntries(
      files.map(({ path, type, read }) => [`GET /admin/${path}`, send(type, read)]),
    ),
  };
}
