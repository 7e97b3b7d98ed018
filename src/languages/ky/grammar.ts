import { asIfCyrillicKeyboard, russianKeyboard } from '#languages/cyrillic/keyboard.ts';
import { fromLatin } from '#languages/cyrillic/from-latin.ts';
import type { Grammar } from '#languages/grammar.ts';
import { beforeHyphen, createAnalyser, unfinishedStems } from '#languages/turkic/analyser.ts';
import { type Sound, type SuffixRow, suffixesOf } from '#languages/turkic/suffixes.ts';

/** Kyrgyz endings, with а and ы for the vowels that follow those of the word: see `SuffixRow`. */
const rows: readonly SuffixRow[] = [
  // Persons of nouns, adjectives and participles.
  ['word', 'case', -0.5, 'мын/VRLNZT сың/VRLNZT сыз/VRLNZT быз/VRLNZ пыз/T'],
  ['word', 'case', 2.8, 'сыңар/VRLNZT сыздар/VRLNZT'],
  // Cases.
  ['case', 'possessive', 2.5, 'нын/V дын/RLNZ тын/T'],
  ['case', 'possessive', 1.6, 'ны/V ды/RLNZ ты/T га/VRLNZ ка/T'],
  ['case', 'possessive', 1.3, 'да/VRLNZ та/T'],
  ['case', 'possessive', 2, 'дан/VRLNZ тан/T'],
  ['case', 'his', 0.6, 'н/V'],
  ['case', 'his', 1.8, 'на/V нда/V нан/V'],
  ['case', 'mine', 0.2, 'а/N'],
  ['case', 'possessive', 2.5, 'дагы/VRLNZ тагы/T'],
  ['case', 'his', 2.5, 'ндагы/V'],
  ['noun', 'possessive', 2, 'дагы/VRLNZ тагы/T'],
  ['noun', 'his', 2, 'ндагы/V'],
  ['case', 'possessive', 1, 'ныкы/V дыкы/RLNZ тыкы/T'],
  ['case', 'possessive', -0.3, 'дай/VRLNZ тай/T'],
  ['case', 'possessive', -1, 'ча/VRLNZT'],
  // Possessives.
  ['possessive', 'plural', 1, 'сы/V'],
  ['possessive', 'plural', 0.3, 'ы/RLNZT'],
  ['his', 'plural', 1, 'сы/V'],
  ['his', 'plural', 0.3, 'ы/RLNZT'],
  ['possessive', 'plural', 1.5, 'быз/V ыбыз/RLNZT ңыз/V ыңыз/RLNZT ңар/V ыңар/RLNZT'],
  ['possessive', 'plural', -0.3, 'м/V ым/RLNZT ң/V ың/RLNZT'],
  ['mine', 'plural', -0.2, 'м/V ым/RLNZT ң/V ың/RLNZT'],
  ['plural', 'noun', 2.5, 'лар/VR дар/LNZ тар/T'],
  ['noun', 'noun', 0.3, 'сыз/VRLNZT'],
  // Participles and verbal nouns: «иште-» makes «иштөө».
  ['noun', 'verb', 1.6, 'ган/VRLNZ кан/T'],
  ['noun', 'verb', 0.5, 'уу/RLNZT үү/RLNZT оо>а/RLNZT өө>е/RLNZT'],
  ['noun', 'verb', 0.5, 'уучу/RLNZT үүчү/RLNZT оочу>а/RLNZT өөчү>е/RLNZT'],
  ['noun', 'verb', 0.2, 'мак/VRL бак/NZ пак/T'],
  ['noun', 'verb', -0.8, 'ар/RLNZT'],
  ['noun', 'verb', 1, 'бас/VRLNZ пас/T'],
  // Present and future.
  ['word', 'verb', 0.8, 'ат/RLNZT йт/V'],
  ['word', 'verb', 1.5, 'ам/RLNZT йм/V амын/RLNZT асың/RLNZT йсың/V абыз/RLNZT йбыз/V асыз/RLNZT йсыз/V'],
  ['word', 'verb', 1.5, 'ышат/RLNZT шат/V'],
  // Past, conditional, imperative.
  ['word', 'verb', 0.9, 'ды/V'],
  ['word', 'verb', 1.6, 'ды/RLNZ ты/T'],
  ['word', 'verb', 1, 'дым/VRLNZ тым/T дың/VRLNZ тың/T дык/VRLNZ тык/T'],
  ['word', 'verb', 2.5, 'дыңыз/VRLNZ тыңыз/T дыңар/VRLNZ тыңар/T дыңыздар/VRLNZ тыңыздар/T ышты/RLNZT'],
  ['word', 'verb', 1, 'са/VRLNZT сам/VRLNZT саң/VRLNZT сак/VRLNZT саңыз/VRLNZT сын/VRLNZT'],
  ['word', 'verb', 2, 'птыр/V ыптыр/RLNZT гыла/VRLNZ кыла/T'],
  ['word', 'verb', 1.2, 'ңыз/V ыңыз/RLNZT айын/RLNZT йын/V айлы/RLNZT йлы/V'],
  // Converbs.
  ['word', 'verb', 1.5, 'ып/RLNZT'],
  ['word', 'verb', 0, 'п/V й/V'],
  ['word', 'verb', -0.8, 'а/RLNZT'],
  ['word', 'verb', 1.2, 'бай/VRLNZ пай/T ганча/VRLNZ канча/T'],
  // Negation and voices.
  ['verb', 'voice', 0.6, 'ба/VRLNZ па/T'],
  ['word', 'voice', -0.3, 'ба/VRLNZ па/T'],
  ['voice', 'voice', 0.4, 'ыл/RNZT ын/L'],
  ['voice', 'voice', 0, 'л/V н/V'],
  ['voice', 'voice', -0.7, 'ыш/RLNZT ш/V т/V тыр/T дыр/VRLNZ'],
]; // prettier-ignore

