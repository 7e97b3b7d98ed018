import type { Element, ElementContent, Root as Html } from 'hast';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { defaultHandlers, type State, toMdast } from 'hast-util-to-mdast';
import { toString } from 'hast-util-to-string';
import type { FootnoteDefinition, FootnoteReference, Image, Nodes, Root } from 'mdast';
import { everyWriting } from '#languages/writings.ts';
import { readLinkTarget } from '#body/resolve-links.ts';
import { parseHtml } from '#body/parse.ts';
import { walk } from '#body/walk.ts';
import type { Album } from '#importers/album.ts';
import { blocksInLine } from './blocks-in-line.ts';
import type { ImportNote } from '#importers/imported.ts';
import { createTally } from '#importers/tally.ts';
import { tidy, visible } from '#importers/tidy.ts';
import { settleEmbeds } from './embeds.ts';
import { settleLooks } from './looks.ts';
import { type PageStyles, readPageStyles } from './page-styles.ts';
import { chooseSources } from './picture-sources.ts';
import { takeOutUnseen } from './unseen.ts';

export interface HtmlContext {
  /** The address of the page, against which its links are read. */
  readonly address?: string | undefined;
  readonly album: Album;
  readonly notes: ImportNote[];
  /** Takes a picture into the album. @returns its name beside the text; undefined: not to be shown */
  picture(source: string): string | undefined;
  /** Whether a picture is there to be taken; of several sizes such a one is taken. */
  readonly has?: ((source: string) => boolean) | undefined;
  /** Where a link is to lead instead; undefined: where it is written to lead. */
  readonly link?: ((address: string) => string | undefined) | undefined;
  /** The style sheets of the whole page; else those in the part that is read. */
  readonly styles?: PageStyles | undefined;
}

/** What is read of old HTML; the rest is unwrapped, and what runs or embeds is dropped with all it holds. */
const schema: Schema = {
  strip: [
    'script',
    'style',
    'template',
    'iframe',
    'object',
    'embed',
    'svg',
    'math',
    'head',
    'title',
    'textarea',
    'select',
    'button',
    'noscript',
    'form',
    'audio',
    'video',
    'canvas',
  ],
  tagNames: [
    'p',
    'br',
    'hr',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'blockquote',
    'pre',
    'ul',
    'ol',
    'li',
    'dl',
    'dt',
    'dd',
    'div',
    'section',
    'article',
    'a',
    'b',
    'strong',
    'i',
    'em',
    's',
    'del',
    'strike',
    'code',
    'sup',
    'sub',
    'table',
    'thead',
    'tbody',
    'tfoot',
    'tr',
    'th',
    'td',
    'img',
    'figure',
    'figcaption',
  ],
  attributes: {
    a: ['href'],
    img: ['src', 'alt'],
    ol: ['start'],
    td: ['colSpan', 'rowSpan', 'align'],
    th: ['colSpan', 'rowSpan', 'align'],
    p: [['className', 'caption']],
    li: ['id'],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['http', 'https', 'data', 'import'] },
  clobber: [],
};

/** Reads HTML that nobody trusts into a Markdown tree. */
export function readHtml(html: string, context: HtmlContext): Root {
  return readTree(parseHtml(html), context);
}

/** The same for HTML that is a tree already. */
export function readTree(tree: Html, context: HtmlContext): Root {
  // Before the sanitiser, which would drop all this without a word.
  const tally = createTally();
  const styles = context.styles ?? readPageStyles(tree);
  takeOutUnseen(tree, styles, tally);
  settleLooks(tree, styles, tally);
  chooseSources(tree, context.has);
  settleEmbeds(tree, tally, context.address);
  context.notes.push(...tally.notes());
  walk(tree, ({ tagName, properties }) => {
    if (tagName === 'a') properties.href = addressOf(String(properties.href ?? ''), context);
  });
  const clean = blocksInLine(sanitize(tree, schema) as Html);
  walk(clean, (element, parent, index) => {
    if (element.tagName === 'sup' || element.tagName === 'sub') raise(element);
    if (element.tagName === 'table') giveHeader(element);
    if (element.tagName === 'figure') keepCaption(element);
    if (isCaption(element)) takePicture(element, parent, index);
  });
  const markdown = toMdast(clean, {
    document: true,
    handlers: {
      a: (state, node: Element) =>
        node.properties.href ? defaultHandlers.a(state, node) : state.all(node),
      img: (_, node: Element) => imageOf(node, context),
      figure: (state, node: Element) => captioned(state.all(node), node),
      figcaption: () => undefined,
      sup: (state, node: Element) => noteReference(node) ?? state.all(node),
      ol: (state, node: Element) => noteTexts(state, node) ?? defaultHandlers.ol(state, node),
    },
  });
  return withBareLinks(tidy(markdown as Root));
}

/** A paragraph that is an address and nothing else: WordPress and others show there what it leads to. */
function withBareLinks(tree: Root): Root {
  const children = tree.children.map((block) => {
    const [only] = block.type === 'paragraph' ? block.children : [];
    return block.type === 'paragraph' &&
      block.children.length === 1 &&
      only?.type === 'text' &&
      /^https?:\/\/[^\s]+$/iu.test(only.value)
      ? { ...block, children: [{ type: 'link' as const, url: only.value, children: [only] }] }
      : block;
  });
  return { ...tree, children };
}

/** What a title says that may hold marks of HTML. */
export function wordsOfHtml(html: string): string {
  return visible(toString(parseHtml(html))).trim();
}

