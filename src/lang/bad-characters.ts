/**
 * What no text of a person holds: control characters but tab and line end (also those that a text in another encoding
 * turns into), halves of surrogate pairs. HTML and XML cannot carry them (XML 1.0, section 2.2).
 */
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/;
const bad = new RegExp(
  `${control.source}|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]`,
);

/** Asked of every text of a site, several times; nearly all are sound, which is told three times as fast as where a fault stands. */
const isSound = (text: string) => text.isWellFormed() && !control.test(text);

/** Where the first bad character of a text stands, and what to call it (`U+0007`); undefined where there is none. */
export function badCharacter(
  text: string,
): { readonly index: number; readonly name: string } | undefined {
  const match = isSound(text) ? null : bad.exec(text);
  return match
    ? {
        index: match.index,
        name: `U+${match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
      }
    : undefined;
}

/** The text without them. */
export function withoutBadCharacters(text: string): string {
  return isSound(text) ? text : text.replaceAll(new RegExp(bad.source, 'g'), '');
}
