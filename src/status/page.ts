import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import type { Locale } from '#lang/locale.ts';
import type { TextLocation } from './status.ts';
import type { CheckLine, CheckList, Section, StatusText } from './sections.ts';

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
td { border-top: 1px solid #8886; padding: .4rem .8rem .4rem 0; vertical-align: top }
td:not(:last-child) { white-space: nowrap }
ul { margin: .2rem 0; padding-left: 1.2rem }
small { display: block; opacity: .8 }
`;

/** A status as a self-contained page, for the office's intranet or an e-mail. */
export function statusPage(text: StatusText, locale: Locale): string {
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width' }),
    h('meta', { name: 'robots', content: 'noindex' }),
    h('title', text.title),
    h('style', style),
  ]);
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: locale }, [
        head,
        h('body', [h('main', [h('h1', text.title), ...statusHtml(text)])]),
      ]),
    ],
  };
  return `${toHtml(page, { upperDoctype: true })}\n`;
}

/**
 * A status without its title, as HTML for a page.
 * @param hrefOf the address where a text can be edited, if there is one
 */
export function statusHtml(
  { lines, sections, checks }: StatusText,
  hrefOf: (place: TextLocation) => string | undefined = () => undefined,
): Element[] {
  return [
    ...lines.map((line) => h('p', line)),
    ...(checks ? checksHtml(checks) : []),
    ...sections.flatMap((section) => sectionHtml(section, hrefOf)),
  ];
}

function checksHtml({ heading, notes, findings, nothing }: CheckList): Element[] {
  return [
    h('h2', { id: 'checks' }, findings.length > 0 ? `${heading} (${findings.length})` : heading),
    ...notes.map((note) => h('p', note)),
    findings.length === 0 ? h('p', nothing) : findingsHtml(findings),
  ];
}

/** Findings as a list, each with its place, what is wrong and what to do. */
export function findingsHtml(findings: readonly CheckLine[]): Element {
  return h(
    'ul',
    { className: 'findings' },
    findings.map(({ severity, place, what, remedy }) =>
      h('li', [h('strong', `${severity}: `), `${what} ${remedy}`, h('small', h('code', place))]),
    ),
  );
}

function sectionHtml(
  { name, heading, notes, rows, nothing }: Section,
  hrefOf: (place: TextLocation) => string | undefined,
): Element[] {
  const heads = [
    h('h2', { id: name }, rows.length > 0 ? `${heading} (${rows.length})` : heading),
    ...notes.map((note) => h('p', note)),
  ];
  if (rows.length === 0) return [...heads, h('p', nothing)];
  const lines = rows.map(({ place, cells, details }) =>
    h('tr', [
      ...cells.map((cell) => h('td', cell)),
      h('td', [
        titleOf(place, hrefOf(place)),
        h('small', h('code', place.file)),
        ...(details.length > 0
          ? [
              h(
                'ul',
                details.map((detail) => h('li', detail)),
              ),
            ]
          : []),
      ]),
    ]),
  );
  return [...heads, h('table', [h('tbody', lines)])];
}

function titleOf({ id, title }: TextLocation, href: string | undefined): ElementContent {
  const text = title || id;
  return href ? h('a', { href }, text) : { type: 'text', value: text };
}
