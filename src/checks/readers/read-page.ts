import { readMarkup } from './read-markup.ts';
import { firstOf } from '#lang/lookup.ts';

/** What a rule can know about a page. */
export interface Page {
  /** Path from the site's root, without the site's base: `/kk/archive/`. */
  readonly path: string;
  readonly lang: string | undefined;
  readonly dir: string | undefined;
  readonly title: string;
  /** Every address that the page requests or links to, once each, as written. */
  readonly links: readonly string[];
  readonly ids: readonly string[];
  readonly canonical: string | undefined;
  readonly alternates: ReadonlyArray<{ readonly lang: string; readonly href: string }>;
  readonly noindex: boolean;
  readonly images: ReadonlyArray<Readonly<Record<string, string>>>;
  /** Ids that occur more than once on the page. */
  readonly repeatedIds: readonly string[];
  /** Elements whose end tag is missing or in the wrong place. */
  readonly unended: readonly string[];
  /** Inline scripts and styles, with the element or attribute that contains them. */
  readonly inline: ReadonlyArray<{
    readonly kind: 'script' | 'style' | 'attribute';
    readonly name: string;
    readonly text: string;
  }>;
  /** What a browser fetches to show the page. */
  readonly requests: ReadonlyArray<{ readonly kind: Request; readonly address: string }>;
  /** The Content-Security-Policy in the page's own `<meta>`. */
  readonly policy: string | undefined;
}

/** The kind of resource that a browser fetches. */
export type Request = 'style' | 'script' | 'other';

/** Reads what rules need to know from the HTML of a page. */
export function readPage(path: string, html: string): Page {
  let [lang, dir, canonical, policy]: Array<string | undefined> = [];
  let [title, noindex, inTitle] = ['', false, false];
  const links = new Set<string>();
  const ids = new Set<string>();
  const alternates: Array<{ lang: string; href: string }> = [];
  const [images, repeatedIds, unended]: [
    Array<Readonly<Record<string, string>>>,
    string[],
    string[],
  ] = [[], [], []];
  const inline: Array<{ kind: 'script' | 'style' | 'attribute'; name: string; text: string }> = [];
  const requests: Array<{ kind: Request; address: string }> = [];
  let inside: { text: string } | undefined;
  readMarkup(html, {
    opened(name, attributes) {
      const { id, href, rel, hreflang } = attributes;
      if (id && ids.has(id)) repeatedIds.push(id);
      if (id) ids.add(id);
      if (name === 'img') images.push(attributes);
      if (name === 'meta' && attributes['http-equiv']?.toLowerCase() === 'content-security-policy')
        policy = attributes.content;
      for (const key in attributes)
        if (key === 'style' || key.startsWith('on'))
          inline.push({ kind: 'attribute', name: key, text: attributes[key] ?? '' });
      if (
        name === 'style' ||
        (name === 'script' && attributes.src === undefined && isScript(attributes.type))
      ) {
        const begun = { kind: name, name, text: '' } as const;
        inline.push((inside = { ...begun }));
      }
      for (const address of addresses(attributes)) links.add(address);
      for (const request of requestsOf(name, attributes)) requests.push(request);
      if (name === 'html') ({ lang, dir } = attributes);
      if (name === 'title' && title === '') inTitle = true;
      if (name === 'meta' && attributes.name === 'robots')
        noindex = attributes.content?.includes('noindex') ?? false;
      if (name === 'link' && rel === 'canonical') canonical = href;
      if (name === 'link' && rel === 'alternate' && hreflang)
        alternates.push({ lang: hreflang, href: href ?? '' });
    },
    text(text) {
      if (inTitle) title += text;
      if (inside) inside.text += text;
    },
    closed(name, isUnended) {
      if (isUnended) unended.push(name);
      if (name === 'title') inTitle = false;
      if (name === 'script' || name === 'style') inside = undefined;
    },
  });
  return {
    path,
    lang,
    dir,
    title,
    links: [...links],
    ids: [...ids],
    canonical,
    alternates,
    noindex,
    images,
    repeatedIds,
    unended,
    inline,
    requests,
    policy,
  };
}

/** A data block is not a script (HTML, 4.12.1). */
function isScript(type: string | undefined): boolean {
  return (
    type === undefined ||
    /^(?:module|importmap|speculationrules|(?:text|application)\/(?:java|ecma)script)?$/iu.test(
      type,
    )
  );
}

const asking: ReadonlyMap<string, Request> = new Map([
  ['script', 'script'],
  ...['img', 'source', 'video', 'audio', 'track', 'iframe', 'embed', 'input'].map(
    (name) => [name, 'other'] as const,
  ),
]);
const none: readonly never[] = [];

/** @returns what the browser fetches by itself for an element. Links that a reader may follow are not included. */
function requestsOf(
  name: string,
  attributes: Readonly<Record<string, string>>,
): ReadonlyArray<{ kind: Request; address: string }> {
  if (name === 'link') {
    const { rel = '', href } = attributes;
    return href !== undefined &&
      /\b(?:stylesheet|icon|preload|modulepreload|prefetch|preconnect|manifest)\b/iu.test(rel)
      ? [
          {
            kind: /\bstylesheet\b/iu.test(rel)
              ? 'style'
              : /\bmodulepreload\b/iu.test(rel)
                ? 'script'
                : 'other',
            address: href,
          },
        ]
      : none;
  }
  const kind = asking.get(name);
  return kind === undefined
    ? none
    : addresses(attributes, fetched).map((address) => ({ kind, address }));
}

/**
 * `fetched`: attributes with an address that the browser fetches by itself. `named`: those and the attributes that a
 * reader may follow, in the order of the result.
 */
const fetched = ['src', 'poster'] as const;
const named = ['href', 'src', 'poster', 'action'] as const;

function addresses(
  attributes: Readonly<Record<string, string>>,
  names: readonly string[] = named,
): readonly string[] {
  // Most elements have no address, so no array is created for them.
  let found: string[] | undefined;
  for (const name of names)
    if (attributes[name] !== undefined) (found ??= []).push(attributes[name]);
  if (attributes.srcset !== undefined)
    for (const candidate of attributes.srcset.split(','))
      (found ??= []).push(firstOf(candidate.trim().split(/\s/u)));
  return found ?? none;
}
