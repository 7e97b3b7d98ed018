import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { firstOf } from '#lang/lookup.ts';
import { isoIn } from '#lang/time.ts';
import { errorSentence } from '#messages/messages.ts';
import { isUserError } from '#messages/user-error.ts';
import { Problems } from '#schema/problem.ts';
import { announcementId } from '#site/announcement.ts';
import { readSite } from '#site/read-site.ts';
import { calendarOf } from '#status/calendar.ts';
import { makeStatus } from '#status/make-status.ts';
import { statusText } from '#status/sections.ts';
import { approvalPage } from './approval-page.ts';
import { approve, type Decision, sendBack } from './approve.ts';
import { messageFor } from './commit-message.ts';
import { readConflict, resolveConflict } from './conflict.ts';
import { conflictPage } from './conflict-page.ts';
import type { Answer, DeskOptions } from './desk-options.ts';
import { type DroppedFile, filesIn } from './dropped-files.ts';
import { type DeskFinding, findingLines, isStopped } from './findings.ts';
import { GitFailure } from './git.ts';
import { beginText, missingTexts } from './missing-texts.ts';
import { deskPage, editorAddress, type Told } from './pages.ts';
import { bannerLines } from './public-site.ts';
import type { Repository } from './repository.ts';
import { waitingAnnouncements } from './waiting-texts.ts';
import { failureSentence, lookAtShared, sendCommits, type SharedState } from './shared-work.ts';

/** How long the desk does not ask the server again, in milliseconds. */
const fetchesEvery = 20_000;

