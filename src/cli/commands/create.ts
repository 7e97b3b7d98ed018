import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { addEntry, type EntryKind } from '#authoring/add-entry.ts';
import { isFree, writeSite } from '#authoring/new-site.ts';
import { writeRepository } from '#authoring/new-repository.ts';
import { lockForSite, programVersions } from '#cache/program-versions.ts';
import { createClock } from '#clock.ts';
import { builtInLocales } from '#lang/built-in.ts';
import type { Locale } from '#lang/locale.ts';
import { firstOf, mustGet } from '#lang/lookup.ts';
import { slugOf } from '#lang/slug.ts';
import { sayIn } from '#messages/messages.ts';
import { UserError } from '#messages/user-error.ts';
import type { Call, Run } from '#cli/command.ts';
import { type Asker, personAt } from '#cli/terminal/prompts.ts';
import { wrap } from '#cli/terminal/wrap.ts';
import { siteOf, standingPages } from './init.ts';
import { namesIn } from './names-in.ts';

/** `npm create jarshy`: writes the repository of a press office, and installs the program into it. */
export const create: Run<'create'> = async (call) => {
  const { values, say, locale, cwd } = call;
  const [written] = call.args;
  const folder = resolve(cwd, written);
  if (!isFree(folder)) throw new UserError('folder-not-empty', { folder: written });
  const asker = values.json ? undefined : personAt(process, say);
  try {
    const site = await siteOf(call, asker);
    const topics = await entriesOf('topic', site.locales, call, asker);
    const divisions = await entriesOf('division', site.locales, call, asker);
    const content = join(folder, 'content');
    const { version, node, overrides } = programVersions();
    const office = builtInLocales.find((each) => each === site.locales[0]) ?? locale;
    const { kept, written: around } = writeRepository(folder, {
      name: slugOf(basename(folder)) ?? 'press-site',
      timeZone: site.timeZone,
      version,
      program: programOf(call, folder, version),
      node,
      overrides,
      readme: `${sayIn(office)('create.readme', { name: mustGet(site.names, firstOf(site.locales)) })}\n`,
      themeReadme: `${sayIn(office)('create.theme')}\n`,
    });
    const pages = writeSite(content, site, standingPages(site, createClock().now));
    const entries = [
      ...topics.map((names) => ['topic', names] as const),
      ...divisions.map((names) => ['division', names] as const),
    ].flatMap(([kind, names]) => addEntry(content, { kind, id: idOf(names), names }, []));
    const lock = lockForSite();
    if (lock) writeFileSync(join(folder, 'package-lock.json'), lock, { flag: 'wx' });
    const files = [...around, ...[...pages, ...entries].map((file) => join('content', file))];
    const installed = values['skip-install'] || (await install(folder, values.json));
    if (!installed) process.exitCode = 1;
    if (values.json) {
      const shown = relative(cwd, folder);
      return console.log(JSON.stringify({ folder: shown, files, kept, installed }, null, 2));
    }
    const enter = relative(cwd, folder);
    console.log(
      [
        '',
        ...wrap(say('create.written', { folder: enter || '.' }), 0),
        ...(kept.length > 0 ? wrap(say('create.kept', { files: kept.join(', ') }), 0) : []),
        ...(installed ? [] : wrap(say('create.not-installed'), 0)),
        '',
        ...wrap(say('init.next'), 0),
        ...(enter ? [`  cd ${enter}`] : []),
        ...(installed && !values['skip-install'] ? [] : ['  npm install']),
        '  npm start',
        '  npm run new',
        '',
        ...wrap(say('init.public'), 0),
      ].join('\n'),
    );
  } finally {
    asker?.close();
  }
};

/**
 * The names of the topics or divisions in every language: from the option, where one name stands for all languages, or
 * asked, the same number in each language.
 */
async function entriesOf(
  kind: Extract<EntryKind, 'topic' | 'division'>,
  locales: readonly Locale[],
  call: Call,
  asker?: Asker,
): Promise<Array<Map<Locale, string>>> {
  const option = call.values[`${kind}s`];
  const first = option ?? (await asker?.line(call.say(`create.${kind}s`), (line) => line, ''));
  const entries: Array<Map<Locale, string>> = [];
  for (const name of listOf(first ?? '')) {
    const given = option === undefined ? [name] : locales.map(() => name);
    const question = (language: string) => call.say('create.translated', { name, language });
    entries.push(await namesIn(locales, given, question, call, asker));
  }
  return entries;
}

const listOf = (written: string) => written.split(',').flatMap((name) => name.trim() || []);

function idOf(names: ReadonlyMap<Locale, string>): string {
  const id = [...names].map(([locale, name]) => slugOf(name, locale)).find(Boolean);
  if (id === undefined)
    throw new UserError('bad-slug', {
      value: firstOf([...names.values()]),
      suggestion: 'road-safety',
    });
  return id;
}

/** What `package.json` says of this program: its version, or the file from which it is to be installed. */
function programOf({ values, cwd }: Call<'create'>, folder: string, version: string): string {
  const { program } = values;
  if (program === undefined) return version;
  return /\.tgz$/u.test(program) ? `file:${relative(folder, resolve(cwd, program))}` : program;
}

/** Runs `npm install`, which also finishes the lock file. @returns whether it succeeded */
async function install(folder: string, quietly: boolean): Promise<boolean> {
  const { INIT_CWD: _, ...env } = process.env;
  const npm = spawn('npm', ['install', '--no-audit', '--no-fund'], {
    cwd: folder,
    env,
    stdio: quietly ? 'ignore' : 'inherit',
    shell: process.platform === 'win32',
  });
  try {
    const [status] = (await once(npm, 'close')) as [number | null];
    return status === 0;
  } catch {
    return false; // There is no npm.
  }
}
