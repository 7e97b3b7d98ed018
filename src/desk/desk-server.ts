import type { IncomingMessage, ServerResponse } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import type { Clock } from '#clock.ts';
import type { Locale } from '#lang/locale.ts';
import { firstOf } from '#lang/lookup.ts';
import type { Say } from '#messages/messages.ts';
import type { Strings } from '#lang/strings.ts';
import { isoIn } from '#lang/time.ts';
import { Problems } from '#schema/problem.ts';
import { type EditorLocale, wordingFor } from '#schema/wording.ts';
import { readSite, readValidSite } from '#site/read-site.ts';
import { makeStatus } from '#status/make-status.ts';
import { statusText } from '#status/sections.ts';
import { cmsConfig, editorFacts, type FieldVoice } from './cms-config.ts';
import { cmsFiles, importMap } from './cms-files.ts';
import { editorFolder, repositoryOf } from './repository.ts';
import { isOurs } from './guard.ts';
import { messageFor } from './commit-message.ts';
import { beginText, missingTexts } from './missing-texts.ts';
import { adminPage, deskPage, editorAddress, editorScripts, problemLines } from './pages.ts';
import { type DeskEntry, fieldsBefore, refusalOf } from './refusal.ts';

/** The settings of the desk. */
export interface DeskOptions {
  /** The absolute path of the content folder. */
  readonly content: string;
  readonly clock: () => Clock;
  readonly locale: EditorLocale;
  readonly say: Say;
  readonly strings: Strings;
  readonly voice: FieldVoice;
  /** The placeholder for a text that has only been started, in the text's language. */
  readonly invitation: (locale: Locale) => string;
  /**
   * Checks the site as a build would.
   * @throws {Problems} when there are problems
   */
  check(): Promise<void>;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/**
 * Handles the requests for the desk (`/desk/`) and the editor (`/admin/`). Passes every other request from this machine
 * to the site, and refuses every request from another machine with 403.
 */
export function openDesk(
  options: DeskOptions,
): (request: IncomingMessage, response: ServerResponse, next: () => void) => void {
  const answers = { ...deskAnswers(options), ...editorAnswers(options) };
  return (request, response, next) => {
    if (!isOurs(request)) return void response.writeHead(403).end();
    const [path = ''] = request.url?.split('?') ?? [];
    const answer = answers[`${request.method} ${path}`];
    if (!answer)
      return path.startsWith('/admin/') || path.startsWith('/desk/') || request.method === 'POST'
        ? void response.writeHead(404).end()
        : next();
    Promise.resolve(answer(request, response)).catch((error: Error) =>
      response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end(error.message),
    );
  };
}

function deskAnswers({
  content,
  clock,
  locale,
  say,
  strings,
  invitation,
  check,
}: DeskOptions): Record<string, Answer> {
  let told: string[] = [];
  const sound = async () => {
    try {
      await check();
      return undefined;
    } catch (error) {
      if (!(error instanceof Problems)) throw error;
      return problemLines(error.problems, wordingFor(locale));
    }
  };
  const back = (response: ServerResponse, location = '/desk/') =>
    void response.writeHead(303, { Location: location }).end();
  const read = () => readSite({ folder: content, clock: clock(), showHeld: true });
  return {
    async 'GET /desk/'(_, response) {
      const repository = await repositoryOf(content);
      const site = read();
      const found = makeStatus({ folder: content, clock: clock() });
      const status = statusText(found, { say, strings });
      const html = deskPage({
        locale,
        say,
        today: isoIn(found.timeZone, found.now).slice(0, 10),
        status,
        changes: await repository?.changes(),
        missing: missingTexts(site),
        preview: site.model?.site.base ?? '/',
        told,
      });
      told = [];
      response
        .writeHead(200, {
          'Content-Type': 'text/html; charset=utf-8',
          'Cache-Control': 'no-store',
          'Content-Security-Policy':
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
        })
        .end(html);
    },
    async 'POST /desk/add/'(request, response) {
      const begun = beginText(
        content,
        read(),
        new URLSearchParams(await textOf(request)).get('text') ?? '',
        invitation,
      );
      const address = begun && editorAddress(begun);
      told = [begun ? say('desk.begun', { file: begun.file }) : say('desk.not-begun')];
      back(response, address);
    },
    async 'POST /desk/check/'(_, response) {
      told = (await sound()) ?? [say('desk.sound')];
      back(response);
    },
    async 'POST /desk/commit/'(_, response) {
      const faults = await sound();
      told = faults ? [say('desk.not-sound'), ...faults] : await save(content, clock, say);
      back(response);
    },
  };
}

/**
 * Commits the changes in the content folder, and pushes them where the repository has a remote.
 * @returns the outcome, for the person
 */
async function save(
  content: string,
  clock: () => Clock,
  say: DeskOptions['say'],
): Promise<string[]> {
  const repository = await repositoryOf(content);
  const changes = await repository?.changes();
  if (!repository || !changes) return [say('desk.no-git')];
  if (changes.length === 0) return [say('desk.unchanged')];
  const { announcements, site } = readValidSite({
    folder: content,
    clock: clock(),
    showHeld: true,
  });
  const titles = new Map(
    announcements.map(({ id, texts }) => [
      id as string,
      (texts[site.defaultLocale] ?? firstOf(Object.values(texts))).title,
    ]),
  );
  const message = messageFor(changes, (id) => titles.get(id), say);
  try {
    await repository.commit(message);
  } catch (error) {
    return [say('desk.git-failed', { detail: (error as Error).message })];
  }
  const committed = say('desk.committed', { message });
  if (!(await repository.hasRemote())) return [committed];
  try {
    await repository.push();
    return [committed, say('desk.pushed')];
  } catch (error) {
    return [committed, say('desk.not-pushed', { detail: (error as Error).message })];
  }
}

function editorAnswers({
  content,
  clock,
  locale,
  say,
  voice,
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
          }),
        );
    },
    async 'POST /admin/check/'(request, response) {
      const entry = JSON.parse(await textOf(request)) as DeskEntry;
      const answer = {
        refused: refusalOf(content, entry, say),
        before: fieldsBefore(content, entry),
      };
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
    },
    ...Object.fromEntries(
      files.map(({ path, type, read }) => [`GET /admin/${path}`, send(type, read)]),
    ),
  };
}
