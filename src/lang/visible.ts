/**
 * Spaces, marks of direction and the like, characters that are ignored where they cannot be shown (Unicode, `Default_Ignorable_Code_Point`),
 * combining marks on nothing, and the blank pattern of Braille.
 */
const invisible = /^[\s\p{Z}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/** Whether anything of a text can be seen. */
export function isVisible(text: string): boolean {
  return !invisible.test(text);
}

/**
 * Characters that set the direction of what follows (Unicode Standard Annex 9). An embedding or isolate without its end,
 * and any override, turns the text around it.
 */
const openings = new Map([
  ['\u202a', '\u202c'],
  ['\u202b', '\u202c'],
  ['\u2066', '\u2069'],
  ['\u2067', '\u2069'],
  ['\u2068', '\u2069'],
]);

/** Whether a text can turn the direction of the text around it, or shows its letters in another order than written. */
export function turnsText(text: string): boolean {
  const open: Array<string | undefined> = [];
  for (const [character] of text.matchAll(/[\u202a-\u202e\u2066-\u2069]/gu)) {
    if (openings.has(character)) open.push(openings.get(character));
    else if (open.pop() !== character) return true;
  }
  return open.length > 0;
}
