import { DomUtils, parseDocument } from 'htmlparser2';

/** An element of an XML document. That the documents are well formed is asked of a browser, which is strict (`tests/browser/xml.test.ts`). */
export interface XmlElement {
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  /** The elements of this name inside, however deep. */
  all(name: string): XmlElement[];
  /** The words of the first one; undefined where there is none. */
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
