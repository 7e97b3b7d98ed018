import type { Stem } from '#languages/grammar.ts';
import { type Harmony, harmonyOf, hasVowel, lastSound } from './letters.ts';
import { unlikeliness } from './stem-likelihood.ts';
import { stemShape } from './stem-shape.ts';
import { inwards, type SuffixSlot, type Suffix, suffixes } from './suffixes.ts';

/**
 * The longest word to analyse. No Kazakh word is longer. A longer run of letters is its own stem, so that it cannot
 * take much time.
 */
const longest = 40;

/** Words of closed classes that look like a noun with an ending, but are not: question words, postpositions, adverbs. */
const unchanging = new Set(
  (
    'қандай мұндай ондай сондай осындай қанша қаншама сонша осынша мұнша қалай қайда қайдан қайдағы қашан қашаннан неге ' +
    'неше нешінші нешеу неліктен неткен басқа бойынша туралы арқылы кейін дейін шейін қарай қарсы сияқты секілді ' +
    'гөрі бері бұрын соң үшін жайлы жайында және немесе әлде бірақ алайда сондықтан өйткені егер ғана тек әрі әрдайым'
  ).split(' '),
);

/** Forms whose stem the endings do not show: pronouns, and contracted verbs of everyday use. */
const irregular: ReadonlyMap<string, string> = new Map(
  Object.entries({
    мен: 'менің маған мені менде менен менімен',
    сен: 'сенің саған сені сенде сенен сенімен',
    ол: 'оның оған оны онда одан онымен ондағы',
    бұл: 'бұның бұған бұны бұнда бұдан бұнымен мұның мұны мұнда мұнымен мұндағы',
    сол: 'соның соған соны сонда содан сонымен сондағы',
    осы: 'осының осыған осыны осында осыдан осымен осындағы',
    біз: 'біздің бізге бізді бізде бізден бізбен',
    сіз: 'сіздің сізге сізді сізде сізден сізбен',
    не: 'ненің нені неде неден немен',
    кім: 'кімнің кімге кімді кімде кімнен кіммен кімдер',
    бол: 'боп',
    кел: 'кеп',
    қыл: 'қып ғып',
    жат: 'жатыр жатырмын жатырмыз жатырсың жатырсыз',
  }).flatMap(([stem, forms]) => forms.split(' ').map((form) => [form, stem] as const)),
);

const foldedLetters: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
};

/** A word as it is typed without Kazakh letters: «адамның» → «адамнын». й and ё stay. */
export function withRussianLetters(word: string): string {
  return word.replace(/[әғқңөұүһі]/gu, (letter) => foldedLetters[letter]!);
}

/** Endings by their last letter and then by slot, as `analyse` looks them up. */
function byLastLetter(list: readonly Suffix[]): Map<string, Map<SuffixSlot, Suffix[]>> {
  const map = new Map<string, Map<SuffixSlot, Suffix[]>>();
  for (const suffix of list) {
    const last = suffix.text.at(-1)!;
    const places = map.get(last) ?? new Map<SuffixSlot, Suffix[]>();
    map.set(last, places.set(suffix.from, [...(places.get(suffix.from) ?? []), suffix]));
  }
  return map;
}

const lawful = byLastLetter(suffixes);
const folded = byLastLetter(
  suffixes.map((suffix) => ({ ...suffix, text: withRussianLetters(suffix.text) })),
);

/** Slots that require one more ending, so a stem cannot end there. */
const unfinished: ReadonlySet<SuffixSlot> = new Set(['his', 'mine', 'tense'] as const);

/**
 * All analyses of a word that the rules allow, likeliest first. The word itself is always one of them.
 * @param typedFolded whether the word is typed with Russian letters only; the stems will be too
 */
export function analyse(word: string, typedFolded = false): Stem[] {
  const known = irregular.get(word);
  if (known) return [{ stem: stemShape(known), worth: 0 }];
  if (word.length > longest || unchanging.has(word)) return [{ stem: word, worth: 0 }];
  const table = typedFolded ? folded : lawful;
  const best = new Map<string, number>();
  const visit = (rest: string, place: SuffixSlot, worth: number): void => {
    if (!unfinished.has(place)) {
      const stem = stemShape(rest);
      const kind =
        place === 'word' ? 'whole' : place === 'verb' || place === 'voice' ? 'verb' : 'noun';
      const total = worth - unlikeliness(rest, kind);
      if (total > (best.get(stem) ?? -Infinity)) best.set(stem, total);
    }
    const found = table.get(rest.at(-1)!);
    if (!found) return;
    for (const inner of inwards[place]) {
      for (const suffix of found.get(inner) ?? []) {
        if (!rest.endsWith(suffix.text)) continue;
        const before = rest.slice(0, -suffix.text.length);
        if (mayPrecede(before, suffix, typedFolded))
          visit(before + suffix.returns, suffix.to, worth + suffix.worth);
      }
    }
  };
  visit(word, 'word', 0);
  return [...best].map(([stem, worth]) => ({ stem, worth })).sort(likeliestFirst);
}

/** A name has no plural, no possessive and is no verb: only a case is taken off, as «Қызылордада» is of «Қызылорда». */
export function nameStems(word: string): string[] {
  if (word.length > longest) return [];
  const cases = [...(lawful.get(word.at(-1)!)?.get('case') ?? [])].filter(
    ({ to, text }) => to === 'possessive' && word.endsWith(text),
  );
  const stems = cases
    .filter((suffix) => mayPrecede(word.slice(0, -suffix.text.length), suffix, false))
    .map(({ text }) => word.slice(0, -text.length));
  return [...new Set([...stems, word].map(stemShape))].slice(0, 2);
}

function likeliestFirst(a: Stem, b: Stem): number {
  return b.worth - a.worth || a.stem.length - b.stem.length || (a.stem < b.stem ? -1 : 1);
}

function mayPrecede(before: string, suffix: Suffix, typedFolded: boolean): boolean {
  if (before.length + suffix.returns.length < 2 || !hasVowel(before)) return false;
  if (
    !suffix.after.has(lastSound(before)!) &&
    !(typedFolded && before.endsWith('и') && suffix.after.has('V'))
  )
    return false;
  if (suffix.front === undefined) return true;
  const harmony: Harmony = harmonyOf(before, typedFolded);
  return harmony === 'either' || (harmony === 'front') === suffix.front;
}
