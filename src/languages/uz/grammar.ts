import { asIfCyrillicKeyboard, russianKeyboard } from '#languages/cyrillic/keyboard.ts';
import type { Grammar } from '#languages/grammar.ts';
import { beforeHyphen, createAnalyser, unfinishedStems } from '#languages/turkic/analyser.ts';
import { type Sound, type SuffixRow, suffixesOf } from '#languages/turkic/suffixes.ts';
import { inCyrillic } from './spelling.ts';

/** Uzbek endings in Cyrillic letters. Uzbek has no vowel harmony: each has one shape. */
const rows: readonly SuffixRow[] = [
  // Persons of nouns, adjectives and participles.
  ['word', 'case', -0.5, 'ман/VRLNZT сан/VRLNZT миз/VRLNZT сиз/VRLNZT'],
  ['word', 'case', 0.3, 'дир/VRLNZT'],
  // Cases. A possessive takes them without a sound between.
  ['case', 'possessive', 2.5, 'нинг/VRLNZT даги/VRLNZT'],
  ['case', 'possessive', 1.6, 'ни/VRLNZT га/VRLNZT ка/T қа/T'],
  ['case', 'possessive', 1.3, 'да/VRLNZT'],
  ['case', 'possessive', 2, 'дан/VRLNZT гача/VRLNZT'],
  ['noun', 'possessive', 2, 'даги/VRLNZT'],
  ['case', 'possessive', 1, 'ники/VRLNZT'],
  ['case', 'possessive', -0.3, 'дай/VRLNZT дек/VRLNZT'],
  ['case', 'possessive', -1, 'ча/VRLNZT'],
  // Possessives.
  ['possessive', 'plural', 1, 'си/V'],
  ['possessive', 'plural', 0.3, 'и/RLNZT'],
  ['possessive', 'plural', 1.5, 'миз/V имиз/RLNZT нгиз/V ингиз/RLNZT'],
  ['possessive', 'plural', -0.3, 'м/V им/RLNZT нг/V инг/RLNZT'],
  ['plural', 'noun', 2.5, 'лар/VRLNZT'],
  ['noun', 'noun', 0.3, 'сиз/VRLNZT'],
  ['noun', 'noun', 0, 'роқ/VRLNZT'],
  // Participles and verbal nouns.
  ['noun', 'verb', 1.6, 'ган/VRLNZT кан/T қан/T'],
  ['noun', 'verb', 2.5, 'аётган/RLNZT ётган/V адиган/RLNZT йдиган/V'],
  ['noun', 'verb', 0.5, 'иш/RLNZT'],
  ['noun', 'verb', 0, 'ш/V'],
  ['noun', 'verb', 0.5, 'увчи/RLNZT вчи/V'],
  ['noun', 'verb', 0.2, 'моқ/VRLNZT'],
  ['noun', 'verb', -0.8, 'ар/RLNZT'],
  ['noun', 'verb', 0.3, 'мас/VRLNZT'],
  // Present and future.
  ['word', 'tense', 1, 'ман/V сан/V миз/V сиз/V ди/V ман/R сан/R миз/R сиз/R ди/R'],
  ['word', 'tense', 2.5, 'дилар/VR сизлар/VR'],
  ['tense', 'verb', 0.7, 'а/RLNZT'],
  ['tense', 'verb', 1, 'й/V'],
  ['word', 'verb', 2.5, 'япти/VRLNZT япман/VRLNZT япсан/VRLNZT япмиз/VRLNZT япсиз/VRLNZT яптилар/VRLNZT'],
  // Past, conditional, imperative.
  ['word', 'verb', 0.9, 'ди/V'],
  ['word', 'verb', 1.6, 'ди/RLNZT'],
  ['word', 'verb', 1, 'дим/VRLNZT динг/VRLNZT дик/VRLNZT'],
  ['word', 'verb', 2.5, 'дингиз/VRLNZT дилар/VRLNZT дингизлар/VRLNZT ибди/RLNZT бди/V'],
  ['word', 'verb', 1, 'са/VRLNZT сам/VRLNZT санг/VRLNZT сак/VRLNZT сангиз/VRLNZT салар/VRLNZT син/VRLNZT'],
  ['word', 'verb', 1.2, 'ингиз/RLNZT нгиз/V айлик/RLNZT йлик/V синлар/VRLNZT'],
  // Converbs.
  ['word', 'verb', 1.5, 'иб/RLNZT'],
  ['word', 'verb', 0, 'б/V'],
  ['word', 'verb', 1.2, 'гач/VRLNZT гунча/VRLNZT'],
  ['word', 'verb', 2, 'масдан/VRLNZT'],
  // Negation and voices.
  ['verb', 'voice', 0.6, 'ма/VRLNZT'],
  ['word', 'voice', -0.3, 'ма/VRLNZT'],
  ['voice', 'voice', 0.4, 'ил/RNZT ин/L'],
  ['voice', 'voice', 0, 'л/V н/V'],
  ['voice', 'voice', -0.7, 'иш/RLNZT ш/V т/V тир/VRLNZT дир/VRLNZT'],
]; // prettier-ignore

