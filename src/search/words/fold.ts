/** Letters that people leave out or replace when they type, what they become, and the letter that stands for each in a key. */
const lost: Readonly<Record<string, readonly [becomes: string, code: string]>> = {
  ә: ['а', 'a'],
  ғ: ['г', 'g'],
  қ: ['к', 'q'],
  ң: ['н', 'n'],
  ө: ['о', 'o'],
  ұ: ['у', 'u'],
  ү: ['у', 'v'],
  һ: ['х', 'h'],
  і: ['и', 'i'],
  // Pagefind's engine takes й for и with a mark, so й is folded too, and has a code of its own.
  й: ['и', 'j'],
  ё: ['е', 'y'],
  э: ['е', 'e'],
  ь: ['', 'b'],
  ъ: ['', 'c'],
};

/** A stem with its easily lost letters replaced: «қала» → «кала», «ёлк» → «елк». */
export function fold(stem: string): string {
  return Array.from(stem, (letter) => lost[letter]?.[0] ?? plain(letter)).join('');
}

/** The key of a stem: «қала» → «калаxqz». Codes stand in order without their places: that parts all words we know. */
export function keyOf(stem: string): string {
  return `${anyKeyOf(stem)}${Array.from(stem, (letter) => lost[letter]?.[1] ?? '').join('')}z`;
}

/** What all keys of a stem begin with, however its letters were typed: «қала» → «калаx». */
export function anyKeyOf(stem: string): string {
  return `${fold(stem)}x`;
}

/** Letters of other alphabets lose their marks (é → e), or stand as their number, so that a key is one token wherever tokens are parted. */
function plain(letter: string): string {
  if (/^[a-zа-я0-9]$/u.test(letter)) return letter;
  const [base = ''] = letter.normalize('NFKD').toLowerCase();
  if (/^[a-zа-я0-9]$/u.test(base)) return base;
  return /[\p{L}\p{N}]/u.test(base) ? base.codePointAt(0)!.toString(36) : '';
}
