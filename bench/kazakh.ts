export type KazakhCase = 'nom' | 'gen' | 'dat' | 'acc' | 'loc' | 'abl' | 'ins';

export interface KazakhForm {
  readonly case: KazakhCase;
  readonly plural?: boolean;
  /** `own`: his, her, its, their (басқармасы); `our`: (басқармамыз). */
  readonly possessor?: 'own' | 'our' | undefined;
}

/** The class of a word's last sound, which selects the suffix. `possessed`: the word ends in the suffix of `own`. */
type Ending = 'vowel' | 'glide' | 'lateral' | 'nasal' | 'buzz' | 'hard' | 'possessed';

/** The suffixes after back vowels; `harmonised` makes those after front vowels. */
const plural = {
  vowel: 'лар',
  glide: 'лар',
  lateral: 'дар',
  nasal: 'дар',
  buzz: 'дар',
  hard: 'тар',
} as const;
const cases = {
  nom: { vowel: '', glide: '', lateral: '', nasal: '', buzz: '', hard: '', possessed: '' },
  gen: {
    vowel: 'ның',
    glide: 'дың',
    lateral: 'дың',
    nasal: 'ның',
    buzz: 'дың',
    hard: 'тың',
    possessed: 'ның',
  },
  dat: {
    vowel: 'ға',
    glide: 'ға',
    lateral: 'ға',
    nasal: 'ға',
    buzz: 'ға',
    hard: 'қа',
    possessed: 'на',
  },
  acc: {
    vowel: 'ны',
    glide: 'ды',
    lateral: 'ды',
    nasal: 'ды',
    buzz: 'ды',
    hard: 'ты',
    possessed: 'н',
  },
  loc: {
    vowel: 'да',
    glide: 'да',
    lateral: 'да',
    nasal: 'да',
    buzz: 'да',
    hard: 'та',
    possessed: 'нда',
  },
  abl: {
    vowel: 'дан',
    glide: 'дан',
    lateral: 'дан',
    nasal: 'нан',
    buzz: 'дан',
    hard: 'тан',
    possessed: 'нан',
  },
  ins: {
    vowel: 'мен',
    glide: 'мен',
    lateral: 'мен',
    nasal: 'мен',
    buzz: 'бен',
    hard: 'пен',
    possessed: 'мен',
  },
} as const satisfies Record<KazakhCase, Record<Ending, string>>;

/**
 * Inflects a noun. When there are several words, only the last one changes. Handles regular words only, in which no
 * vowel is dropped (not орын, орны).
 * @param noun as in a dictionary: `мектеп`, `сатып алу`
 */
export function inflect(
  noun: string,
  { case: asked, plural: many = false, possessor }: KazakhForm,
): string {
  let word = many ? add(noun, plural[ending(noun) as keyof typeof plural]) : noun;
  if (possessor) word = softened(word) + harmonised(possessive(word, possessor), word);
  return add(word, cases[asked][possessor === 'own' ? 'possessed' : ending(word)]);
}

function possessive(word: string, possessor: 'own' | 'our'): string {
  const afterVowel = ending(word) === 'vowel';
  if (possessor === 'own') return afterVowel ? 'сы' : 'ы';
  return afterVowel ? 'мыз' : 'ымыз';
}

/**
 * The stem before a vowel: a final қ, к or п after a vowel becomes voiced (саябақ, саябағы), and a soft sign is
 * dropped.
 */
function softened(word: string): string {
  const voiced = { қ: 'ғ', к: 'г', п: 'б' } as const;
  return word
    .replace(/ь$/u, '')
    .replace(/(?<=[аәеиоөұүыіуя])[қкп]$/u, (sound) => voiced[sound as keyof typeof voiced]);
}

function ending(word: string): Ending {
  const sound = word.replace(/ь$/u, '').at(-1)!;
  if ('аәеоөұүыіияэ'.includes(sound)) return 'vowel';
  if ('рйу'.includes(sound)) return 'glide';
  if (sound === 'л') return 'lateral';
  if ('мнң'.includes(sound)) return 'nasal';
  if ('зж'.includes(sound)) return 'buzz';
  return 'hard';
}

function add(word: string, suffix: string): string {
  return word + harmonised(suffix, word);
}

/** Vowel harmony: the last vowel decides. у can be either, so the vowel before it decides then. */
function isFront(word: string): boolean {
  const last = word.slice(word.lastIndexOf(' ') + 1).toLowerCase();
  if (last.endsWith('ь')) return true;
  return /[әеиөүіэ][^аоұыяәеиөүіэ]*$/u.test(last);
}

function harmonised(suffix: string, word: string): string {
  if (!isFront(word)) return suffix;
  const front = { а: 'е', ы: 'і', ғ: 'г', қ: 'к' } as const;
  return suffix.replaceAll(/[аығқ]/gu, (sound) => front[sound as keyof typeof front]);
}
