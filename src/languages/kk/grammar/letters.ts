import type { Harmony } from '#languages/turkic/analyser.ts';
import type { Sound } from '#languages/turkic/suffixes.ts';

/** What a suffix requires of the word before it: its vowel harmony, and its last sound. */

const sounds: Readonly<Record<Sound, string>> = {
  V: 'аәеоөұүыіэёя',
  R: 'рйуию',
  L: 'л',
  N: 'мнң',
  Z: 'зж',
  T: 'бвгғдкқпстфхһцчшщ',
};
const soundOf = new Map(
  Object.entries(sounds).flatMap(([sound, letters]) =>
    Array.from(letters, (letter) => [letter, sound as Sound] as const),
  ),
);

/** The class of the last sound of a word. A soft or hard sign is skipped. */
export function lastSound(word: string): Sound | undefined {
  const last = word.at(-1);
  return last === 'ь' || last === 'ъ' ? soundOf.get(word.at(-2) ?? '') : soundOf.get(last ?? '');
}

/**
 * и, у and ю are neither back nor front, so the vowel before them decides. In folded words о, у and и may each stand
 * for two vowels.
 */
const row = { back: /[аоұыяё]/u, front: /[әеөүіэ]/u } as const;
const foldedRow = { back: /[аыя]/u, front: /[еэ]/u } as const;

/**
 * Words of foreign form, which follow no vowel harmony: «назарбаевтың», «округі». Native words have no в, ф, ц, щ, and
 * no г or к after а, о, ұ, ы.
 */
const foreign = /[вфцщэбгд]$|[аоұыу]к$|[цщэёъь]/u;

/**
 * The vowels that may follow a word.
 * @param folded whether the word was typed with Russian letters: «козге» may be «көзге»
 */
export function harmonyOf(word: string, folded: boolean): Harmony {
  if (/[ьә]$/u.test(word) || foreign.test(word)) return 'either';
  const rows = folded ? foldedRow : row;
  let vowels = 0;
  for (let index = word.length - 1; index >= 0; index--) {
    const letter = word[index]!;
    if (rows.front.test(letter)) return 'front';
    // «дам» may be «дәм»: ә occurs in the first syllable, where no vowel before it could decide.
    if (rows.back.test(letter))
      return folded && letter === 'а' && vowels === 0 && !hasVowel(word.slice(0, index))
        ? 'either'
        : 'back';
    if (isVowel(letter)) {
      vowels++;
      if (folded) return 'either';
    }
  }
  return 'either';
}

const vowel = /[аәеоөұүыіэёяиую]/u;

export function isVowel(letter: string): boolean {
  return vowel.test(letter);
}

export function hasVowel(word: string): boolean {
  return vowel.test(word);
}

export function syllables(word: string): number {
  return word.match(/[аәеоөұүыіэёяию]|у(?![аәеыі])/gu)?.length ?? 0;
}
