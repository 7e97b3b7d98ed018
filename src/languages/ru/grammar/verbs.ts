import type { Stem } from '#languages/grammar.ts';

/**
 * Russian verbs. All forms of a verb get one stem: its infinitive without -ть («говори», «писа», «рисова»), or its last
 * consonant where the infinitive hides it («мог», «вед», «возник»). Present forms often have several possible
 * infinitives; each is a reading.
 */

/** What precedes an ending, which decides what the ending may be taken off from. */
type Kind = 'past' | 'pastOfConsonant' | 'passive' | 'passiveT' | 'first' | 'second' | 'both';

type Ending = readonly [kind: Kind, worth: number];

const long = words(
  'ый ий ых их ым им ыми ими ая яя ую юю ой ей ою ею ое ее ого его ому ему ом ем ые ие',
);
const short = ['', 'а', 'о', 'ы'];

function words(list: string): string[] {
  return list.split(' ');
}

function joined(suffixes: string, endings: readonly string[]): string[] {
  return words(suffixes).flatMap((suffix) => endings.map((ending) => suffix + ending));
}

/** The endings of the forms, and how much likelier than a noun each makes a verb (roughly a logarithm). */
const rows: ReadonlyArray<readonly [kind: Kind, worth: number, endings: readonly string[]]> = [
  // After the vowel of the infinitive: «говори-ла», «писа-вший», «откры-т».
  ['past', 0.4, [...words('ть ла ло ли вши'), ...joined('вш', long)]],
  ['past', 0.2, ['л']],
  ['past', 0, ['в']],
  ['passive', 0.3, joined('нн', long)],
  ['passive', -0.2, joined('н', short)],
  ['passiveT', -0.2, joined('т', long)],
  ['passiveT', -0.4, joined('т', short)],
  // After a consonant: «нес-ла», «возник-ший».
  ['pastOfConsonant', -0.3, [...words('ла ло ли ши'), ...joined('ш', long)]],
  // The present tense, by its two conjugations.
  ['first', 0.4, [...words('ешь ете'), ...joined('ущ ющ', long)]],
  ['first', 0.2, words('ет ут ют')],
  ['first', -0.2, words('у ю ем я')],
  ['first', -0.2, joined('ем', [...long, 'а', 'о', 'ы'])],
  ['second', 0.4, ['ишь', ...joined('ащ ящ', long)]],
  ['second', 0.2, words('ит ат ят')],
  ['second', -0.3, words('у ю им а я')],
  ['second', -0.3, joined('им', [...long, 'а', 'о', 'ы'])],
  ['both', 0.1, words('ите йте ьте')],
  ['both', -0.6, words('й и ь')],
];

const endings = new Map<string, Ending[]>();
for (const [kind, worth, list] of rows)
  for (const ending of list) {
    const known = endings.get(ending);
    if (known) known.push([kind, worth]);
    else endings.set(ending, [[kind, worth]]);
  }
const longest = Math.max(...Array.from(endings.keys(), ({ length }) => length));

/** Consonants of the present tense, each with those that the infinitive may have instead. */
const firstConjugation: Readonly<Record<string, readonly string[]>> = {
  ж: ['за', 'г', 'да'],
  ш: ['са', 'ха'],
  ч: ['ка', 'к', 'та'],
  щ: ['ска', 'ста', 'та'],
};
const secondConjugation: Readonly<Record<string, readonly string[]>> = {
  ж: ['д', 'з', 'ж'],
  ш: ['с', 'ш'],
  ч: ['т', 'ч'],
  щ: ['ст', 'т', 'щ'],
};

/** Verbs in -еть and -ать that are conjugated like those in -ить: closed classes. */
const likeIt =
  /(?:смотр|вид|сид|терп|верт|завис|обид|лет|гор|вел|гляд|шум|грем|вис|блест|кип|бол|скорб|звен|рев|свист)е$|(?:держ|слыш|леж|молч|крич|дыш|стуч|дрож|звуч|мч|торч|рыч|жужж)а$|(?:сто|бо)я$|^(?:.{1,4})?(?:гна|спа)$/u;

/** Roots whose present tense hides the infinitive: the form of the present, and of the infinitive. */
const irregular: ReadonlyArray<readonly [present: string, infinitive: string]> = [
  ['бер', 'бра'], ['дер', 'дра'], ['зов', 'зва'], ['жд', 'жда'], ['рв', 'рва'], ['вр', 'вра'], ['лг', 'лга'],
  ['стел', 'стла'], ['гон', 'гна'], ['сп', 'спа'], ['шл', 'сла'], ['ед', 'еха'], ['буд', 'бы'], ['стан', 'ста'],
  ['ден', 'де'], ['жив', 'жи'], ['плыв', 'плы'], ['возьм', 'взя'], ['ним', 'ня'], ['йм', 'ня'], ['приму', 'приня'],
  ['прим', 'приня'], ['начн', 'нача'], ['чн', 'ча'], ['мр', 'мере'], ['тр', 'тере'], ['пр', 'пере'], ['жм', 'жа'],
  ['мн', 'мя'], ['кляну', 'кля'], ['клян', 'кля'], ['распн', 'распя'], ['стын', 'сты'], ['бор', 'боро'],
  ['кол', 'коло'], ['мел', 'моло'], ['ляг', 'лег'], ['ляж', 'лег'], ['сяд', 'сед'], ['хоч', 'хоте'], ['хот', 'хоте'],
  ['бег', 'бежа'], ['беж', 'бежа'], ['дад', 'да'], ['пой', 'пе'], ['по', 'пе'], ['бре', 'бри'],
]; // prettier-ignore

