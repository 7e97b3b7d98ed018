import {
  contentType,
  contentTypes,
  feedEnding,
  headerRules,
  type HeaderRule,
} from '#outputs/headers.ts';
import { encodedPath, movedStatus, type ServerRules } from './server-rules.ts';

// Static hosts read two files at the root of what is published: Netlify's formats, which Cloudflare Pages and GitLab
// Pages (redirects only) have taken over. None of them can answer 410.

/**
 * `_headers`. All rules that fit a path are applied, and a header that two of them name is joined from both. So each is
 * named once: for all pages the policy of the search page, the widest; the stricter one stands in the other pages themselves.
 */
export function writeHostHeaders({ base }: ServerRules): string {
  const { all, search, ...others } = headerRules;
  // They ask for pages each time anyway; a second Cache-Control would be joined to it.
  const { 'Cache-Control': _, ...headers } = { ...all.headers, ...search.headers };
  const rules: HeaderRule[] = [{ ...all, headers }, ...Object.values(others)];
  // Hosts know the type, not that the text is UTF-8.
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

/** `_redirects`: one a line, none with a wildcard. */
export function writeHostRedirects({ moved }: ServerRules): string {
  // A colon would name a part of the path.
  return [...moved]
    .map(([from, to]) => `${encodedPath(from)} ${encodedPath(to)} ${movedStatus}\n`)
    .join('');
}

/** A host that reads fewer redirects than there are, or fewer rules about headers. */
export interface PassedLimit {
  readonly host: string;
  readonly limit: number;
  readonly count: number;
}

/**
 * Redirects without wildcards that a host reads; of those beyond, it says nothing.
 * Sources: developers.cloudflare.com/pages/configuration/redirects, docs.gitlab.com/user/project/pages/redirects.
 */
const redirectLimits: Readonly<Record<string, number>> = {
  'Cloudflare Pages': 2000,
  'GitLab Pages': 1000,
};

export function passedLimits({ moved }: ServerRules): PassedLimit[] {
  return Object.entries(redirectLimits).flatMap(([host, limit]) =>
    moved.size > limit ? [{ host, limit, count: moved.size }] : [],
  );
}
