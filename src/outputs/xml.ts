import type { ElementContent } from 'xast';
import { x } from 'xastscript';
import { toXml } from 'xast-util-to-xml';

export { x };

/** A whole XML document; every text and attribute is escaped. */
export function writeXml(root: ElementContent): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(root)}\n`;
}

/** Elements for the inside of a document that somebody else writes. */
export function writeXmlFragment(elements: ElementContent[]): string {
  return toXml(elements);
}

/** A text without what XML 1.0 cannot hold even escaped: most control characters, halves of surrogate pairs (section 2.2). */
export function xmlSafe(text: string): string {
  return text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '');
}
