import { itemAt } from '#lang/lookup.ts';
import type { ProblemId } from '#schema/problem.ts';
import { fateOf, optionalEnds, tableParts, voidElements } from './elements.ts';
import {
  attributesOf,
  htmlPieces,
  type HtmlTag,
  lineOf,
  lineStarts,
  readHtml,
} from './html-tags.ts';
import type { BodyProblem } from './mdx.ts';
import type { SourceNode } from './parse.ts';
import { allowedElements } from './sanitize.ts';

/** An element as it is written; the numbers are offsets in the text. */
interface Written {
  /** In lower case. */
  readonly name: string;
  /** The name as it is written. */
  readonly as: string;
  /** Written as `</name>`, with no beginning. */
  readonly stray: boolean;
  readonly complete: boolean;
  readonly selfClosed: boolean;
  readonly start: number;
  /** After the `>` of the start tag. */
  readonly stop: number;
  end?: { readonly start: number; readonly stop: number };
  /** Nothing of it is missing. */
  ended: boolean;
  /** How many of the elements after it are inside it. */
  inside: number;
  readonly inTable: boolean;
  attributes(): Readonly<Record<string, string>>;
}

interface Edit {
  readonly start: number;
  readonly stop: number;
  readonly text: string;
}

type ElementProblem = Extract<
  ProblemId,
  | 'unknown-element'
  | 'unclosed-element'
  | 'dropped-element'
  | 'embedded-element'
  | 'embedded-address'
>;

interface Fault {
  readonly id: ElementProblem;
  readonly shown: string;
  readonly address?: string;
  /** The first is on the line that is reported. */
  readonly edits: readonly [Edit, ...Edit[]];
}

/**
 * Reports every HTML element of a text that readers would not get, or that would take other words with it: elements that
 * are unknown, have no end, are dropped, or show something from elsewhere. One problem for each line and kind, with the
 * line as it should be written.
 * @param tree of `parseSource`
 * @param text what it was made of
 */
export function checkElements(tree: SourceNode, text: string, format: 'md' | 'mdx'): BodyProblem[] {
  if (!text.includes('<')) return [];
  const written = format === 'md' ? elementsOfMarkdown(tree, text) : elementsOfMdx(tree, text);
  return problemsOf(faultsOf(written, text), text);
}

function elementsOfMarkdown(tree: SourceNode, text: string): Written[] {
  const elements: Written[] = [];
  const open = new Map<string, number[]>();
  for (const tag of readHtml(htmlPieces(tree, text))) {
    if (tag.type === 'text') continue;
    const opened = open.get(tag.name);
    const begun = tag.type === 'end' ? opened?.pop() : undefined;
    if (begun !== undefined) {
      const element = itemAt(elements, begun);
      element.end = { start: tag.piece.placeOf(tag.at), stop: tag.piece.placeOf(tag.stop) };
      element.ended = true;
      element.inside = elements.length - 1 - begun;
      continue;
    }
    if (tag.type === 'start' && tag.complete && !voidElements.has(tag.name)) {
      if (opened) opened.push(elements.length);
      else open.set(tag.name, [elements.length]);
    }
    elements.push(elementOf(tag, (open.get('table')?.length ?? 0) > 0));
  }
  return elements;
}

function elementOf(tag: HtmlTag, inTable: boolean): Written {
  const { name, piece, at, stop, complete, attributes } = tag;
  const endless = voidElements.has(name) || optionalEnds.has(name) || name === '!--';
  return {
    name,
    as: tag.as,
    stray: tag.type === 'end',
    complete,
    selfClosed: complete && attributes.endsWith('/'),
    start: piece.placeOf(at),
    stop: piece.placeOf(stop),
    ended: complete && endless,
    inside: 0,
    inTable,
    attributes: () => attributesOf(attributes),
  };
}

