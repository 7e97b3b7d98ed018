/** The number of vocabulary files. Every index has all of them, even empty ones, so that no request gives 404. */
export const vocabularySize = 32;

/** The last line of each file, by which a browser sees that the whole file has come. */
export const endOfFile = '.';

/**
 * The file with the words that start with a letter. It is chosen by code point, so each letter from а to я has a file
 * of its own.
 */
export function vocabularyFile(letter: string): string {
  return fileOf(letter.codePointAt(0)! % vocabularySize);
}

/** The name of the vocabulary file with a number, 0 to `vocabularySize` - 1. */
export function fileOf(number: number): string {
  return `${number}.txt`;
}
