import { readMarkup } from './markup.ts';

/** What a rule can know of a page. */
export interface Page {
  /** From the site's root, without its base: `/kk/archive/`. */
  readonly path: string;
  readonly lang: string | undefined;
  readonly dir: string | undefined;
  readonly title: string;
  /** Every address the page asks for or links to, as written. */
  readonly links: readonly string[];
  readonly ids: ReadonlySet<string>;
  readonly canonical: string | undefined;
  readonly alternates: ReadonlyArray<{ readonly lang: string; readonly href: string }>;
  readonly noindex: boolean;
}

/** Reads what rules ask about from the HTML of a page. */
export function readPage(path: string, html: string): Page {
  let [lang, dir, canonical]: Array<string | undefined> = [];
  let [title, noindex, inTitle] = ['', false, false];
  const links: string[] = [];
  const ids = new Set<string>();
  const alternates: Array<{ lang: string; href: string }> = [];
  readMarkup(html, {
    opened(name, attributes) {
      const { id, href, rel, hreflang } = attributes;
      if (id) ids.add(id);
      if (name === 'html') ({ lang, dir } = attributes);
      if (name === 'title' && title === '') inTitle = true;
      if (name === 'meta' && attributes.name === 'robots') noindex = attributes.content!.includes('noindex');
      if (name === 'link' && rel === 'canonical') canonical = href;
      if (name === 'link' && rel === 'alternate' && hreflang) alternates.push({ lang: hreflang, href: href! });
      links.push(...addresses(attributes));
    },
    text(text) {
      if (inTitle) title += text;
    },
    closed(name) {
      if (name === 'title') inTitle = false;
    },
  });
  return { path, lang, dir, title, links, ids, canonical, alternates, noindex };
}

function addresses({ href, src, srcset, poster, action }: Readonly<Record<string, string>>): string[] {
  const candidates = srcset?.split(',').map((candidate) => candidate.trim().split(/\s/u)[0]!) ?? [];
  return [href, src, poster, action, ...candidates].filter((address) => address !== undefined);
}
