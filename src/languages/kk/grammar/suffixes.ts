import { type Suffix, type SuffixRow, suffixesOf } from '#languages/turkic/suffixes.ts';

/** Kazakh endings. */
const rows: readonly SuffixRow[] = [
  // Persons of nouns, adjectives and participles.
  ['word', 'case', -0.5, 'мын/VRL бын/NZ пын/T мыз/VRL быз/NZ пыз/T сың/VRLNZT сыңдар/VRLNZT'],
  ['word', 'case', 0.3, 'сыз/VRLNZT дыр/VRLNZ тыр/T'],
  ['word', 'case', 2.8, 'сыздар/VRLNZT'],
  // Cases.
  ['case', 'possessive', 2.5, 'ның/VN дың/RLZ тың/T'],
  ['case', 'possessive', 1.6, 'ны/V ды/RLNZ ты/T'],
  ['case', 'possessive', 1.6, 'ға/VRLNZ қа/T'],
  ['case', 'possessive', 1.3, 'да/VRLNZ та/T'],
  ['case', 'possessive', 2, 'дан/VRLZ тан/T нан/N'],
  ['case', 'possessive', 1.8, 'мен+/VRLN бен+/Z пен+/T'],
  ['case', 'his', 0.6, 'н/V'],
  ['case', 'his', 1.8, 'на/V нда/V нан/V'],
  ['case', 'mine', 0.2, 'а/N'],
  // Case endings after «my» and «your»: «қолымды» is of «қол» about as often as of a noun in -ым.
  ['case', 'mine', 2.6, 'ның/N'],
  ['case', 'mine', 1.8, 'ды/N'],
  ['case', 'mine', 1.5, 'да/N'],
  ['case', 'mine', 2.2, 'нан/N'],
  ['case', 'mine', 2, 'мен+/N'],
  ['case', 'mine', 2.7, 'дағы/N'],
  // Words for what is in a place («қаладағы») are declined again.
  ['case', 'possessive', 2.5, 'дағы/VRLNZ тағы/T'],
  ['case', 'his', 2.5, 'ндағы/V'],
  ['noun', 'possessive', 2, 'дағы/VRLNZ тағы/T'],
  ['noun', 'his', 2, 'ндағы/V'],
  ['case', 'possessive', 1, 'нікі+/VN дікі+/RLZ тікі+/T'],
  ['case', 'possessive', -0.3, 'дай/VRLNZ тай/T'],
  ['case', 'possessive', -1, 'ша/VRLNZT'],
  // Possessives.
  ['possessive', 'plural', 1, 'сы/V'],
  ['possessive', 'plural', 0.3, 'ы/RLNZT'],
  ['his', 'plural', 1, 'сы/V'],
  ['his', 'plural', 0.3, 'ы/RLNZT'],
  ['possessive', 'plural', 1.5, 'мыз/V ымыз/RLNZT ңыз/V ыңыз/RLNZT'],
  ['possessive', 'plural', -0.3, 'м/V ым/RLNZT ң/V ың/RLNZT'],
  ['mine', 'plural', -0.2, 'м/V ым/RLNZT ң/V ың/RLNZT'],
  // Plural.
  ['plural', 'noun', 2.5, 'лар/VR дар/LNZ тар/T'],
  ['plural', 'noun', -0.5, 'лар/T'],
  // Adjectives of a time or a place: «жылғы», «кешкі».
  ['noun', 'noun', 0.2, 'ғы/VRLNZ қы/T'],
  // Suffixes that derive a noun but keep the stem of the word.
  ['noun', 'noun', 0.3, 'сыз/VRLNZT'],
  ['noun', 'noun', 0, 'рақ/V ырақ/RLNZT'],
  // Participles and verbal nouns: declined like nouns.
  ['noun', 'verb', 1.6, 'ған/VRLNZ қан/T'],
  ['noun', 'verb', 2, 'атын/RLNZT йтын/V итын/RLNZT ятын>й/V'],
  ['noun', 'verb', 0.5, 'ушы/VRLNZT юшы>й/V'],
  // Abstract nouns of participles.
  ['noun', 'verb', 1.6, 'ғандық/VRLNZ қандық/T мағандық/VRL бағандық/NZ пағандық/T'],
  ['noun', 'verb', 0.5, 'у/VRLNZT ю>й/V'],
  ['noun', 'verb', 0.2, 'мақ/VRL бақ/NZ пақ/T'],
  ['noun', 'verb', -0.8, 'ар/RLNZT'],
  ['noun', 'verb', -1.2, 'р/V яр>й/V'],
  ['noun', 'verb', 1, 'мас/VRL бас/NZ пас/T'],
  ['his', 'verb', 0.5, 'ғысы/VRLNZ қысы/T'],
  ['possessive', 'verb', 0.5, 'ғысы/VRLNZ қысы/T'],
  ['possessive', 'verb', 0, 'ғым/VRLNZ қым/T ғың/VRLNZ қың/T'],
  // Present and future: a converb with a personal ending.
  ['word', 'tense', 1, 'ды/V мын/V мыз/V сың/V сыз/V'],
  ['word', 'tense', 2.8, 'сыңдар/VR сыздар/VR'],
  ['word', 'tense', 1, 'ды/R мын/R мыз/R сың/R сыз/R'],
  ['tense', 'verb', 0.7, 'а/RLNZT я>й/V'],
  ['tense', 'verb', 1, 'й/V и/RLNZT'],
  // Past, conditional, reported past.
  ['word', 'verb', 0.9, 'ды/V'],
  ['word', 'verb', 1.6, 'ды/RLNZ ты/T'],
  ['word', 'verb', 0.9, 'дым/VRLNZ тым/T дың/VRLNZ тың/T'],
  ['word', 'verb', -0.2, 'дық/VRLNZ тық/T'],
  ['word', 'verb', 2, 'дыңыз/VRLNZ тыңыз/T'],
  [
    'word',
    'verb',
    3.5,
    'дыңдар/VRLNZ тыңдар/T дыңыздар/VRLNZ тыңыздар/T саңыздар/VRLNZT саңдар/VRLNZT',
  ],
  ['word', 'verb', 1, 'са/VRLNZT'],
  ['word', 'verb', 1, 'сам/VRLNZT саң/VRLNZT сақ/VRLNZT саңыз/VRLNZT'],
  ['word', 'verb', 2, 'пты/V ыпты/RLNZT'],
  // Imperative and optative.
  ['word', 'verb', 1, 'сын/VRLNZT'],
  ['word', 'verb', 1.2, 'ңыз/V ыңыз/RLNZT'],
  ['word', 'verb', 3, 'ңыздар/V ыңыздар/RLNZT ңдар/V ыңдар/RLNZT'],
  ['word', 'verb', 1.2, 'айын/RLNZT йын/V айық/RLNZT йық/V'],
  ['word', 'verb', 0.5, 'ғай/VRLNZ қай/T'],
  // Converbs.
  ['word', 'verb', 1.5, 'ып/RLNZT'],
  // «тап» → «тауып».
  ['word', 'verb', 1.2, 'уып>п/V'],
  ['word', 'verb', 0, 'п/V'],
  ['word', 'verb', -0.8, 'а/RLNZT и/RLNZT я>й/V'],
  ['word', 'verb', 0, 'й/V'],
  ['word', 'verb', 1, 'ғалы/VRLNZ қалы/T ғанша/VRLNZ қанша/T'],
  ['word', 'verb', 2, 'мастан/VRL бастан/NZ пастан/T'],
  // Negation.
  ['verb', 'voice', 0.6, 'ма/VRL ба/NZ па/T'],
  ['word', 'voice', -0.3, 'ма/VRL ба/NZ па/T'],
  // Voices.
  ['voice', 'voice', 0.4, 'ыл/RNZT ын/L'],
  ['voice', 'voice', 0, 'л/V н/V'],
  ['voice', 'voice', -0.6, 'ыс/RLNZT с/V ын/RNZT'],
  ['voice', 'voice', -0.8, 'т/VRL тыр/T дыр/VRLNZ ғыз/VRLNZ қыз/T'],
];

/** Every ending in every allowed shape. */
export const suffixes: readonly Suffix[] = suffixesOf(rows, {
  back: [],
  front: [{ а: 'е', ы: 'і', ғ: 'г', қ: 'к' }],
});
