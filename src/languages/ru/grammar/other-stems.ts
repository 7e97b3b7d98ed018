/**
 * Further readings of a word, where Snowball's Russian stemmer fails to unite forms of one word or unites different
 * words: fleeting vowels, softened participles, short verbs, nouns that look like verbs.
 */

/** A pattern, the stem of a word that matches it (`$1` …), and the worth of this stem compared with Snowball's (0). */
type Rule = readonly [pattern: RegExp, stem: string, worth: number];

const nounEnd = '(?:а|у|ом|е|ы|ов|ам|ами|ах|и|ой|я|ю|ем|ей|ям|ями|ях|ью)?';
const adjectiveEnd = '(?:[ыи][йемх]|[ыи]ми|[ая]я|[ое][емй]|[ое]го|[ое]му|[ую]ю)';
const prefixes = 'в|вы|до|за|на|обо|ото|пере|по|подо|при|про|разо|со|у';
const rule = (pattern: string, stem: string, worth: number): Rule => [
  new RegExp(`^${pattern}$`, 'u'),
  stem,
  worth,
];

/** Rules for the whole word. */
export const wordRules: readonly Rule[] = [
  // A noun without an ending, whatever verb or adjective it looks like: «финал», «орден», «коллектив».
  rule('(..+[бвгджзклмнпрстфхцчшщ])ь?', '$1', -0.4),
  // Fleeting vowels: «замок» – «замка», «немец» – «немца», «возможен» – «возможна», «боец» – «бойца».
  rule('(.+[бвгджзклмнпрстфхцчшщ])ь?[ео]([квлмнрстц])ь?', '$1$2', -0.5),
  rule('(.+[аео])ец', '$1йц', -0.3),
  // A vowel before the ending: «музей», «батарея», «случай».
  rule('(..*[аео])(?:й|я|ю|и|е|ем|ев|ей|ям|ями|ях)', '$1', -0.6),
  // -ость, -ание, -тие and the superlative form separate words.
  rule(`(..+)ост(?:ь|и|ью|ей|ям|ями|ях)`, '$1ост', 2),
  rule('(..+[еая]н|..[ыиуя]т)и(?:е|я|ю|ем|и|й|ям|ями|ях)', '$1и', 2),
  rule(`(..+[еа]йш)${adjectiveEnd}`, '$1', 0.5),
  // -нуть: «возникнуть», «возникла», «покинул».
  rule('(.{3,})ну(?:ть|л|ла|ло|ли|в|вший.*|вш.*|т|ты|та|то|т[ыоа][йеям].*)(?:ся|сь)?', '$1', 0.2),
  rule('(.{3,}[бгзкпрсх])(?:ла|ло|ли|шая|ший|шие|ших|н[еу]т)(?:ся|сь)?', '$1', -0.3),
  // идти with its prefixes: «нашёл», «прошли», «придёт».
  rule(`(${prefixes})(?:шел|шла|шло|шли|шедш.*|й?ти|йд[уе].*|д[уе]т?)(?:ся|сь)?`, '$1йти', 0.8),
  // Verbs with a stem of one syllable, and their derivatives.
  rule('(.*(?:ста|да|жи|бы|зна|пи|ли))(?:ть|л|ла|ло|ли|в|вши.*)(?:ся|сь)?', '$1', 0.3),
  rule('(.*ста)н(?:у|ут|ет|ем|ешь)', '$1', 0.3),
  rule('(.*жи)в(?:у|ут|ет|ем|ущ.*)', '$1', 0.3),
  rule('(.*(?:да|ста|зна))(?:ва(?:ть|л|ла|ло|ли)|ет|ют|ющ.*)(?:ся|сь)?', '$1ва', 0),
  rule(`(.*[ыиуя])т(?:а|о|ы|${adjectiveEnd})`, '$1', -0.3),
  rule('(.*[^аеиоуыэюя])(?:ить|ыть|ил[аои]?|ыл[аои]?)', '$1', 0),
  rule('(..+[^аеиоуыэюя])ет(?:ь|ся|ься)', '$1', 0),
  // -ин in the singular only: «гражданин» – «граждане».
  rule(`(..+[ая]н)(?:ин${nounEnd}|е)`, '$1', 0.1),
  // Ten nouns in -мя; день, мать, дочь.
  rule('(вре|и|зна|пле|пла|се|те|бре|стре|вы)м(?:я|ени|енем|ен|ена|енам|енами|енах)', '$1мен', 0.8),
  rule('д(?:ень|ня|ню|нем|не|ни|ней|ням|нями|нях)', 'дн', 1),
  rule('(мат|доч)(?:ь|ер.{0,3})', '$1ер', 0.5),
];

/** Rules for Snowball's stem: -овать, and participles in -ен. */
export const stemRules: readonly Rule[] = [
  rule('(...+)[ое]ва', '$1', 0.1),
  rule('(...+)у', '$1', -0.2),
  rule('(...+)ыв', '$1ыва', 0),
  rule('(...+)енн?', '$1', -0.3),
];

/**
 * Softened sounds before -ен and in the first person, with the original sounds: «направлен» – «направить», «освобождён»
 * – «освободить».
 */
export const softened: readonly Rule[] = [
  rule('(.+[бвмпф])л', '$1', 0.1),
  rule('(.+)жд', '$1д', 0),
  rule('(.+[^с])ч', '$1т', -0.2),
  rule('(.+)щ', '$1т', -0.2),
  rule('(.+)щ', '$1ст', -0.4),
  rule('(.+)ж', '$1д', -0.4),
  rule('(.+)ш', '$1с', -0.3),
];
