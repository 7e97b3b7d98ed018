import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { markRemoved } from '#authoring/mark-removed.ts';
import { createClock } from '#clock.ts';
import { notifyOf } from '#deliver/notify/notify-all.ts';
import { isFault } from '#deliver/notify/notify-result.ts';
import { parseDestination } from '#deliver/send/destination.ts';
import { sendRelease } from '#deliver/send/send-release.ts';
import { guessLocale } from '#lang/guess-locale.ts';
import { must } from '#lang/lookup.ts';
import { nearest } from '#lang/nearest.ts';
import { errorSentence, type FilledMessage, sayFilled } from '#messages/messages.ts';
import { asUserError } from '#messages/system-error.ts';
import { isUserError, UserError } from '#messages/user-error.ts';
import { outdatedAddresses, servedFrom } from '#release/addresses-to-purge.ts';
import { eraseFromCache, type NotErased, takeOut } from '#release/erase-removed.ts';
import type { PublishReport } from '#release/publish-site.ts';
import { readReleases } from '#release/releases.ts';
import { rememberedUntilSent } from '#release/unsent.ts';
import { Problems } from '#schema/problem.ts';
import { registryPath } from '#schema/registries.ts';
import type { RegistryId } from '#schema/registry-names.ts';
import type { AnnouncementId } from '#site/model.ts';
import { readSite } from '#site/read-site.ts';
import { absolute } from '#site/urls.ts';
import type { Call, Run } from '#cli/command.ts';
import { contentFolder, contentPrefix, targetFolder } from '#cli/folders.ts';
import { print } from '#cli/terminal/print.ts';
import { reportProblems } from '#cli/terminal/problem-report.ts';
import { withProgress } from '#cli/terminal/with-progress.ts';
import { stateFrom } from './publish.ts';

/** What is left to do, in words: `remove.left.<id>`. */
type Left = Extract<FilledMessage, { id: `remove.left.${string}` }>;

/**
 * `npm run remove`: takes an announcement off the site, with everything that is kept of it. It is for emergencies, so
 * nothing stops it: each step is done even if the one before it has failed, and what is left to do is reported.
 */
