import { DOMParser, XMLSerializer } from '@xmldom/xmldom';

/** The prefixes under which this reader knows the namespaces of Office; documents may use others. */
const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
  'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
  'http://schemas.microsoft.com/office/drawing/2014/chartex': 'cx',
  'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm',
  'http://purl.oclc.org/ooxml/drawingml/diagram': 'dgm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup': 'wpg',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas': 'wpc',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingInk': 'wpi',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
};

/** @throws {Error} at what is no XML */
export function parseXml(text: string): Document {
  const fail = (message: string): never => {
    throw new Error(message.split('\n')[0]);
  };
  const document = new DOMParser({
    errorHandler: { warning: () => {}, error: fail, fatalError: fail },
  }).parseFromString(text, 'text/xml');
  return document;
}

export function writeXml(document: Document): string {
  return new XMLSerializer().serializeToString(document);
}

/** The name of an element with the prefix that this reader uses: `w:p`. */
export function nameOf(element: Element): string {
  const prefix = prefixes[element.namespaceURI ?? ''];
  return prefix ? `${prefix}:${element.localName}` : element.nodeName;
}

export function isElement(node: Node | null | undefined): node is Element {
  return node?.nodeType === 1;
}

/** The elements directly below one, in a list that later changes leave alone. */
export function childrenOf(parent: Node | undefined): Element[] {
  const found: Element[] = [];
  for (let node = parent?.firstChild; node; node = node.nextSibling)
    if (isElement(node)) found.push(node);
  return found;
}

export function childOf(
  parent: Node | undefined,
  ...names: readonly string[]
): Element | undefined {
  let found: Element | undefined;
  let inside: Node | undefined = parent;
  for (const name of names) {
    found = childrenOf(inside).find((child) => nameOf(child) === name);
    inside = found;
    if (!found) return undefined;
  }
  return found;
}

/** All elements of some names below one, in the order of the text, in a list that later changes leave alone. */
export function below(parent: Node, ...names: readonly string[]): Element[] {
  const found: Element[] = [];
  const look = (node: Node) => {
    for (const child of childrenOf(node)) {
      if (names.includes(nameOf(child))) found.push(child);
      look(child);
    }
  };
  look(parent);
  return found;
}

/** The nearest element of a name around one. */
export function around(element: Node, name: string): Element | undefined {
  for (let node = element.parentNode; node; node = node.parentNode)
    if (isElement(node) && nameOf(node) === name) return node;
  return undefined;
}

/** The value of an attribute, whatever its prefix. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  if (!element) return undefined;
  for (let index = 0; index < element.attributes.length; index++) {
    const one = element.attributes.item(index);
    if (one && (one.localName ?? one.nodeName) === name) return one.value;
  }
  return undefined;
}

/** What an element of properties such as `<w:vanish w:val="0"/>` says; undefined where it is not there. */
export function switchOf(properties: Element | undefined, name: string): boolean | undefined {
  const element = childOf(properties, name);
  return element && !['0', 'false', 'off', 'none'].includes(attribute(element, 'val') ?? '1');
}

export function remove(element: Node): void {
  element.parentNode?.removeChild(element);
}

/** Puts other nodes in the place of one. */
export function replace(element: Node, nodes: readonly Node[]): void {
  for (const node of nodes) element.parentNode?.insertBefore(node, element);
  remove(element);
}

/** Puts what an element holds in its place. */
export function unwrap(element: Element): void {
  const nodes: Node[] = [];
  for (let node = element.firstChild; node; node = node.nextSibling) nodes.push(node);
  replace(element, nodes);
}

/** A new element of WordprocessingML beside others, in their namespace. */
export function createWord(near: Element, name: string, text?: string): Element {
  const document = near.ownerDocument;
  const word = wordElement(near);
  const element = document.createElementNS(word.namespaceURI, `${word.prefix ?? 'w'}:${name}`);
  if (text !== undefined) {
    element.setAttribute('xml:space', 'preserve');
    element.appendChild(document.createTextNode(text));
  }
  return element;
}

/** A run of text. */
export function createRun(near: Element, text: string): Element {
  const run = createWord(near, 'r');
  run.appendChild(createWord(near, 't', text));
  return run;
}

/** The nearest element of WordprocessingML, the element itself included: its prefix is bound here. */
function wordElement(near: Element): Element {
  for (let node: Node | null = near; isElement(node); node = node.parentNode)
    if (prefixes[node.namespaceURI ?? ''] === 'w') return node;
  return near.ownerDocument.documentElement;
}

/** The words of an element, as `w:t` holds them. */
export function wordsIn(element: Node): string {
  return below(element, 'w:t', 'm:t')
    .map((text) => text.textContent ?? '')
    .join('');
}
