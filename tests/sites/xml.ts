import { DomUtils, parseDocument } from 'htmlparser2';

/**
 * An element of an XML document. Whether the documents are well formed is tested in a browser, which is strict
 * (`tests/browser/xml.test.ts`).
 */
export interface XmlElement {
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  /** The descendants with this name, at any depth. */
  all(name: string): XmlElement[];
  /** The text of the first one; undefined when there is none. */
  value(name: string): string | undefined;
}

export function readXml(text: string): XmlElement {
  return wrap(parseDocument(text, { xmlMode: true }), {});
}

type Node = Parameters<typeof DomUtils.textContent>[0] & object;

function wrap(node: Node | Node[], attributes: Readonly<Record<string, string>>): XmlElement {
  const all = (name: string) =>
    DomUtils.getElementsByTagName(name, node as never, true).map((element) =>
      wrap(element, element.attribs),
    );
  return {
    attributes,
    text: DomUtils.textContent(node as never),
    all,
    value: (name) => all(name)[0]?.text,
  };
}
