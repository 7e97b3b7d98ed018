/** Letters that look alike in the Latin and the Cyrillic alphabet: Latin ones, and beneath each the Cyrillic one. */
const [latin, cyrillic] = ['ABCEHKMOPTXYIaceopxyihəÖökm', 'АВСЕНКМОРТХУІасеорхуіһәӨөкм'];

/** For a Latin letter, the Cyrillic one that looks like it. */
export const cyrillicTwins: ReadonlyMap<string, string> = twins(latin, cyrillic);

/** For a Cyrillic letter, the Latin one that looks like it. */
export const latinTwins: ReadonlyMap<string, string> = twins(cyrillic, latin);

function twins(from: string, to: string): Map<string, string> {
  return new Map(Array.from(from, (letter, index) => [letter, to[index] ?? letter]));
}
