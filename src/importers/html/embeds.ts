import type { Element, ElementContent, Parents, Root } from 'hast';
import { everyWriting } from '#languages/writings.ts';
import { toString } from 'hast-util-to-string';
import type { Tally } from '#importers/tally.ts';

type Child = ElementContent | Root['children'][number];

/** What shows something that is no text here, and no link can stand for. */
const without = new Set([
  'svg',
  'canvas',
  'form',
  'select',
  'button',
  'textarea',
  'math',
  'input',
  'progress',
  'meter',
  'dialog',
  'map',
  'applet',
  'marquee',
]);

/**
 * Puts links in the place of films, sound, maps and documents that a page embeds, and says so; of forms, drawings and
 * the like it is said that they were left out.
 */
export function settleEmbeds(tree: Root, tally: Tally, address: string | undefined): void {
  const look = (parent: Parents): void => {
    parent.children = (parent.children as Child[]).flatMap((child): Child[] => {
      if (child.type !== 'element') return [child];
      const link = linkOf(child, tally, address);
      if (link) return link;
      if (without.has(child.tagName)) {
        if (child.properties.type !== 'hidden')
          tally.say({ id: 'element-dropped', params: { name: child.tagName } });
        return [];
      }
      // Without scripts a page shows this.
      if (child.tagName === 'noscript') child.tagName = 'div';
      if (child.tagName === 'caption') child.tagName = 'p';
      if (child.tagName === 'table') return captioned(child);
      if (child.tagName === 'details') tally.count('details-open');
      if (child.tagName === 'summary') child.tagName = 'p';
      return [child];
    });
    for (const child of parent.children) if (child.type === 'element') look(child);
  };
  look(tree);
}

/** The caption of a table stands above it. */
function captioned(table: Element): Element[] {
  const caption = table.children.find(
    (child): child is Element => child.type === 'element' && child.tagName === 'caption',
  );
  if (!caption) return [table];
  table.children = table.children.filter((child) => child !== caption);
  return [{ ...caption, tagName: 'p' }, table];
}

function linkOf(element: Element, tally: Tally, address: string | undefined): Child[] | undefined {
  const { tagName, properties } = element;
  const written = sourceOf(element);
  if (written === undefined) return undefined;
  const base = address && URL.canParse(address) ? address : undefined;
  const whole = base && URL.canParse(written, base) ? new URL(written, base).href : written;
  const url = shownAt(whole.startsWith('//') ? `https:${whole}` : whole);
  if (!/^https?:\/\//iu.test(url)) {
    tally.say({
      id: written ? 'file-left-out' : 'element-dropped',
      params: { name: written || tagName },
    });
    return [];
  }
  tally.say({ id: 'embed-as-link', params: { name: tagName, address: url } });
  const words = String(properties.title ?? '').trim() || textIn(element) || url;
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: url },
    children: [{ type: 'text', value: words }],
  };
  return [{ type: 'text', value: ' ' }, link, { type: 'text', value: ' ' }];
}

/** @returns undefined for what embeds nothing */
function sourceOf(element: Element): string | undefined {
  const { tagName, properties } = element;
  const said = (name: string) => String(properties[name] ?? '').trim();
  switch (tagName) {
    case 'iframe':
    case 'frame':
      return said('src') || said('dataSrc') || said('dataLazySrc');
    case 'embed':
      return said('src');
    case 'object':
      return said('data') || sourceBelow(element, ['embed', 'param']);
    case 'video':
    case 'audio':
      return said('src') || sourceBelow(element, ['source']);
    case 'script': {
      const post = said('dataTelegramPost');
      return post ? `https://t.me/${post}` : undefined;
    }
    default:
      return undefined;
  }
}

function sourceBelow(element: Element, names: readonly string[]): string {
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    const found = names.includes(child.tagName)
      ? String(child.properties.src ?? child.properties.value ?? '')
      : sourceBelow(child, names);
    if (found) return found;
  }
  return '';
}

/** What stands in an element for browsers that cannot show it, if it is a name rather than an excuse. */
function textIn(element: Element): string {
  const text = toString(element).trim();
  return text.length <= 80 && !excuse.test(text) ? text : '';
}

const excuse = new RegExp(everyWriting.flatMap(({ imports }) => imports.excuses).join('|'), 'iu');

/** The page of a film rather than its frame. */
function shownAt(url: string): string {
  const film = /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/(?<id>[\w-]+)/iu.exec(url)
    ?.groups?.id;
  if (film && film !== 'videoseries') return `https://www.youtube.com/watch?v=${film}`;
  const vimeo = /^https?:\/\/player\.vimeo\.com\/video\/(?<id>\d+)/iu.exec(url)?.groups?.id;
  return vimeo ? `https://vimeo.com/${vimeo}` : url;
}
