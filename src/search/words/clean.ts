/** Marks that a writer may put on a letter (stress) or inside a word (soft hyphens, joiners) without making another word. */
const silent = /[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

/** A word in the letters that the grammars know: small, composed (й, ё and ñ are letters), without marks, its hyphens alike. */
export function clean(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(silent, '')
    .replace(/[‐‑]/gu, '-');
}

/** As `clean`, and nothing but letters, digits and hyphens inside. */
export function cleanLetters(word: string): string {
  return clean(word)
    .replace(/[^\p{L}\p{N}-]/gu, '')
    .replace(/^-+|-+$/gu, '');
}
