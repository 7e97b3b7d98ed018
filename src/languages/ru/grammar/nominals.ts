import type { Stem } from '#languages/grammar.ts';

/** Russian nouns and adjectives, by their endings. */

/** A pattern, the stem of a word that matches it (`$1` …), and its worth. */
type Rule = readonly [pattern: RegExp, stem: string, worth: number];

const rule = (pattern: string, stem: string, worth: number): Rule => [
  new RegExp(`^${pattern}$`, 'u'),
  stem,
  worth,
];

const vowel = 'аеиоуыэюя';

/** The longest ending is taken off, behind the first vowel at the earliest. */
const endings = new RegExp(
  `^(.*?[${vowel}].*?|.*?[^${vowel}]{2,}?)(?:[ое]го|[ое]му|[ыи]ми|[аяи]ми|ья(?:ми?|х)|[ыиое]е|[ыиое]й|[ыиоеая]м|[ыиая]х|[ая]я|[ую]ю|[ео]ю|ь[юеяи]|ием|[ое]в|[${vowel}йь])$`,
  'u',
);

const adjective = '(?:[ыи][йемх]|[ыи]ми|[ая]я|[ое][емй]|[ое]го|[ое]му|[ую]ю|[ое]ю)';
const noun = '(?:а|у|ом|е|ы|ов|ам|ами|ах|и|ой|ою|я|ю|ем|ей|ею|ям|ями|ях|ью|о|ь)?';

const rules: readonly Rule[] = [
  // A noun without an ending, whatever it seems to end in: «объём», «остров», «успех».
  rule('(.+[бвгджзклмнпрстфхцчшщ])ь?', '$1', -0.4),
  // Nouns in -ом and -ем: «дипломом», «эмблему».
  rule('(.{2,}[ое]м)(?:у|ом|ой)', '$1', -0.4),
  // Fleeting vowels: «замок» – «замка», «немец» – «немца», «возможен» – «возможна», «боец» – «бойца».
  rule('(.+[бвгджзклмнпрстфхцчшщ])ь?[ео]([кцн])ь?', '$1$2', 0),
  rule('(.+[бвгджзклмнпрстфхцчшщ])ь?[ео]([влмрст])ь?', '$1$2', -0.5),
  // «боец» – «бойца», «копеек» – «копейка», «заём» – «займа».
  rule('(.+[аео])е([цк])', '$1й$2', 0),
  rule('(.*[аоу])ем', '$1йм', -0.4),
  // A vowel before the ending: «музей», «батарея», «случай».
  rule('(..*[аеоу])(?:й|я|ю|и|е|ем|ев|ей|ям|ями|ях)', '$1', -0.2),
  // -ия, -ие, -ий keep и: «полиции», «назначений», «санатории».
  rule('(..*и)(?:я|ю|и|ям|ями|ях|ев|ей|ею)', '$1', 0.8),
  rule('(..*(?:[еая]н|[тдсзрлмбпвфц])и)(?:е|ем|й)', '$1', 0.8),
  rule('(..*[гкхжшщчн]и)(?:е|ем|й)', '$1', -0.3),
  rule('(..+[еая]н|..[ыиуя]т)ь(?:е|я|ю|ем|и|ям|ями|ях)', '$1и', 0.8),
  // Comparatives and superlatives.
  rule(`(..+[еа]йш)${adjective}`, '$1', 0.5),
  rule('(..+)ее', '$1', 0),
  // -ин in the singular only: «гражданин» – «граждане».
  rule(`(..+[ая]н)(?:ин${noun}|е)`, '$1', 0.1),
  // Ten nouns in -мя; день, мать, дочь.
  rule('(вре|и|зна|пле|пла|се|те|бре|стре|вы)м(?:я|ени|енем|ен|ена|енам|енами|енах)', '$1мен', 0.8),
  rule('д(?:ень|ня|ню|нем|не|ни|ней|ням|нями|нях)', 'дн', 1),
  rule('(мат|доч)(?:ь|ер.{0,3})', '$1ер', 0.5),
  // «ребёнок» – «ребята», «котёнок» – «котята».
  rule('(..+[^аеиоуыэюя])(?:ен(?:о?к)|ят)(?:а|у|ом|е|ам|ами|ах)?', '$1енк', 0),
];

/** Prepositions, conjunctions, particles, adverbs and pronouns that seem to have an ending. */
const unchanging = new Set(
  (
    'на для при про перед через между против около вокруг кроме вместо после если когда тогда иногда всегда никогда ' +
    'сегодня вчера завтра чем тем затем зачем почему поэтому потом потому притом причем впрочем очень также тоже даже ' +
    'несмотря только лишь уже еще или либо но да не ни он она оно они ему ей им ими них ним нем ней ею нас нам нами вас вам ' +
    'вами мне мной меня тебя тебе себя себе собой кто кого кому кем что чего чему ли бы же вот там тут здесь где куда ' +
    'лет сша ссср снг'
  ).split(' '),
);

/** Whether a word is of a closed class and not declined. */
export function isUnchanging(word: string): boolean {
  return unchanging.has(word);
}

/** @param word with е for ё */
export function nominalStems(word: string): Stem[] {
  const found: Stem[] = [{ stem: endings.exec(word)?.[1] ?? word, worth: 0 }];
  for (const [pattern, stem, worth] of rules)
    if (pattern.test(word)) found.push({ stem: word.replace(pattern, stem), worth });
  return found;
}
