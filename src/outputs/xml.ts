import { XMLBuilder } from 'fast-xml-parser';

/** Elements by name; `@name` is an attribute, `#text` the text beside attributes, a list the same element many times. */
export type XmlValue = string | { readonly [name: string]: XmlValue | readonly XmlValue[] | undefined };

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', suppressEmptyNode: true, format: false });

/** Writes elements; every text and attribute is escaped. */
export function writeXml(value: XmlValue): string {
  return builder.build(value) as string;
}

/** A text without what XML 1.0 cannot hold even escaped: most control characters, halves of surrogate pairs (section 2.2). */
export function xmlSafe(text: string): string {
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '');
}
