import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import type { Locale } from '#lang/locale.ts';
import type { Say } from '#messages/messages.ts';
import type { Reported } from '#schema/problem.ts';
import { statusHtml } from '#status/page.ts';
import type { StatusText } from '#status/sections.ts';
import type { TextLocation } from '#status/status.ts';
import type { ChangedFile } from './repository.ts';
import type { MissingTexts } from './missing-texts.ts';

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
nav, form { display: inline-flex; gap: 1rem; margin: 0 1rem 1rem 0 }
button, nav a { font: inherit; padding: .5rem 1rem }
table { border-collapse: collapse; width: 100% }
td form { margin: 0; flex-wrap: wrap }
td { border-top: 1px solid #8886; padding: .4rem .8rem .4rem 0; vertical-align: top }
td:not(:last-child) { white-space: nowrap }
[role=status] { border: 2px solid; padding: .5rem 1rem; white-space: pre-wrap }
small { display: block; opacity: .8 }
`;

/** What the desk's page shows. */
export interface DeskPage {
  readonly locale: Locale;
  readonly say: Say;
  /** The date for a new announcement: `2026-01-22`. */
  readonly today: string;
  readonly status: StatusText;
  /** Undefined when the content folder is in no repository. */
  readonly changes: readonly ChangedFile[] | undefined;
  readonly missing: readonly MissingTexts[];
  /** The address of the preview, which shows drafts. */
  readonly preview: string;
  /** The outcome of the last button that was pressed. */
  readonly told: readonly string[];
}

/** The desk's page: the status with links into the editor, the missing texts, and buttons to check and commit. */
export function deskPage({
  locale,
  say,
  today,
  status,
  changes,
  missing,
  preview,
  told,
}: DeskPage): string {
  const button = (action: string, word: 'desk.check' | 'desk.commit') =>
    h('form', { method: 'post', action: `/desk/${action}/` }, [
      h('button', { type: 'submit' }, say(word)),
    ]);
  return page(locale, say('desk.title'), [
    h('h1', say('desk.title')),
    ...(told.length > 0 ? [h('p', { role: 'status' }, told.join('\n'))] : []),
    h('nav', [
      h('a', { href: '/admin/' }, say('desk.edit')),
      h(
        'a',
        { href: `/admin/#/collections/announcements/new?date=${today}&draft=true` },
        say('desk.new'),
      ),
      h('a', { href: preview }, say('desk.preview')),
    ]),
    button('check', 'desk.check'),
    ...(changes && changes.length > 0 ? [button('commit', 'desk.commit')] : []),
    ...changed(changes, say),
    ...lacking(missing, locale, say),
    ...statusHtml(status, editorAddress),
  ]);
}

/** A table with a button for each missing text. The button starts it. */
function lacking(
  missing: readonly MissingTexts[],
  locale: Locale,
  say: DeskPage['say'],
): ElementContent[] {
  if (missing.length === 0) return [];
  const named = new Intl.DisplayNames(locale, { type: 'language' });
  const rows = missing.map(({ place, locales }) => {
    const href = editorAddress(place);
    const buttons = locales.map((language) =>
      h(
        'button',
        { name: 'text', value: `${place.id} ${language}` },
        say('desk.add', { language: named.of(language) ?? language }),
      ),
    );
    return h('tr', [
      h('td', [h('form', { method: 'post', action: '/desk/add/' }, buttons)]),
      h('td', [
        href ? h('a', { href }, place.title) : place.title,
        h('small', h('code', place.file)),
      ]),
    ]);
  });
  return [
    h('h2', { id: 'missing' }, `${say('desk.missing')} (${missing.length})`),
    h('p', say('desk.missing.about')),
    h('table', [h('tbody', rows)]),
  ];
}

/** The editor's address for a text; undefined for MDX texts, which the editor cannot show. */
export function editorAddress({ id, file }: TextLocation): string | undefined {
  return file.endsWith('.md')
    ? `/admin/#/collections/announcements/entries/${id}/index`
    : undefined;
}

function changed(
  changes: readonly ChangedFile[] | undefined,
  say: DeskPage['say'],
): ElementContent[] {
  if (!changes) return [h('p', say('desk.no-git'))];
  if (changes.length === 0) return [h('p', say('desk.unchanged'))];
  return [
    h('h2', say('desk.changed')),
    h(
      'ul',
      changes.map(({ path }) => h('li', h('code', path))),
    ),
  ];
}

/**
 * The page that the editor fills. Its script is a separate file.
 * @returns the page, and the hash with which a content security policy allows its import map
 */
export function adminPage(
  locale: Locale,
  title: string,
  imports: object,
): { html: string; allowed: string } {
  const map = JSON.stringify(imports);
  return {
    html: page(
      locale,
      title,
      [h('script', { type: 'module', src: './start.js' })],
      [h('script', { type: 'importmap' }, map)],
      '',
    ),
    allowed: `'sha256-${createHash('sha256').update(map).digest('base64')}'`,
  };
}

/** The scripts of that page by name. */
export function editorScripts(): Map<string, string> {
  return new Map(
    ['start.js', 'as-written.js'].map((name) => [
      name,
      readFileSync(new URL(`./${name}`, import.meta.url), 'utf8'),
    ]),
  );
}

/** Problems for the desk's page, one per line. */
export function problemLines(
  problems: readonly Reported[],
  wording: (problem: Reported) => { readonly what: string; readonly remedy: string },
): string[] {
  return problems.map(
    (problem) =>
      `${problem.file}${problem.line === undefined ? '' : `:${problem.line}`} ${wording(problem).what} ${wording(problem).remedy}`,
  );
}

function page(
  locale: Locale,
  title: string,
  body: ElementContent[],
  head: ElementContent[] = [],
  css = style,
): string {
  const meta = [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width' }),
    h('meta', { name: 'robots', content: 'noindex' }),
    h('title', title),
  ];
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: locale }, [
        h('head', [...meta, ...head, ...(css ? [h('style', css)] : [])]),
        h('body', body),
      ]),
    ],
  };
  return `${toHtml(root, { upperDoctype: true })}\n`;
}