/** @returns an address that a text may link to, or nothing */
function addressOf(href: string, { address, notes, link }: HtmlContext): string | undefined {
  const written = throughGoogle(href);
  if (written === '' || /^#(?:foot|end)note-\d+$/u.test(written)) return written;
  if (written.startsWith('#')) return undefined;
  const whole =
    address && URL.canParse(written, address) ? new URL(written, address).href : written;
  const elsewhere = link?.(whole);
  if (elsewhere !== undefined) return elsewhere;
  if (readLinkTarget(whole).to === 'web') return whole;
  notes.push({ id: 'link-dropped', params: { address: visible(written) } });
  return undefined;
}

/** Google Docs lead every link through their own server. */
function throughGoogle(address: string): string {
  if (!/^https?:\/\/(?:www\.)?google\.[a-z.]+\/url\?/iu.test(address)) return address;
  const { searchParams } = new URL(address);
  return searchParams.get('q') ?? searchParams.get('url') ?? address;
}

const raised: Readonly<Record<string, string>> = { sup: '⁰¹²³⁴⁵⁶⁷⁸⁹', sub: '₀₁₂₃₄₅₆₇₈₉' };

/** м<sup>2</sup> is м², not м2: Markdown has no other way to say it. */
function raise({ tagName, children }: Element): void {
  const [only] = children;
  const digits = raised[tagName];
  if (digits && children.length === 1 && only?.type === 'text' && /^\d+$/u.test(only.value))
    only.value = only.value.replaceAll(/\d/gu, (digit) => digits.charAt(Number(digit)));
}

/** Markdown knows no table without a header: where none is marked, it is the first row. */
function giveHeader(table: Element): void {
  const rows: Element[] = [];
  let marked = false;
  walk(table, (element) => {
    if (element.tagName === 'tr') rows.push(element);
    if (element.tagName === 'th') marked = true;
    return element.tagName !== 'table';
  });
  if (marked) return;
  for (const cell of rows[0]?.children ?? [])
    if (cell.type === 'element' && cell.tagName === 'td') cell.tagName = 'th';
}

const holdsPicture = (element: Element): boolean =>
  element.children.some(
    (child) => child.type === 'element' && (child.tagName === 'img' || holdsPicture(child)),
  );

/** Of a figure without a picture the caption is a paragraph; else it is the title of the picture. */
function keepCaption(figure: Element): void {
  if (holdsPicture(figure)) return;
  walk(figure, (element) => {
    if (element.tagName === 'figcaption') element.tagName = 'p';
  });
}

function isCaption({ tagName, properties }: Element): boolean {
  return (
    tagName === 'p' &&
    Array.isArray(properties.className) &&
    properties.className.includes('caption')
  );
}

/** Makes a figure of a picture and the caption that Word has set below it. */
function takePicture(
  caption: Element,
  parent: { children: Array<Html['children'][number] | ElementContent> },
  index: number,
): void {
  const before = parent.children.slice(0, index).findLastIndex((child) => child.type === 'element');
  const picture = parent.children[before];
  if (picture?.type !== 'element' || !holdsPicture(picture)) return;
  parent.children[index] = {
    type: 'element',
    tagName: 'figure',
    properties: {},
    children: [...picture.children, { ...caption, tagName: 'figcaption' }],
  };
  parent.children[before] = { type: 'text', value: '' };
}

function captioned(nodes: Array<Nodes>, figure: Element): Array<Nodes> {
  let caption = '';
  walk(figure, (element) => {
    if (element.tagName === 'figcaption') caption = visible(toString(element)).trim();
  });
  const titled = (node: Nodes): Nodes =>
    node.type === 'image'
      ? { ...node, title: caption || null }
      : 'children' in node
        ? ({ ...node, children: node.children.map(titled) } as Nodes)
        : node;
  return nodes.map(titled);
}

/** What programs put where a person should have said what a picture shows. */
const meaningless = new RegExp(
  [
    String.raw`\.(?:jpe?g|png|gif|webp|heic|bmp|tiff?)$`,
    String.raw`^(?:dsc|${everyWriting.flatMap(({ imports }) => imports.pictureNames).join('|')})?[\s_-]*\d*$`,
    ...everyWriting.flatMap(({ imports }) => imports.pictureSentences),
    String.raw`^[a-z]:\\`,
  ].join('|'),
  'iu',
);

function imageOf({ properties }: Element, { picture, notes }: HtmlContext): Image | undefined {
  const name = properties.src ? picture(String(properties.src)) : undefined;
  if (!name) return undefined;
  const alt = visible(String(properties.alt ?? '')).trim();
  if (!meaningless.test(alt)) return { type: 'image', url: `./${name}`, alt };
  notes.push({ id: 'picture-without-alt', params: { name } });
  return { type: 'image', url: `./${name}`, alt: '' };
}

const noteOf = (href: unknown) =>
  /^#(?<note>(?:foot|end)note-\d+)$/u.exec(String(href))?.groups?.note;

function noteReference({ children }: Element): FootnoteReference | undefined {
  const [only] = children;
  const identifier =
    children.length === 1 && only?.type === 'element' ? noteOf(only.properties.href) : undefined;
  return identifier ? { type: 'footnoteReference', identifier, label: identifier } : undefined;
}

/** The list of notes at the end; the arrows back are Markdown's affair. */
function noteTexts(state: State, { children }: Element): FootnoteDefinition[] | undefined {
  const items = children.filter((child): child is Element => child.type === 'element');
  if (items.length === 0 || !items.every(({ properties }) => noteOf(`#${String(properties.id)}`)))
    return undefined;
  return items.map((item): FootnoteDefinition => {
    const identifier = String(item.properties.id);
    walk(item, (element, parent, index) => {
      if (element.tagName === 'a' && toString(element) === '↑')
        parent.children[index] = { type: 'text', value: '' } as never;
    });
    return {
      type: 'footnoteDefinition',
      identifier,
      label: identifier,
      children: state.toFlow(state.all(item)),
    };
  });
}
