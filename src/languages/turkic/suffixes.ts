/**
 * Classes of sounds before an ending: `V` vowels, `R` р й у и ю, `L` л, `N` м н ң, `Z` з ж, `T` voiceless consonants
 * and those pronounced like them at the end of a word.
 */
export type Sound = 'V' | 'R' | 'L' | 'N' | 'Z' | 'T';

/**
 * The endings of Turkic languages, read from the end of the word.
 * A slot is what the rest of the word may still be, from the outermost ending inwards: `word` › `case` › `possessive` ›
 * `plural` › `noun`, and for verbs `verb` › `voice`. `his` requires a possessive of the third person, `mine` of the
 * first or second person. `tense` requires what comes before a personal ending.
 */
export type SuffixSlot =
  'word' | 'case' | 'his' | 'mine' | 'possessive' | 'plural' | 'noun' | 'tense' | 'verb' | 'voice';

/**
 * The slots that may be read next in each slot. Slots may be skipped: a word without a case ending may still have a
 * plural.
 */
export const inwards: Readonly<Record<SuffixSlot, readonly SuffixSlot[]>> = {
  word: ['word', 'case', 'possessive', 'plural', 'noun'],
  case: ['case', 'possessive', 'plural', 'noun'],
  his: ['his'],
  mine: ['mine'],
  possessive: ['possessive', 'plural', 'noun'],
  plural: ['plural', 'noun'],
  noun: ['noun'],
  tense: ['tense'],
  verb: ['verb', 'voice'],
  voice: ['voice'],
};

/** Slots that require one more ending, so a stem cannot end there. */
export const unfinishedSlots: ReadonlySet<SuffixSlot> = new Set(['his', 'mine', 'tense'] as const);

/**
 * An ending: its slot, the slot that follows it, its worth, and its shapes with back vowels as `text/after`.
 * The worth says how much likelier these letters are the ending than part of the stem (roughly a logarithm).
 * `after` lists the sounds (`Sound`) that may come before it. `+` marks a text that is the same after back and front
 * vowels. `>` is followed by the letters of the stem that the ending replaced.
 */
export type SuffixRow = readonly [from: SuffixSlot, to: SuffixSlot, worth: number, shapes: string];

/**
 * One shape of an ending. `front`: whether the vowels before it must be front (true) or back (false); undefined:
 * either.
 */
export interface Suffix {
  readonly text: string;
  /** The letters of the stem that the ending replaced: ю stands for й and у, so it returns й. */
  readonly returns: string;
  readonly front: boolean | undefined;
  readonly after: ReadonlySet<Sound>;
  readonly from: SuffixSlot;
  readonly to: SuffixSlot;
  readonly worth: number;
}

/** Replaces letters of an ending in order to get its shape after other vowels. */
export type Harmonise = Readonly<Record<string, string>>;

/** How the vowels of endings follow those of the word; both lists are empty for a language without vowel harmony. */
export interface HarmonyShapes {
  /** Further shapes after back vowels, beside the written one. */
  readonly back: readonly Harmonise[];
  readonly front: readonly Harmonise[];
}

/** Every ending in every allowed shape. */
export function suffixesOf(rows: readonly SuffixRow[], { back, front }: HarmonyShapes): Suffix[] {
  const as = (letters: Harmonise, text: string) =>
    Array.from(text, (letter) => letters[letter] ?? letter).join('');
  return rows.flatMap(([from, to, worth, shapes]) =>
    shapes.split(' ').flatMap((shape): Suffix[] => {
      const [written, groups] = shape.split('/') as [string, string];
      const after = new Set([...groups] as Sound[]);
      const [text, returns = ''] = written.replace('+', '').split('>') as [string, string?];
      const suffix = { text, returns, after, from, to, worth };
      if (front.length === 0 || written.endsWith('+') || !/[аыя]/u.test(text))
        return [{ ...suffix, front: undefined }];
      const shapesWith = (list: readonly Harmonise[], isFront: boolean) =>
        [...new Set(list.map((letters) => as(letters, text)))].map((shaped) => ({
          ...suffix,
          text: shaped,
          front: isFront,
        }));
      return [
        ...shapesWith([{}, ...back], false),
        ...(text.includes('я') ? [] : shapesWith(front, true)),
      ];
    }),
  );
}