/** The answers of the desk, by method and path. */
export function deskAnswers(options: DeskOptions): Record<string, Answer> {
  const { content, clock, locale, say, strings, invitation, check, importFiles, publicSite } =
    options;
  let told: Told = { lines: [] };
  let fetchedAt = 0;
  const checked = async (): Promise<readonly DeskFinding[]> => {
    try {
      return (await check()) ?? [];
    } catch (error) {
      if (!(error instanceof Problems)) throw error;
      return error.problems.map((problem) => ({ ...problem, severity: 'error' }));
    }
  };
  const isSound = async () => !isStopped(await checked());
  const look = (): Promise<SharedState> => {
    const now = clock().now.getTime();
    const fetches = Math.abs(now - fetchedAt) > fetchesEvery;
    if (fetches) fetchedAt = now;
    return lookAtShared(content, say, { fetches });
  };
  const back = (response: ServerResponse, location = '/desk/') =>
    void response.writeHead(303, { Location: location }).end();
  const show = (response: ServerResponse, html: string) =>
    void response
      .writeHead(200, {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
        'Content-Security-Policy':
          "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
      })
      .end(html);
  const read = () => readSite({ folder: content, clock: clock(), showHeld: true });
  return inTurn({
    async 'GET /desk/'(_, response) {
      // First, because it may change the texts.
      const shared = await look();
      const site = read();
      const found = makeStatus({ folder: content, clock: clock() });
      const html = deskPage({
        locale,
        say,
        today: isoIn(found.timeZone, found.now).slice(0, 10),
        status: statusText(found, { say, strings }),
        shared,
        missing: missingTexts(site),
        preview: site.model?.site.base ?? '/',
        told,
        approval: site.model?.site.approval === 'required',
        takesFiles: importFiles !== undefined,
        banner: publicSite
          ? bannerLines(await publicSite(), { read: site, strings, say, now: found.now })
          : [],
      });
      told = { lines: [] };
      show(response, html);
    },
    async 'POST /desk/add/'(request, response) {
      const begun = beginText(
        content,
        read(),
        new URLSearchParams(await textOf(request)).get('text') ?? '',
        invitation,
      );
      const address = begun && editorAddress(begun);
      told = { lines: [begun ? say('desk.begun', { file: begun.file }) : say('desk.not-begun')] };
      back(response, address);
    },
    'GET /desk/desk.js'(_, response) {
      response
        .writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8' })
        .end(readFileSync(new URL('./desk.js', import.meta.url)));
    },
    async 'POST /desk/import/'(request, response) {
      const files = await filesIn(request);
      told = { lines: await bringDocuments(options, files) };
      back(response);
    },
    async 'POST /desk/check/'(_, response) {
      const findings = await checked();
      told = {
        lines: [isStopped(findings) ? say('desk.would-stop') : say('desk.sound')],
        findings: findingLines(findings, { locale, say }),
      };
      back(response);
    },
    async 'POST /desk/commit/'(_, response) {
      const findings = await checked();
      told = {
        lines: isStopped(findings) ? [say('desk.not-sound')] : await submit(options, isSound),
        findings: findingLines(findings, { locale, say }),
      };
      back(response);
    },
    async 'POST /desk/send/'(_, response) {
      const { repository, lines } = await lookAtShared(content, say, { fetches: false });
      told = { lines: repository ? await sendCommits(repository, say, isSound) : lines };
      back(response);
    },
    async 'GET /desk/approval/'(_, response) {
      const { repository } = await look();
      const site = read();
      const findings = await checked();
      const found = makeStatus({ folder: content, clock: clock() });
      const html = approvalPage({
        locale,
        say,
        strings,
        timeZone: found.timeZone,
        waiting: await waitingAnnouncements(site, repository),
        findings: findingLines(findings, { locale, say }),
        calendar: calendarOf(content, clock()),
        log: repository ? await recentWork(repository) : [],
        told: told.lines,
      });
      told = { lines: [] };
      show(response, html);
    },
    async 'POST /desk/approve/'(request, response) {
      const asked = new URLSearchParams(await textOf(request));
      const alone = asked.get('alone')?.trim();
      told = {
        lines: await decide(options, { asked, findings: await checked(), isSound }, (decision) =>
          approve(decision, alone === undefined || alone === '' ? undefined : alone),
        ),
      };
      back(response, '/desk/approval/');
    },
    async 'POST /desk/return/'(request, response) {
      const asked = new URLSearchParams(await textOf(request));
      const remark = asked.get('remark')?.trim() ?? '';
      told = {
        lines:
          remark === ''
            ? [say('desk.no-remark')]
            : await decide(options, { asked, findings: [], isSound }, (decision) =>
                Promise.resolve(sendBack(decision, remark)),
              ),
      };
      back(response, '/desk/approval/');
    },
    async 'GET /desk/conflict/'(_, response) {
      const { repository, conflict } = await lookAtShared(content, say, { fetches: false });
      if (!repository || !conflict) {
        told = { lines: [say('desk.conflict.none')] };
        return back(response);
      }
      show(
        response,
        conflictPage(conflict, await readConflict(repository, conflict), { locale, say }),
      );
    },
    async 'POST /desk/conflict/'(request, response) {
      const chosen = new URLSearchParams(await textOf(request));
      const { repository, conflict } = await lookAtShared(content, say, { fetches: false });
      if (!repository || !conflict) {
        told = { lines: [say('desk.conflict.none')] };
        return back(response);
      }
      const isSame =
        chosen.get('ours') === conflict.ours && chosen.get('theirs') === conflict.theirs;
      if (!isSame || !(await resolveConflict(repository, conflict, chosen, say))) {
        told = { lines: [say('desk.conflict.stale')] };
        return back(response);
      }
      told = {
        lines: (await isSound())
          ? await sendCommits(repository, say, isSound)
          : [say('desk.joined-faults')],
      };
      back(response);
    },
  });
}

/** One request at a time: two buttons must not work in the repository at once. */
function inTurn(answers: Record<string, Answer>): Record<string, Answer> {
  let last: Promise<unknown> = Promise.resolve();
  return Object.fromEntries(
    Object.entries(answers).map(([name, answer]): [string, Answer] => [
      name,
      (request, response) => {
        const turn = last.then(() => answer(request, response));
        last = turn.catch(() => {});
        return turn;
      },
    ]),
  );
}

/**
 * Commits the changes in the content folder, and sends them where the repository has a remote.
 * @returns the outcome, for the person
 */