export const remove: Run<'remove'> = async (call) => {
  const { values, say, args } = call;
  const { reason, send } = values;
  if (reason === undefined) throw new UserError('option-missing', { option: '--reason' });
  const destination = send === undefined ? undefined : parseDestination(send);
  if (send !== undefined && !destination) throw new UserError('bad-send', { value: send });
  const content = contentFolder(call);
  const to = targetFolder(call, content);
  const id = idOf(args[0], content);
  const folder = `announcements/${id}`;
  const left: Left[] = [];

  const before = readSite({ folder: content, clock: createClock() });
  const reasons = reasonsIn(reason, before.model?.site.locales ?? []);
  const unreasoned: string[] = [];
  const marked = markRemoved(content, folder, {
    removedOn: new Date(Math.floor(createClock().now.getTime() / 1000) * 1000)
      .toISOString()
      .replace('.000', ''),
    reason(locale) {
      const given = reasons.get(locale);
      if (given === undefined) unreasoned.push(locale);
      return given ?? before.model?.strings.get(locale)?.t('announcement.removedTitle') ?? reason;
    },
  });
  const shown = (file: string) => `${contentPrefix}${file}`;
  if (unreasoned.length > 0)
    left.push({
      id: 'remove.left.reason',
      params: { languages: unreasoned.join(', '), folder: shown(folder) },
    });
  for (const { file, kept } of marked.replaced)
    left.push({ id: 'remove.left.replaced', params: { file: shown(file), kept: shown(kept) } });

  const served = attempt(() => servedFrom(join(to, 'current/public'))) ?? new Map<string, string>();
  const published = await publishAgain(call, { content, to, folder });
  if ('notErased' in published)
    left.push(
      ...notErased(
        call,
        published.notErased.map((place) => ({
          place,
          fault: new UserError('no-permission', { path: place }),
        })),
      ),
    );
  if ('fault' in published) {
    left.push(...notErased(call, attempt(() => takeOut(to, id)) ?? []));
    left.push({ id: 'remove.left.publish', params: { detail: inWords(call, published.fault) } });
  } else if (published.incomplete)
    left.push({
      id: 'remove.left.others',
      params: { detail: inWords(call, published.incomplete.fault) },
    });
  left.push(...notErased(call, attempt(() => eraseFromCache(join(content, folder))) ?? []));

  if (send !== undefined && destination) {
    try {
      await rememberedUntilSent(to, () =>
        sendRelease(must(readReleases(to).current, 'current release'), destination),
      );
    } catch (error) {
      left.push({ id: 'remove.left.send', params: { detail: inWords(call, error) } });
    }
  } else left.push({ id: 'remove.left.elsewhere', params: {} });

  const purge = outdated(before, served, join(to, 'current/public'));
  if (values.notify)
    left.push(
      ...(await notifySearch(
        call,
        to,
        purge.gone.filter((address) => address.endsWith('/')),
      )),
    );
  left.push(...alone(content), { id: 'remove.left.copies', params: { folder: shown(folder) } });

  const isGone = !('fault' in published);
  if (!isGone) process.exitCode = 1;
  const release = 'release' in published ? published.release : undefined;
  if (values.json)
    return console.log(
      JSON.stringify(
        {
          ...{ removed: id, files: marked.files, release, purge },
          left: left.map((each) => sayFilled(say, each)),
        },
        null,
        2,
      ),
    );
  for (const file of marked.files) console.log(say('remove.marked', { file: shown(file) }));
  print(
    isGone
      ? say('remove.done', { id, release: release ?? '' })
      : say('remove.not-published', { id }),
  );
  if ('purged' in published)
    for (const old of published.purged) console.log(say('purged', { release: old }));
  const addresses = [...purge.gone, ...purge.changed];
  if (addresses.length > mostAddresses)
    print(say('remove.purge-all', { count: addresses.length, addresses: addresses.length }));
  else if (addresses.length > 0)
    console.log([say('remove.purge'), ...addresses.map((each) => `  ${each}`)].join('\n'));
  console.log(
    [say('remove.left'), ...left.map((each) => `  - ${sayFilled(say, each)}`)].join('\n'),
  );
};

/** If more addresses have changed, it is easier to purge the whole cache. */
const mostAddresses = 300;

/**
 * Finds the folder of an announcement by its id, its slug, its path or its address. Reads no text, because any may be
 * faulty.
 * @throws {UserError} if there is none, or several have this slug
 */
