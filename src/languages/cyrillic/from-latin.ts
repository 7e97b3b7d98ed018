/**
 * Cyrillic words written in Latin letters: informally («kalanyn», «politsiya»), or in an official alphabet («qalanyñ»).
 */

type Spelling = Readonly<Record<string, string>>;

/** An official Latin alphabet of a language that is still written in Cyrillic. */
export interface LatinAlphabet {
  /** Letters that prove that a word is spelled in this alphabet. */
  readonly sure: RegExp;
  /** Latin letters that stand for a letter of the language, where an informal spelling would mean a Russian one. */
  readonly letters: Spelling;
}

const letters: Spelling = {
  shch: 'щ', zh: 'ж', kh: 'х', ch: 'ч', sh: 'ш', ts: 'ц', gh: 'г',
  a: 'а', b: 'б', c: 'к', d: 'д', e: 'е', f: 'ф', g: 'г', h: 'х', i: 'и', j: 'ж', k: 'к', l: 'л', m: 'м', n: 'н',
  o: 'о', p: 'п', q: 'к', r: 'р', s: 'с', t: 'т', u: 'у', v: 'в', w: 'у', x: 'кс', y: 'ы', z: 'з',
  ä: 'а', ğ: 'г', ı: 'и', ñ: 'н', ö: 'о', ş: 'ш', ū: 'у', ü: 'у',
}; // prettier-ignore

const vowels = 'аәеёиіоөуұүыэюя';

/** One way to correct a word after each Latin letter was replaced. */
type Way = (word: string) => string;

/** y is й after a vowel, otherwise ы: «aynalu», «kyz», «novyy». Before a vowel it is part of я, ю or ё. */
const casual: Way = (word) =>
  word
    .replace(/ыа/gu, 'я')
    .replace(/ыу/gu, 'ю')
    .replace(/ыо/gu, 'ё')
    .replace(new RegExp(`(?<=[${vowels.replace('ы', '')}]|^)ы`, 'gu'), 'й')
    .replace(/ыы/gu, 'ый');
/** «zhuye» is «жуйе» in Kazakh, but «novoye» is «новое» in Russian. */
const softE: Way = (word) => word.replace(/йе/gu, 'е');
/**
 * In the Kazakh alphabet of 2021 and in passports, i after a vowel is й, and ia, iu are я, ю: «sūiu» is «сүю», «aziia»
 * is «азия».
 */
const softI: Way = (word) =>
  word
    .replace(/иа/gu, 'я')
    .replace(/иу/gu, 'ю')
    .replace(new RegExp(`(?<=[${vowels.replace('и', '')}])и`, 'gu'), 'й');
/** ts may be two letters, тс («sovetskiy»). s before i may be ц («revoliusiia»). */
const partedTs: Way = (word) => word.replaceAll('ц', 'тс');
const sAsTs: Way = (word) => word.replace(/с(?=и)/gu, 'ц');

/** The soft sign at the end is not written: «igrat», «zavershilas», «nahoditsya». */
const soft: Way = (word) => word.replace(/([бвгдзлмнпрст])$/u, '$1ь').replace(/тся$/u, 'ться');

/**
 * The Cyrillic words that a word in Latin letters may stand for, likeliest first. Empty if the word has other letters.
 */
export function fromLatin(word: string, official: LatinAlphabet): string[] {
  if (!/^[a-zäğıñöşūü]+$/u.test(word)) return [];
  const spell = (spelling: Spelling) =>
    word.replace(/shch|[zkcsg]h|ts|./gu, (latin) => spelling[latin]!);
  if (official.sure.test(word))
    return unique(officialWays(spell({ ...letters, ...official.letters })));
  return unique([...casualWays(spell(letters)), ...officialWays(spell(letters))]);
}

function casualWays(spelled: string): string[] {
  const read = casual(spelled);
  return [read, softE(read), partedTs(read), soft(softE(read)), soft(partedTs(read))];
}

function officialWays(spelled: string): string[] {
  const read = softI(spelled);
  return [read, sAsTs(read)];
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
