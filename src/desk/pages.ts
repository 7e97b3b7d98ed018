import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Locale } from '#lang/locale.ts';
import type { Say } from '#messages/messages.ts';
import { findingsHtml, statusHtml } from '#status/page.ts';
import type { CheckLine, StatusText } from '#status/sections.ts';
import type { TextLocation } from '#status/status.ts';
import type { MissingTexts } from './missing-texts.ts';
import { page } from './page.ts';
import type { SharedState } from './shared-work.ts';

/** What the desk's page shows. */
export interface DeskPage {
  readonly locale: Locale;
  readonly say: Say;
  /** The date for a new announcement: `2026-01-22`. */
  readonly today: string;
  readonly status: StatusText;
  readonly shared: SharedState;
  readonly missing: readonly MissingTexts[];
  /** The address of the preview, which shows drafts. */
  readonly preview: string;
  /** The outcome of the last button that was pressed. */
  readonly told: Told;
  /** Whether the site asks for approval. */
  readonly approval: boolean;
  /** Whether documents can be brought in. */
  readonly takesFiles: boolean;
  /** What is public since when, and what is not although it should be. */
  readonly banner: readonly string[];
}

/** What the desk answers to a button. */
export interface Told {
  readonly lines: readonly string[];
  readonly findings?: readonly CheckLine[];
}

/** The desk's page: the status with links into the editor, the missing texts, and buttons to check and commit. */
export function deskPage({
  locale,
  say,
  today,
  status,
  shared,
  missing,
  preview,
  told,
  approval,
  takesFiles,
  banner,
}: DeskPage): string {
  const { changes, unsent, conflict, lines } = shared;
  const button = (action: string, word: 'desk.check' | 'desk.commit' | 'desk.send') =>
    h('form', { method: 'post', action: `/desk/${action}/` }, [
      h('button', { type: 'submit' }, say(word)),
    ]);
  return page(locale, say('desk.title'), [
    h('h1', say('desk.title')),
    ...(told.lines.length > 0 ? toldBox(told) : []),
    ...[...lines, ...banner].map((line) => h('p', { className: 'notice' }, line)),
    ...(conflict ? [h('p', [h('a', { href: '/desk/conflict/' }, say('desk.conflict.open'))])] : []),
    h('nav', [
      h('a', { href: '/admin/' }, say('desk.edit')),
      h(
        'a',
        { href: `/admin/#/collections/announcements/new?date=${today}&draft=true` },
        say('desk.new'),
      ),
      h('a', { href: preview }, say('desk.preview')),
      ...(approval ? [h('a', { href: '/desk/approval/' }, say('desk.approval'))] : []),
    ]),
    button('check', 'desk.check'),
    ...(changes && changes.length > 0 ? [button('commit', 'desk.commit')] : []),
    ...(unsent > 0
      ? [
          h('p', { className: 'notice' }, say('desk.unsent', { count: unsent })),
          button('send', 'desk.send'),
        ]
      : []),
    ...changed(shared, say),
    ...(takesFiles ? importHtml(say) : []),
    ...lacking(missing, locale, say),
    ...statusHtml(status, editorAddress),
    h('script', { type: 'module', src: '/desk/desk.js' }),
  ]);
}

function importHtml(say: Say): ElementContent[] {
  return [
    h('h2', { id: 'import' }, say('desk.import')),
    h('p', say('desk.import.about')),
    h(
      'form',
      {
        method: 'post',
        action: '/desk/import/',
        encType: 'multipart/form-data',
        className: 'import',
      },
      [
        h('label', [
          say('desk.import.files'),
          ' ',
          h('input', { type: 'file', name: 'files', multiple: true }),
        ]),
        h('input', { type: 'hidden', name: 'pasted' }),
        h('div', {
          contentEditable: 'true',
          hidden: true,
          role: 'textbox',
          ariaMultiLine: 'true',
          ariaLabel: say('desk.import.paste'),
          className: 'paste',
        }),
        h('button', { type: 'submit' }, say('desk.import.button')),
      ],
    ),
  ];
}

function toldBox({ lines, findings = [] }: Told): ElementContent[] {
  return [
    h('p', { role: 'status' }, lines.join('\n')),
    ...(findings.length > 0 ? [findingsHtml(findings)] : []),
  ];
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

function changed({ changes, unsent }: SharedState, say: DeskPage['say']): ElementContent[] {
  // Why nothing can be submitted, the lines above say.
  if (!changes) return [];
  if (changes.length === 0) return unsent > 0 ? [] : [h('p', say('desk.unchanged'))];
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
 * @param servers the origins with which a hosted editor may speak; without it, the page has no policy of its own
 * @returns the page, and the hash with which a content security policy allows its import map
 */
export function adminPage(
  locale: Locale,
  title: string,
  imports: object,
  servers?: readonly string[],
): { html: string; allowed: string } {
  const map = JSON.stringify(imports);
  const allowed = `'sha256-${createHash('sha256').update(map).digest('base64')}'`;
  const content = servers && editorPolicy(allowed, servers);
  return {
    html: page(
      locale,
      title,
      [h('script', { type: 'module', src: './start.js' })],
      [
        ...(content ? [h('meta', { httpEquiv: 'Content-Security-Policy', content })] : []),
        h('script', { type: 'importmap' }, map),
      ],
      '',
    ),
    allowed,
  };
}

/**
 * The content security policy of the editor: nothing is loaded from elsewhere, and nothing sent there.
 * @param allowed the hash of its import map
 * @param servers the origins of the service where the texts are; none on this machine
 */
export function editorPolicy(allowed: string, servers: readonly string[] = []): string {
  const there = servers.map((server) => ` ${server}`).join('');
  return [
    "default-src 'self' blob: data:",
    `script-src 'self' blob: 'wasm-unsafe-eval' ${allowed}`,
    "style-src 'self' 'unsafe-inline'",
    `connect-src 'self' blob: data:${there}`,
    `img-src 'self' blob: data:${there}`,
  ].join('; ');
}

/** The scripts of that page by name. */
export function editorScripts(): Map<string, string> {
  return new Map(
    ['start.js', 'as-written.js', 'common-parts.mjs', 'elsewhere.js'].map((name) => [
      name,
      readFileSync(new URL(`./${name}`, import.meta.url), 'utf8'),
    ]),
  );
}
