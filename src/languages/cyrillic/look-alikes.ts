/** Letters that look the same in the Latin and the Cyrillic alphabet, in the same order. */
const [latin, cyrillic] = ['ABCEHKMOPTXYIaceopxyihəƏƟɵÖökm', 'АВСЕНКМОРТХУІасеорхуіһәӘӨөӨөкм'];

/** The Cyrillic letter that looks like a Latin one. */
export const cyrillicTwins: ReadonlyMap<string, string> = twins(latin, cyrillic);

/** The Latin letter that looks like a Cyrillic one. */
export const latinTwins: ReadonlyMap<string, string> = twins(cyrillic, latin);

function twins(from: string, to: string): Map<string, string> {
  return new Map(Array.from(from, (letter, index) => [letter, to[index] ?? letter]));
}
