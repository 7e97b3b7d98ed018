/** What parts words: everything but letters, digits and the signs inside a word. */
const between = /[^\p{L}\p{M}\p{N}’'._]+/u;

/** The lengths for which `src/styles/elements.css` has a size of headings. */
const lengths = [12, 14, 16, 18, 20, 24, 28, 34] as const;

/**
 * The class of a heading by the length of its longest word, so that this word fits into a line, however narrow the page
 * and however large the letters: «департаментінің» must not lose its last letter to the next line.
 */
export function byLongestWord(title: string): string | undefined {
  const longest = Math.max(...title.split(between).map((word) => [...word].length));
  const step = lengths.find((length) => length >= longest) ?? lengths.at(-1);
  return step === lengths[0] ? undefined : `longest-${step}`;
}