const vowel = /[аеёиоуўюя]/u;
const sounds: ReadonlyArray<readonly [Sound, RegExp]> = [
  ['V', vowel],
  ['R', /[рй]/u],
  ['L', /л/u],
  ['N', /[мн]/u],
  ['Z', /[зж]/u],
  ['T', /[бвгғдкқпстфхҳчш]/u],
];

/** Stems of two syllables whose second vowel drops: «шаҳар» – «шаҳри», «ўғил» – «ўғли», «оғиз» – «оғзи». */
const droppable = /^([^аеёиоуўюя]?[аеёиоуўюя][бғҳхрлнйсқк])[аиу]([рлзнқк])$/u;

const stemShape = (stem: string): string => {
  const short = stem.length > 2 ? stem.replace(/и$/u, '') : stem;
  const hard = short.length > 2 ? short.replace(/г$/u, 'к').replace(/ғ$/u, 'қ') : short;
  return hard.replace(droppable, '$1$2');
};

const analyser = createAnalyser({
  suffixes: suffixesOf(rows, { back: [], front: [] }),
  lost: { ў: 'о', ғ: 'г', қ: 'к', ҳ: 'х' },
  unchanging: new Set(
    'қандай бундай шундай қанча қаерда қаердан қачон нега нима билан учун бўйича тўғрисида орқали кейин ва ёки'.split(
      ' ',
    ),
  ),
  irregular: new Map([
    ['унинг', 'у'], ['унга', 'у'], ['уни', 'у'], ['унда', 'у'], ['ундан', 'у'],
    ['бунинг', 'бу'], ['бунга', 'бу'], ['буни', 'бу'], ['бунда', 'бу'], ['бундан', 'бу'],
    ['менинг', 'мен'], ['мени', 'мен'], ['сенинг', 'сен'], ['сени', 'сен'],
  ]), // prettier-ignore
  lastSound: (word) => sounds.find(([, letters]) => letters.test(word.at(-1) ?? ''))?.[0],
  harmonyOf: () => 'either',
  hasVowel: (word) => vowel.test(word),
  stemShape,
  unlikeliness(stem, kind) {
    const short = stem.length <= 2 ? 2 : stem.length === 3 && kind !== 'verb' ? 0.5 : 0;
    return short + (kind !== 'whole' && stem.endsWith('и') ? 0.9 : 0);
  },
});

const spell = (word: string): string => inCyrillic(beforeHyphen(word));

/** Uzbek in either alphabet, by its suffixes. */
export const grammar: Grammar = {
  spelling: inCyrillic,
  stems: (word) => analyser.analyse(spell(word)),
  looseStems: (word) => analyser.analyse(analyser.withoutLost(spell(word)), true),
  whole: (word) => stemShape(spell(word)),
  names: (word) => analyser.nameStems(spell(word)),
  unfinished: (word) => unfinishedStems(spell(word), analyser),
  otherScripts: (word) => [
    // On a Russian keyboard ў is typed as у.
    ...(/^[а-яё]+$/u.test(word) && word.includes('у') ? [word.replaceAll('у', 'ў')] : []),
    ...asIfCyrillicKeyboard(word, russianKeyboard),
  ],
};
