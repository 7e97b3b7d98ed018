import type { Element, Nodes } from 'hast';
import { parseHtml } from '#body/parse.ts';

/**
 * The paragraphs of a finished body as plain text, for messages: items of lists keep their marks, rows of tables are
 * lines with the names of their columns, and the address of a link stands behind its words. Footnotes are left out.
 * @param html the portable HTML of a body, whose addresses are absolute
 */
export function plainParagraphs(html: string): string[] {
  return blocksOf(parseHtml(html)).filter((block) => block !== '');
}

const apart = new Set(
  'p h2 h3 h4 h5 h6 blockquote pre div section aside figure figcaption details summary dl dt dd footer'.split(
    ' ',
  ),
);

function blocksOf(node: Nodes): string[] {
  const blocks: string[] = [];
  let line = '';
  const close = () => {
    blocks.push(tidied(line));
    line = '';
  };
  for (const child of 'children' in node ? node.children : []) {
    if (child.type !== 'element') {
      line += inLine(child);
      continue;
    }
    const { tagName, properties } = child;
    if ('dataFootnotes' in properties || tagName === 'section') continue;
    if (tagName === 'ul' || tagName === 'ol') {
      close();
      blocks.push(itemsOf(child).join('\n'));
    } else if (tagName === 'table') {
      close();
      blocks.push(...rowsOf(child));
    } else if (tagName === 'pre') {
      close();
      blocks.push(inLine(child).trim());
    } else if (apart.has(tagName)) {
      close();
      blocks.push(...blocksOf(child));
    } else line += inLine(child);
  }
  close();
  return blocks;
}

function itemsOf(list: Element, indent = ''): string[] {
  let number = Number(list.properties.start ?? 1);
  return elementsOf(list, 'li').flatMap((item) => {
    const mark = list.tagName === 'ol' ? `${number++}.` : '•';
    const nested = item.children.filter((child): child is Element => isList(child));
    const words = blocksOf({ ...item, children: item.children.filter((child) => !isList(child)) });
    return [
      `${indent}${mark} ${words.filter((block) => block !== '').join(' ')}`,
      ...nested.flatMap((one) => itemsOf(one, `${indent}   `)),
    ];
  });
}

function isList(node: Nodes): boolean {
  return node.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol');
}

/** `Town: Abai; 2024: 120`; a row alone in words where there are no heads. */
function rowsOf(table: Element): string[] {
  const rows = elementsOf(table, 'tr').map((row) =>
    row.children.flatMap((cell) => (cell.type === 'element' ? [tidied(inLine(cell))] : [])),
  );
  const hasHeads = elementsOf(table, 'thead').length > 0 && rows.length > 1;
  const [heads = [], ...others] = rows;
  const lines = (hasHeads ? others : rows).map((cells) =>
    cells
      .flatMap((cell, index) => {
        const head = hasHeads ? (heads[index] ?? '') : '';
        return cell === '' ? [] : [head === '' ? cell : `${head}: ${cell}`];
      })
      .join('; '),
  );
  return [lines.join('\n')];
}

/** The elements of a name below an element, without those inside another of the same name. */
function elementsOf(parent: Element, name: string): Element[] {
  return parent.children.flatMap((child) =>
    child.type !== 'element' ? [] : child.tagName === name ? [child] : elementsOf(child, name),
  );
}

function inLine(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  if (node.type !== 'element') return node.children.map(inLine).join('');
  if (node.tagName === 'br') return ' ';
  const words = node.children.map(inLine).join('');
  const { href } = node.properties;
  if (node.tagName === 'sup' && elementsOf(node, 'a').some(isInPage)) return '';
  if (node.tagName !== 'a' || typeof href !== 'string' || !/^https?:/iu.test(href)) return words;
  // An address whose words are itself, or that has none, is not said twice.
  const said = words.trim();
  return said === '' || href.includes(said.replace(/^https?:\/\//iu, ''))
    ? href
    : `${words} (${href})`;
}

function isInPage({ properties }: Element): boolean {
  return /#note-/u.test(String(properties.href ?? ''));
}

function tidied(line: string): string {
  return line.replaceAll(/[ \t\n]+/gu, ' ').trim();
}
