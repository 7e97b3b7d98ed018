import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { createClock, type Clock } from '#clock.ts';
import { previewRobots } from '#outputs/sitemaps/preview-robots.ts';
import { type Call } from './command.ts';
import { UserError } from '#messages/user-error.ts';

/**
 * The path from the person's working folder to the content folder, as reports write it. Set as soon as the folder is
 * known.
 */
export let contentPrefix = 'content/';

/**
 * The absolute path of the content folder.
 * @throws {UserError} if there is none
 */
export function contentFolder({ values, cwd }: Call): string {
  const folder = resolve(cwd, values.content);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UserError('no-content', { folder: values.content });
  contentPrefix = `${relative(cwd, folder) || '.'}/`;
  return folder;
}

/**
 * The absolute path of the folder to put the site in. All its content will be replaced, so it must be new, empty or
 * a site.
 * @throws {UserError} if something else would be lost, or a preview would replace a public site
 */
export function outFolder({ values, cwd }: Call, content: string): string {
  const out = resolve(cwd, values.out);
  keepApart(out, content, values.out);
  if (existsSync(out) && !isReplaceable(out))
    throw new UserError('out-not-a-site', { out: values.out });
  if (values.preview && isPublic(out))
    throw new UserError('preview-over-public', { out: values.out });
  return out;
}

/**
 * The absolute path of the folder of the releases.
 * @throws {UserError} if it contains files of another program or person
 */
export function targetFolder({ values, cwd }: Call, content: string): string {
  const to = resolve(cwd, values.to);
  keepApart(to, content, values.to);
  const names = existsSync(to) ? readdirSync(to).filter((name) => !name.startsWith('.')) : [];
  if (
    names.some(
      (name) => !/^(?:releases|current|outbox|(?:publish|post)\.lock.*|lost\+found)$/u.test(name),
    )
  )
    throw new UserError('to-not-ours', { to: values.to });
  return to;
}

function keepApart(out: string, content: string, written: string): void {
  const isInside = (inner: string, outer: string) => `${inner}${sep}`.startsWith(`${outer}${sep}`);
  if (isInside(out, content) || isInside(content, out))
    throw new UserError('out-in-content', { out: written });
}

function isReplaceable(folder: string): boolean {
  if (!statSync(folder).isDirectory()) return false;
  const names = readdirSync(folder);
  return (
    names.length === 0 ||
    ['index.html', 'sitemap.xml', '_astro'].every((name) => names.includes(name))
  );
}

/** Whether a folder contains a site that is not a preview. */
function isPublic(folder: string): boolean {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return false;
  const robots = join(folder, 'robots.txt');
  return !existsSync(robots) || readFileSync(robots, 'utf8') !== previewRobots;
}

/**
 * The clock for the build, set to `--now` if given.
 * @throws {UserError} if `--now` is not a moment
 */
export function clockOf({ values }: Call): Clock {
  if (values.now === undefined) return createClock();
  const now = new Date(values.now);
  if (
    Number.isNaN(now.getTime()) ||
    !/^\d{4}-\d{2}-\d{2}(?:T.*(?:Z|[+-]\d{2}:\d{2}))?$/u.test(values.now)
  )
    throw new UserError('bad-now', { value: values.now });
  return createClock(now);
}
