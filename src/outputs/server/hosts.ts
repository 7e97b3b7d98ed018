import {
  contentType,
  contentTypes,
  feedEnding,
  headerRules,
  type HeaderRule,
} from '#outputs/headers.ts';
import { encodedPath, movedStatus, type ServerRules } from './server-rules.ts';

// Static hosts read two files at the root of the published folder. The formats are Netlify's; Cloudflare Pages and
// GitLab Pages (redirects only) adopted them. None of these hosts can answer with status 410.

/**
 * Writes `_headers`. A host applies all rules that match a path, and joins the values if two rules set the same
 * header. So each header is set only once. The policy for all pages is that of the search page, the most
 * permissive; the other pages contain their own stricter policy.
 */
export function writeHostHeaders({ base }: ServerRules): string {
  const { all, search, ...others } = headerRules;
  // These hosts make browsers revalidate pages anyway, and would join a second Cache-Control to their own.
  const { 'Cache-Control': _, ...headers } = { ...all.headers, ...search.headers };
  const rules: HeaderRule[] = [{ ...all, headers }, ...Object.values(others)];
  // Hosts know the media type, but do not add that the text is UTF-8.
  rules.push(
    { globs: ['/*.xml'], headers: { 'Content-Type': contentTypes.xml } },
    { globs: [`/*${feedEnding}`], headers: { 'Content-Type': contentType(feedEnding) } },
  );
  const blocks = rules.flatMap(({ globs, headers }) =>
    globs.map((glob) => [
      `${base.slice(0, -1)}${glob}`,
      ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    ]),
  );
  return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

/** Writes `_redirects`: one per line, without wildcards. */
export function writeHostRedirects({ moved }: ServerRules): string {
  // A colon would start a placeholder.
  return [...moved]
    .map(([from, to]) => `${encodedPath(from)} ${encodedPath(to)} ${movedStatus}\n`)
    .join('');
}

/** A host that reads fewer redirects than the site has. */
export interface PassedLimit {
  readonly host: string;
  readonly limit: number;
  readonly count: number;
}

/**
 * The number of redirects without wildcards that a host reads. It ignores the rest without a message.
 * Sources: developers.cloudflare.com/pages/configuration/redirects, docs.gitlab.com/user/project/pages/redirects.
 */
const redirectLimits: Readonly<Record<string, number>> = {
  'Cloudflare Pages': 2000,
  'GitLab Pages': 1000,
};

/** The hosts whose limits this site exceeds. */
export function passedLimits({ moved }: ServerRules): PassedLimit[] {
  return Object.entries(redirectLimits).flatMap(([host, limit]) =>
    moved.size > limit ? [{ host, limit, count: moved.size }] : [],
  );
}
