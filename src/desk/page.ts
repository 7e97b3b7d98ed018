import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import type { Locale } from '#lang/locale.ts';

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
.notice { border-inline-start: .3rem solid; padding-inline-start: 1rem }
.import { display: block }
.paste { border: 1px solid #8886; min-height: 5rem; padding: .5rem; margin: .5rem 0; white-space: pre-wrap }
.paste:empty::before { content: attr(aria-label); opacity: .7 }
.beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 2rem }
.text p { white-space: pre-wrap; overflow-wrap: anywhere }
.conflict, .conflict fieldset { display: block }
.conflict fieldset { margin: 1rem 0; display: grid; grid-template-columns: 1fr 1fr; gap: 1rem }
.conflict label { min-width: 0 }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; border: 1px solid #8886; padding: .5rem; margin: .3rem 0 }
`;

/** A page of the desk, whole. */
export function page(
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