const suffixes = suffixesOf(rows, {
  back: [{ ы: 'у' }, { а: 'о', ы: 'у' }],
  front: [{ а: 'е', ы: 'и' }, { а: 'ө', ы: 'ү' }, { а: 'е', ы: 'ү' }],
}); // prettier-ignore

const vowel = /[аеёиоөуүыэюя]/u;
const sounds: ReadonlyArray<readonly [Sound, RegExp]> = [
  ['V', vowel],
  ['R', /[рй]/u],
  ['L', /л/u],
  ['N', /[мнң]/u],
  ['Z', /[зж]/u],
  ['T', /[бвгдкпстфхцчшщ]/u],
];

const stemShape = (stem: string): string => {
  const short = stem.length > 2 ? stem.replace(/[ыи]$|(?<![уү])[уү]$/u, '') : stem;
  return short.length > 2 ? short.replace(/б$/u, 'п').replace(/г$/u, 'к') : short;
};

const analyser = createAnalyser({
  suffixes,
  lost: { ң: 'н', ө: 'о', ү: 'у' },
  unchanging: new Set(
    'кандай мындай ошондой канча кайда кайдан качан эмне неге кантип жана менен үчүн боюнча тууралуу аркылуу кийин'.split(
      ' ',
    ),
  ),
  irregular: new Map([
    ['анын', 'ал'], ['ага', 'ал'], ['аны', 'ал'], ['анда', 'ал'], ['андан', 'ал'],
    ['мунун', 'бул'], ['буга', 'бул'], ['муну', 'бул'], ['мында', 'бул'], ['мындан', 'бул'],
    ['мага', 'мен'], ['сага', 'сен'],
  ]), // prettier-ignore
  lastSound(word) {
    const last = word.replace(/[ьъ]$/u, '').at(-1) ?? '';
    return sounds.find(([, letters]) => letters.test(last))?.[0];
  },
  harmonyOf(word, folded) {
    // Words of foreign form follow no vowel harmony.
    if (/[вфцщ]$|[цщъь]/u.test(word)) return 'either';
    const last = Array.from(word).findLast((letter) => vowel.test(letter));
    if (last === undefined || (folded && 'оу'.includes(last))) return 'either';
    return 'еэиөү'.includes(last) ? 'front' : 'back';
  },
  hasVowel: (word) => vowel.test(word),
  stemShape,
  unlikeliness(stem, kind) {
    const short = stem.length <= 2 ? 2 : stem.length === 3 && kind !== 'verb' ? 0.5 : 0;
    return short + (kind !== 'whole' && /[ыи]$/u.test(stem) ? 0.9 : 0);
  },
});

/** Kyrgyz, by its suffixes and its sound rules. */
export const grammar: Grammar = {
  stems: (word) => analyser.analyse(beforeHyphen(word)),
  looseStems: (word) => analyser.analyse(analyser.withoutLost(beforeHyphen(word)), true),
  whole: (word) => stemShape(beforeHyphen(word)),
  names: (word) => analyser.nameStems(beforeHyphen(word)),
  unfinished: (word) => unfinishedStems(word, analyser),
  otherScripts: (word) => [
    ...fromLatin(word, { sure: /[ñöü]/u, letters: { ñ: 'ң', ö: 'ө', ü: 'ү' } }),
    ...asIfCyrillicKeyboard(word, russianKeyboard),
  ],
};
