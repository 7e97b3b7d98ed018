const width = 80;
const graphemes = new Intl.Segmenter();

/** The number of columns that a text takes in a terminal, for the letters of our languages. */
export function columns(text: string): number {
  return [...graphemes.segment(text)].length;
}

/**
 * Wraps a text at its spaces into lines of at most 80 columns. A word without spaces, such as an address, is never
 * broken.
 * @param indent number of spaces before each line
 * @param first text before the first line, in place of the spaces
 */
export function wrap(text: string, indent: number, first = ' '.repeat(indent)): string[] {
  const lines: string[] = [];
  let length = Infinity;
  for (const word of text.split(/ +/u)) {
    const letters = columns(word);
    if (length + 1 + letters > width) {
      const start = lines.length === 0 ? first : ' '.repeat(indent);
      lines.push(start + word);
      length = columns(start) + letters;
    } else {
      lines.push(`${lines.pop()} ${word}`);
      length += 1 + letters;
    }
  }
  return lines;
}
