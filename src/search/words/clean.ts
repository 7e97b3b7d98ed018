/** Characters that do not change a word: combining marks (stress), soft hyphens and joiners. */
const silent = /[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

/**
 * A word as the grammars expect it: in lower case, composed (й, ё and ñ are single letters), without marks, with one
 * kind of hyphen.
 */
export function clean(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(silent, '')
    .replace(/[‐‑]/gu, '-');
}

/** Like `clean`, but keeps only letters, digits and inner hyphens. */
export function cleanLetters(word: string): string {
  return clean(word)
    .replace(/[^\p{L}\p{N}-]/gu, '')
    .replace(/^-+|-+$/gu, '');
}