function elementsOfMdx(tree: SourceNode, text: string): Written[] {
  const elements: Written[] = [];
  const look = (node: SourceNode, inTable: boolean): void => {
    const { name, position, attributes = [] } = node;
    const isElement = /^mdxJsx(?:Flow|Text)Element$/u.test(node.type);
    let element: Written | undefined;
    if (isElement && position && name && /^[a-z][a-z0-9-]*$/u.test(name) && name !== 'slot') {
      const { start, end } = position;
      const selfClosed = text.slice(start.offset, end.offset).endsWith('/>');
      element = {
        name: name.toLowerCase(),
        as: name,
        stray: false,
        complete: true,
        selfClosed: false,
        start: start.offset,
        stop: end.offset,
        ...(!selfClosed && {
          end: { start: text.lastIndexOf('<', end.offset - 1), stop: end.offset },
        }),
        ended: true,
        inside: 0,
        inTable,
        attributes: () =>
          Object.fromEntries(
            attributes.flatMap(({ name: key, value }) =>
              key === undefined
                ? []
                : [[key.toLowerCase(), typeof value === 'string' ? value : '']],
            ),
          ),
      };
      elements.push(element);
    }
    const before = elements.length;
    node.children?.forEach((child) => look(child, inTable || name === 'table'));
    if (element) element.inside = elements.length - before;
  };
  look(tree, false);
  return elements;
}

function faultsOf(elements: readonly Written[], text: string): Fault[] {
  const faults: Fault[] = [];
  let next = 0;
  for (const [index, element] of elements.entries()) {
    if (index < next) continue;
    const fault = faultOf(element, text, () =>
      elements.slice(index + 1, index + 1 + element.inside),
    );
    if (!fault) continue;
    faults.push(fault);
    // What is inside goes the same way; the mark of an unknown name says nothing about it.
    if (fault.id !== 'unknown-element') next = index + 1 + element.inside;
  }
  return faults;
}

function faultOf(
  element: Written,
  text: string,
  inner: () => readonly Written[],
): Fault | undefined {
  const { name, stray, start, end } = element;
  const escape = (at: number): Edit => ({ start: at, stop: at + 1, text: '&lt;' });
  const edits: Fault['edits'] = [escape(start), ...(end ? [escape(end.start)] : [])];
  const plain = (id: ElementProblem): Fault => ({ id, shown: shownAs(element), edits });
  // Shown as text, it would no longer take along what is inside.
  const whole = (id: ElementProblem): Fault => ({
    ...plain(id),
    edits: [
      ...edits,
      ...inner().flatMap((part) =>
        [part, ...(part.end ? [part.end] : [])].map(({ start: at }) => escape(at)),
      ),
    ],
  });

  if (!element.complete) return plain('unclosed-element');
  if (name === '!--') return undefined;
  const fate = /^[!?]/u.test(name) ? 'dropped' : fateOf(name, allowedElements);
  if (fate === 'unknown') return plain('unknown-element');
  // A tag that ends nothing takes no words along.
  if (stray) return fate === 'kept' || fate === 'unwrapped' ? undefined : plain('dropped-element');
  if (fate === 'embedded' || (name === 'video' && element.ended && isEmptyPlayer(element))) {
    const address = name === 'form' ? undefined : addressIn([element, ...inner()]);
    if (address !== undefined) return embeddedAddress(element, address, text);
    return whole(element.ended || voidElements.has(name) ? 'embedded-element' : 'unclosed-element');
  }
  if (!element.ended && !/^[!?]/u.test(name)) {
    const { href, id, name: anchor } = name === 'a' ? element.attributes() : { href: '' };
    if (!element.selfClosed && (href !== undefined || (id ?? anchor) === undefined))
      return plain('unclosed-element');
    const { stop, selfClosed } = element;
    return {
      ...plain('unclosed-element'),
      edits: [{ start: stop - (selfClosed ? 2 : 1), stop, text: `></${name}>` }],
    };
  }
  const lost =
    fate === 'dropped' ||
    (name === 'img' && !element.attributes().src) ||
    (tableParts.has(name) && !element.inTable);
  return lost ? whole('dropped-element') : undefined;
}

