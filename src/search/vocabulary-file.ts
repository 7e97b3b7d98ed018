/** Every index has all of these files, so that none is asked for in vain. */
export const vocabularySize = 32;

/** The file of the words that begin with a letter: by its code point, which gives each letter from а to я one of its own. */
export function vocabularyFile(letter: string): string {
  return fileOf(letter.codePointAt(0)! % vocabularySize);
}

export function fileOf(number: number): string {
  return `${number}.txt`;
}