/** Prefixes that a root of `irregular` may follow. */
const prefix =
  '(?:в|о|вз|воз|вос|вы|до|за|из|ис|на|над|не|недо|об|обо|от|ото|пере|по|под|подо|пре|при|про|раз|рас|разо|с|со|у|вз[оа]|из[оа])*';

const givesVa = new RegExp(`^${prefix}(?:да|ста|зна)$`, 'u');

const roots = irregular.map(
  ([present, infinitive]) => [new RegExp(`^(${prefix})${present}$`, 'u'), infinitive] as const,
);

/** идти and its derivatives, whose forms share no letter. */
const go =
  /^(в|во|вы|до|за|на|обо|ото|пере|по|подо|при|про|разо|со|у|)(?:шел|шла|шло|шли|шедш.+|идти|йти|ид[уие].*|йд[уие].*|д[уие]т?|д[уе]щ.*)$/u;

/** Past tenses without a trace of the consonant: «вёл», «шёл» is in `go`. */
const lostConsonant = /^(.*(?:[вм]е|па|сяде|се|бре|приобре|цве|пле|гне|кра|кла|е))л[аои]?$/u;

/** Infinitives in -ти, -сть, -зть and -чь: a closed class. So many nouns end like them. */
const consonantInfinitive =
  /^(.*(?:кла|кра|се|па|пря|цве|бре|ве|не|пле|ме|гре|рас?|тря|блю|пол|вез?|гры|ле))(сть|сти|зть|зти)$|^(.*(?:мо|пе|ле|бере|стере|же|те|се|вле|пря|толо|воло|стри|сти))(чь)$/u;

/**
 * The stems of the verbs that a word may be a form of.
 * @param typed with е for ё
 */
export function verbStems(typed: string): Stem[] {
  const found: Stem[] = [];
  const reflexive = /^(.{2,}[аяоыиуюетьйвлмшхсзкг])(?:ся|сь)$/u.exec(typed)?.[1];
  const word = reflexive ?? typed;
  const sure = reflexive && typed.length > 5 ? 0.5 : 0;
  const add = (stem: string, worth: number): void => {
    if (stem.length > 1) found.push({ stem, worth: worth + sure });
  };
  for (let length = Math.min(longest, word.length - 1); length > 0; length--)
    for (const [kind, worth] of endings.get(word.slice(word.length - length)) ?? [])
      taken[kind](word.slice(0, word.length - length), worth, add, word);

  const walked = go.exec(word);
  if (walked && word.length > 2) add(`${walked[1]}йти`, 0.8);
  if (/[аоеуияы][бгзкпсхр]$/u.test(word)) add(word, -0.5);
  if (/[еа]л[аои]?$/u.test(word)) {
    const hidden = lostConsonant.exec(word)?.[1];
    if (hidden) {
      add(`${hidden}д`, word.length > 5 ? 0 : -0.3);
      add(`${hidden}т`, word.length > 5 ? -0.1 : -0.4);
    }
  }
  const infinitive = consonantInfinitive.exec(word);
  if (infinitive) {
    const [, root = infinitive[3] ?? '', ending = 'чь'] = infinitive;
    const hidden = ending === 'чь' ? 'гк' : ending.startsWith('з') ? 'з' : 'сдт';
    for (const consonant of hidden) add(root + consonant, 0.3);
  }
  return found;
}

/** Roots of verbs in -ти, -сть and -чь, as they stand before -ён. */
const consonantRoot =
  /(?:ве[дзст]|нес|плет|мет|[йи]д|обрет|греб|скреб|кра[дж]|пря[дж]|тряс|пас|печ|реч|влеч|сеч|толч|реж|стриж|сж|жж)$/u;

type Taken = (
  before: string,
  worth: number,
  add: (stem: string, worth: number) => void,
  word: string,
) => void;