function idOf(written: string, content: string): AnnouncementId {
  const path = written
    .replaceAll('\\', '/')
    .replace(/[?#].*$/u, '')
    .replace(/\/(?:index\.[^/]*)?$/u, '');
  const wanted = /(?:^|\/)(?<id>\d{4}\/[^/]+)$/u.exec(path)?.groups?.id;
  const years = join(content, 'announcements');
  const ids = (existsSync(years) ? readdirSync(years) : [])
    .filter((year) => /^\d{4}$/u.test(year))
    .flatMap((year) => readdirSync(join(years, year)).map((slug) => `${year}/${slug}`));
  const found = ids.filter((id) => (wanted ? id === wanted : id.endsWith(`/${path}`)));
  if (found.length === 1) return must(found[0], 'announcement') as AnnouncementId;
  throw new UserError('no-announcement', {
    id: written,
    nearest: found[0] ?? nearest(wanted ?? path, ids) ?? nearestSlug(path, ids) ?? ids[0] ?? '—',
  });
}

function nearestSlug(slug: string, ids: readonly string[]): string | undefined {
  const found = nearest(
    slug,
    ids.map((id) => id.slice('2026/'.length)),
  );
  return ids.find((id) => found !== undefined && id.endsWith(`/${found}`));
}

/**
 * Reads the reasons: `Решение суда.`, or `kk: Сот шешімі. | ru: Решение суда.` Of a reason without a language, the
 * language is guessed.
 */
function reasonsIn(written: string, locales: readonly string[]): Map<string, string> {
  return new Map(
    written.split('|').flatMap((part) => {
      const { locale, text = '' } =
        /^\s*(?:(?<locale>[a-z]{2,3}(?:-[A-Za-z0-9]+)*)\s*:)?\s*(?<text>.*?)\s*$/su.exec(part)
          ?.groups ?? {};
      const known = locale !== undefined && locales.includes(locale);
      const reason = known ? text : part.trim();
      const language = known ? locale : (guessLocale(reason, locales) ?? locales[0]);
      return reason === '' || language === undefined ? [] : [[language, reason]];
    }),
  );
}

/** In milliseconds: how long to wait for another publication, and how often to try again. */
const patience = { whole: 10 * 60_000, step: 2_000 };

/** Publishes the site without the announcement. Another publication that is under way is waited for. */
async function publishAgain(
  call: Call,
  { content, to, folder }: { content: string; to: string; folder: string },
): Promise<
  | Pick<PublishReport, 'release' | 'purged' | 'notErased' | 'incomplete'>
  | { readonly fault: unknown }
> {
  const { values } = call;
  const { publishSite } = await import('#release/publish-site.ts');
  for (let waited = 0; ; waited += patience.step) {
    try {
      const report = await withProgress(call, (onPart) =>
        publishSite({
          content,
          to,
          keep: Math.max(1, Number(values.keep) || 1),
          first: false,
          ...stateFrom(call, content),
          unsent: true, // There is something to do, even if everything else is faulty.
          onPart,
        }),
      );
      const { incomplete } = report;
      const isLeft = incomplete?.left.some(({ part }) => part === folder);
      return isLeft ? { fault: incomplete?.fault } : report;
    } catch (fault) {
      if (!isUserError(fault, ['lock-held', 'publish-lock-held']) || waited >= patience.whole)
        return { fault };
      await pause(patience.step);
    }
  }
}

function inWords({ locale }: Call, fault: unknown): string {
  return fault instanceof Problems
    ? `\n${reportProblems(fault.problems, { locale, prefix: contentPrefix })}`
    : errorSentence(locale, asUserError(fault));
}

function notErased({ locale }: Call, places: readonly NotErased[]): Left[] {
  return places.map(({ place, fault }) => ({
    id: 'remove.left.erase',
    params: { place, detail: errorSentence(locale, fault) },
  }));
}

/** The absolute addresses at which caches would still serve the announcement. */
function outdated(
  { model }: ReturnType<typeof readSite>,
  served: ReadonlyMap<string, string>,
  folder: string,
): { gone: string[]; changed: string[] } {
  const { gone, changed } = outdatedAddresses(
    served,
    attempt(() => servedFrom(folder)) ?? new Map(),
  );
  const whole = (address: string) => (model ? absolute(model.site, encodeURI(address)) : address);
  return { gone: gone.map(whole), changed: changed.map(whole) };
}

async function notifySearch(call: Call, to: string, gone: readonly string[]): Promise<Left[]> {
  try {
    const outcomes = await notifyOf(join(to, 'current/state'), undefined, gone);
    const faults = outcomes.filter((one) => isFault(one) || one.id === 'not-told');
    return faults.map(({ id, ...params }) => ({
      id: 'remove.left.notify',
      params: { detail: sayFilled(call.say, { id: `notify.${id}`, params } as FilledMessage) },
    }));
  } catch (error) {
    return [{ id: 'remove.left.notify', params: { detail: inWords(call, error) } }];
  }
}

/** Topics, divisions and people whom only removed texts name: their files still say their names. */
function alone(content: string): Left[] {
  const { ended } = attempt(() => readSite({ folder: content, clock: createClock() })) ?? {
    ended: [],
  };
  const files = ended.map(({ type, id }) => {
    const path = registryPath(type as RegistryId);
    return path.endsWith('.yaml')
      ? `${contentPrefix}${path} (${id})`
      : `${contentPrefix}${path}/${id}.yaml`;
  });
  return files.length === 0
    ? []
    : [{ id: 'remove.left.entries', params: { files: files.join(', ') } }];
}

function attempt<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
