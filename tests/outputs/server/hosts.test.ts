import { describe, expect, test } from 'vitest';
import { headersOf } from '#outputs/headers.ts';
import { passedLimits, writeHostHeaders, writeHostRedirects } from '#outputs/server/hosts.ts';
import { manyMoved, rulesWith } from './rules.ts';

/** Which headers a host sends for a path: those of every rule that fits, joined where two name the same. */
function headersAt(file: string, path: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const block of file.trim().split('\n\n')) {
    const [glob, ...lines] = block.split('\n');
    const pattern = glob!
      .replaceAll(/[.+?^${}()|[\]\\]/gu, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll(/:\w+/gu, '[^/]+');
    if (!new RegExp(`^${pattern}$`, 'u').test(path)) continue;
    for (const line of lines) {
      const { name, value } = /^ {2}(?<name>[\w-]+): (?<value>.+)$/u.exec(line)!.groups!;
      found.set(name!, [...(found.get(name!) ?? []), value!]);
    }
  }
  return found;
}

describe('_headers', () => {
  const file = writeHostHeaders(rulesWith({ base: '/press/' }));

  test.each([
    '/',
    '/kk/',
    '/kk/search/',
    '/kk/rss.xml',
    '/_astro/a.css',
    '/_images/a.webp',
    '/kk/news/2026/x/plan.pdf',
    '/robots.txt',
    '/kk/calendar.ics',
  ])('%s is sent what the rules say, nothing twice', (path) => {
    const sent = headersAt(file, `/press${path}`);
    expect([...sent].filter(([, values]) => values.length > 1)).toEqual([]);
    const { 'Content-Security-Policy': policy, 'Cache-Control': kept, ...others } = headersOf(path);
    for (const [name, value] of Object.entries(others))
      expect([name, sent.get(name)]).toEqual([name, [value]]);
    // The policy for all is that of the search; the others say in themselves that theirs is stricter.
    expect(sent.get('Content-Security-Policy')).toEqual([
      headersOf('/kk/search/')['Content-Security-Policy'],
    ]);
    expect(policy).toBeDefined();
    expect(sent.get('Cache-Control')).toEqual(kept === 'no-cache' ? undefined : [kept]);
    expect(sent.has('Content-Disposition')).toBe('Content-Disposition' in others);
  });

  test('nothing holds for what lies outside the path of the site', () =>
    expect(headersAt(file, '/kk/')).toEqual(new Map()));

  test('it keeps within what Cloudflare reads: 100 rules, 2,000 characters a line', () => {
    expect(file.split('\n\n').length).toBeLessThan(100);
    expect(Math.max(...file.split('\n').map((line) => line.length))).toBeLessThan(2000);
  });
});

test('_redirects: one a line, whatever the addresses hold', () => {
  const moved = new Map([
    ['/ru/old/', '/ru/new/'],
    ['/ru/ескі жол/', '/ru/жаңа/'],
    ['/ru/:name/*', '/ru/a*b/'],
    ['/ru/a\n/x /y 200', '/ru/'],
  ]);
  const lines = writeHostRedirects(rulesWith({ moved })).trimEnd().split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toBe('/ru/old/ /ru/new/ 301');
  for (const line of lines) expect(line).toMatch(/^\/[\w%/.-]* \/[\w%/.-]* 301$/u);
});

test.each([
  [1000, []],
  [1001, ['GitLab Pages']],
  [2000, ['GitLab Pages']],
  [2001, ['Cloudflare Pages', 'GitLab Pages']],
])('%i redirects are too many for %j', (count, hosts) => {
  expect(passedLimits(rulesWith({ moved: manyMoved(count) })).map(({ host }) => host)).toEqual(
    hosts,
  );
});