/** What the rest of a word says of its stem once an ending is taken off. */
const taken: Readonly<Record<Kind, Taken>> = {
  past(before, worth, add) {
    // «читатели», «победителя» are nouns.
    if (/[аяиу]те$/u.test(before)) return;
    if (/[аяеиуы]$|[бкмп]о[лр]о$/u.test(before)) add(infinitive(before), worth - unproven(before));
  },
  pastOfConsonant(before, worth, add) {
    if (/[бгзкпрсхдт]$/u.test(before)) add(before, worth);
  },
  passive(before, worth, add) {
    if (/[ая]$/u.test(before)) add(infinitive(before), worth - unproven(before));
    if (!before.endsWith('е')) return;
    const softened = before.slice(0, -1);
    if (/..(?:[лнрйжшщчоау]|жд)$/u.test(softened))
      for (const hard of unsoftened(softened)) add(`${hard}и`, worth);
    // «увиден», «просмотрен».
    else if (likeIt.test(before)) add(`${softened}и`, worth);
    // «принесён», «найден», «сбережён».
    if (consonantRoot.test(softened))
      add(softened.replace(/ж$/u, 'г').replace(/ч$/u, 'к'), worth + 0.2);
  },
  passiveT(before, worth, add) {
    if (/[аяеиуы]$|[бкмп]о[лр]о$/u.test(before)) add(infinitive(before), worth - unproven(before));
    else if (before.endsWith('ер')) add(`${before}е`, worth);
  },
  first(before, worth, add, word) {
    if (/^ю/u.test(word.slice(before.length)) && /[^аеиоуыэюяьлр]$/u.test(before)) return;
    for (const { stem, worth: ofStem } of firstConjugationOf(before)) add(stem, worth + ofStem);
  },
  second(before, worth, add, word) {
    if (!/[бвджзлмнпрстфчшщоуае]$/u.test(before)) return;
    const vowel = word.charAt(before.length);
    // After ж, ш, щ and ч stands а and у, elsewhere я and ю.
    if (
      ('ау'.includes(vowel) && !/[жшщч]$/u.test(before)) ||
      ('яю'.includes(vowel) && /[жшщч]$/u.test(before))
    )
      return;
    const firstPerson = before.length === word.length - 1 && 'ую'.includes(vowel);
    for (const hard of firstPerson ? unsoftened(before) : [before]) add(`${hard}и`, worth);
  },
  both(before, worth, add, word) {
    taken.first(before, worth, add, word);
    taken.second(before, worth, add, word);
  },
};

/** Short words are rather nouns: «дело», «сила». */
function unproven(before: string): number {
  return before.length > 3 || knownShort.test(before) ? 0 : before.length > 2 ? 0.3 : 0.6;
}
const knownShort =
  /^(?:.{0,3}(?:да|зна|ста|жи|бы|мы|пи|би|ли|ши|спа|жда|рва|бра|зва|ня|ча)|име|уме|уби|игра|реши|служ)$/u;

/** The stem of an infinitive, in the shape that the present tense shows too. */
function infinitive(before: string): string {
  if (likeIt.test(before)) return `${before.slice(0, -1)}и`;
  return before.length > 4 && /[бгзкпсхд]ну$/u.test(before) ? before.slice(0, -2) : before;
}

function firstConjugationOf(before: string): Stem[] {
  const result: Stem[] = [];
  const add = (stem: string, worth: number): void => {
    result.push({ stem, worth });
  };
  for (const [pattern, infinitive] of roots) {
    const root = pattern.exec(before)?.[1];
    if (root !== undefined) add(root + infinitive, 0.5);
  }
  if (before === '') return result;
  const last = before.slice(-1);
  const root = before.slice(0, -1);
  if ('ая'.includes(last)) {
    add(before, 0);
    // «даёт», «встаёт», «узнаёт» are of -давать.
    if (givesVa.test(before)) add(`${before}ва`, 0);
  } else if (last === 'е') {
    add(before, 0);
    add(`${before}я`, -0.5);
  } else if ('ую'.includes(last)) {
    if (root.length > 1)
      add(`${root}${last === 'ю' || /[цжшчщ]$/u.test(root) ? 'ева' : 'ова'}`, 0.2);
  } else if (last === 'о') add(`${root}ы`, 0);
  else if (last === 'ь') {
    if (/[бпвлш]$/u.test(root) && root.length < 6) add(`${root}и`, 0);
  } else if (last === 'н') {
    if (/[бгзкпсхд]$/u.test(root) && root.length > 2) add(root, 0.1);
    else add(`${before}у`, 0);
  } else if (firstConjugation[last]) {
    for (const stem of firstConjugation[last]) add(root + stem, 0);
  } else if (/[бпвмф]л$/u.test(before)) add(`${root}а`, 0);
  else if (/[гкзсдтбр]$/u.test(before)) add(before, -0.4);
  return result;
}

/** The consonant before the softened one: «направл-ен» – «направ-ить», «освобожд-ён» – «освобод-ить». */
function unsoftened(stem: string): string[] {
  if (/[бвмпф]л$/u.test(stem)) return [stem.slice(0, -1), stem];
  if (stem.endsWith('жд')) return [stem.slice(0, -2) + 'д', stem];
  const last = stem.slice(-1);
  return (secondConjugation[last] ?? [last]).map((consonant) => stem.slice(0, -1) + consonant);
}