async function submit(
  { content, clock, say }: DeskOptions,
  isSound: () => Promise<boolean>,
): Promise<string[]> {
  const { repository, changes, lines, unsent } = await lookAtShared(content, say, {
    fetches: false,
  });
  if (!repository || !changes) return [...lines];
  if (changes.length === 0 && unsent === 0) return [say('desk.unchanged')];
  const { model } = readSite({ folder: content, clock: clock(), showHeld: true });
  const titles = new Map<string, string>(
    model?.announcements.map(({ id, texts }) => [
      id,
      (texts[model.site.defaultLocale] ?? firstOf(Object.values(texts))).title,
    ]),
  );
  const committed: string[] = [];
  if (changes.length > 0) {
    const message = messageFor(changes, (id) => titles.get(id), say);
    try {
      await repository.commit(message);
    } catch (error) {
      if (!(error instanceof GitFailure)) throw error;
      return [failureSentence(say, error)];
    }
    committed.push(say('desk.committed', { message }));
  }
  return (await repository.hasRemote())
    ? [...committed, ...(await sendCommits(repository, say, isSound))]
    : committed;
}

/** What a person has decided on the page for approval. */
interface Asked {
  /** The form: `text`, `state`. */
  readonly asked: URLSearchParams;
  readonly findings: readonly DeskFinding[];
  readonly isSound: () => Promise<boolean>;
}

/**
 * Writes a decision about a text, and sends it.
 * @returns the outcome, for the person
 */
async function decide(
  { content, clock, locale, say }: DeskOptions,
  { asked, findings, isSound }: Asked,
  write: (decision: Decision) => Promise<string | undefined>,
): Promise<string[]> {
  const [id = '', language = ''] = (asked.get('text') ?? '').split(' ');
  const { repository, lines } = await lookAtShared(content, say, { fetches: true });
  const { model, sound } = readSite({ folder: content, clock: clock(), showHeld: true });
  const announcement = sound.find((one) => announcementId(one) === id);
  const text = announcement?.files.get(language);
  if (!model || !announcement || !text) return [...lines, say('desk.approval.gone')];
  if (findings.some(({ severity, file }) => severity === 'error' && file === text.file))
    return [say('desk.approval.faults')];
  const person = (await repository?.person()) ?? { name: '', email: '' };
  try {
    const file = await write({
      content,
      site: model.site,
      announcement,
      locale: language,
      person,
      repository,
      now: clock().now,
      seen: asked.get('state') ?? undefined,
    });
    if (file === undefined) return [say('desk.approval.already')];
    const { title } = text.value;
    const message = say('desk.message.decided', { id, title, language });
    const done = [say('desk.approval.done', { title })];
    if (!repository) return done;
    await repository.commit(message, [file]);
    return (await repository.hasRemote())
      ? [...done, ...(await sendCommits(repository, say, isSound))]
      : done;
  } catch (error) {
    if (error instanceof GitFailure) return [failureSentence(say, error)];
    if (isUserError(error)) return [errorSentence(locale, error)];
    throw error;
  }
}

/** How many commits the page names. */
const shownCommits = 20;

/** Who did what in the content lately. */
async function recentWork(repository: Repository): Promise<string[]> {
  const place = repository.prefix || '.';
  const format = '%as  %an: %s';
  const log = await repository.git(['log', `-${shownCommits}`, `--format=${format}`, '--', place]);
  return log.split('\n').filter(Boolean);
}

/**
 * Makes drafts from documents, in every language of the site.
 * @param files undefined when they are more than the desk takes
 * @returns what a person must attend to
 */
async function bringDocuments(
  { content, clock, locale, say, invitation, importFiles }: DeskOptions,
  files: readonly DroppedFile[] | undefined,
): Promise<string[]> {
  if (!importFiles || !files) return [say('desk.import.too-large')];
  if (files.length === 0) return [say('desk.import.nothing')];
  try {
    const { folders, lines } = await importFiles(files);
    const begun = folders.flatMap((folder) => {
      const id = folder.replace(/^announcements\//u, '');
      const read = () => readSite({ folder: content, clock: clock(), showHeld: true });
      const missing = missingTexts(read()).find(({ place }) => place.id === id);
      return (missing?.locales ?? []).flatMap((language) => {
        const text = beginText(content, read(), `${id} ${language}`, invitation);
        return text ? [say('desk.begun', { file: text.file })] : [];
      });
    });
    return [...lines, ...begun];
  } catch (error) {
    if (isUserError(error)) return [errorSentence(locale, error)];
    throw error;
  }
}