/** A player takes its film from `src`, not from a `source` inside. */
function isEmptyPlayer(element: Written): boolean {
  return !element.attributes().src;
}

function addressIn(elements: readonly Written[]): string | undefined {
  for (const element of elements) {
    const { src, data } = element.attributes();
    const address = (src ?? data ?? '').trim().replace(/^\/\//u, 'https://');
    if (address !== '' && !/^(?:javascript|data|about|blob):/iu.test(address)) return address;
  }
  return undefined;
}

function embeddedAddress(element: Written, address: string, text: string): Fault {
  const { start, stop, end } = element;
  const title = element.attributes().title?.trim();
  const words = title || (URL.parse(address)?.host ?? address);
  const link = `[${words.replaceAll(/[[\]\\]/gu, String.raw`\$&`)}](${/[\s()<>]/u.test(address) ? `<${encodeURI(address)}>` : address})`;
  const last = end?.stop ?? stop;
  const whole = text.slice(start, last).includes('\n') ? stop : last;
  return {
    id: 'embedded-address',
    shown: shownAs(element),
    address,
    edits: [{ start, stop: whole, text: link }],
  };
}

function shownAs({ name, as, stray, complete }: Written): string {
  if (/^[!?]/u.test(name)) return `<${name}`;
  return `<${stray ? '/' : ''}${as}${complete ? '>' : ''}`;
}

/** Longer lines are not shown whole. */
const longest = 1000;
/** So many elements of one line are named. */
const mostNamed = 5;

function problemsOf(faults: readonly Fault[], text: string): BodyProblem[] {
  const starts = lineStarts(text);
  const groups = new Map<string, { line: number; faults: [Fault, ...Fault[]] }>();
  const editsOf = new Map<number, Edit[]>();
  for (const fault of faults) {
    for (const [index, edit] of fault.edits.entries()) {
      const line = lineOf(starts, edit.start) + 1;
      const edits = editsOf.get(line) ?? [];
      if (edits.length === 0) editsOf.set(line, edits);
      edits.push(edit);
      // The end of an unknown element on another line has to be written otherwise, too.
      if (index > 0 && fault.id !== 'unknown-element') continue;
      const key = `${line} ${fault.id}`;
      const group = groups.get(key);
      if (!group) groups.set(key, { line, faults: [fault] });
      else if (group.faults.at(-1) !== fault) group.faults.push(fault);
    }
  }
  return [...groups.values()].map(({ line, faults: alike }): BodyProblem => {
    const corrected = correctedLine(
      text,
      itemAt(starts, line - 1),
      (starts[line] ?? text.length + 1) - 1,
      editsOf.get(line) ?? [],
    );
    const names = [...new Set(alike.map(({ shown }) => shown))];
    const element = names.slice(0, mostNamed).join(', ') + (names.length > mostNamed ? ', …' : '');
    const { id, address = '' } = alike[0];
    return id === 'embedded-address'
      ? { id, line, params: { element, address, corrected } }
      : { id, line, params: { element, corrected } };
  });
}

function correctedLine(text: string, begin: number, end: number, edits: readonly Edit[]): string {
  const sorted = edits.toSorted((a, b) => a.start - b.start);
  const parts: string[] = [];
  let at = begin;
  for (const edit of sorted) {
    if (edit.start < at) continue; // It is inside what has been replaced.
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.stop;
  }
  const line = [...parts, text.slice(at, Math.max(at, end))].join('').trim();
  if (line.length <= longest) return line;
  const [{ start, text: put }] = sorted as [Edit];
  return `…${text.slice(Math.max(begin, start - 40), start)}${put}${text.slice(start + 1, start + 40)}…`;
}
