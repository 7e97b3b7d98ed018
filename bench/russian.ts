export type RussianCase = 'nom' | 'gen' | 'dat' | 'acc' | 'ins' | 'pre';

export interface RussianForm {
  readonly case: RussianCase;
  readonly plural?: boolean;
}

export interface RussianNoun {
  /** As in a dictionary: `школа`. Regular words only, in which no vowel is dropped (not рынок, рынка). */
  readonly lemma: string;
  readonly animate?: boolean;
}

type Gender = 'm' | 'f' | 'n';

interface Paradigm {
  readonly gender: Gender;
  readonly last: RegExp;
  /** The number of letters of the lemma that belong to its ending. */
  readonly cut: 0 | 1;
  /** The endings in the order nom gen dat acc ins pre. */
  readonly one: string;
  readonly many: string;
}

const order: readonly RussianCase[] = ['nom', 'gen', 'dat', 'acc', 'ins', 'pre'];

/**
 * The first paradigm whose `last` matches is used. `-` is no ending. The accusative here is that of inanimate nouns.
 */
const paradigms: readonly Paradigm[] = [
  { gender: 'f', last: /ия$/u, cut: 1, one: 'я и и ю ей и', many: 'и й ям и ями ях' },
  { gender: 'n', last: /ие$/u, cut: 1, one: 'е я ю е ем и', many: 'я й ям я ями ях' },
  { gender: 'm', last: /й$/u, cut: 1, one: 'й я ю й ем е', many: 'и ев ям и ями ях' },
  { gender: 'f', last: /[дт]ь$/u, cut: 1, one: 'ь и и ь ью и', many: 'и ей ям и ями ях' },
  { gender: 'm', last: /ь$/u, cut: 1, one: 'ь я ю ь ем е', many: 'и ей ям и ями ях' },
  { gender: 'f', last: /а$/u, cut: 1, one: 'а ы е у ой е', many: 'ы - ам ы ами ах' },
  { gender: 'f', last: /я$/u, cut: 1, one: 'я и е ю ей е', many: 'и ь ям и ями ях' },
  { gender: 'n', last: /о$/u, cut: 1, one: 'о а у о ом е', many: 'а - ам а ами ах' },
  { gender: 'm', last: /$/u, cut: 0, one: '- а у - ом е', many: 'ы ов ам ы ами ах' },
];

const adjectiveEndings: Readonly<Record<Gender | 'many', string>> = {
  m: 'ый ого ому ый ым ом',
  n: 'ое ого ому ое ым ом',
  f: 'ая ой ой ую ой ой',
  many: 'ые ых ым ые ыми ых',
};

/** Declines a noun. */
export function decline(
  { lemma, animate = false }: RussianNoun,
  { case: asked, plural = false }: RussianForm,
): string {
  const { gender, cut, one, many } = paradigmOf(lemma);
  const stem = lemma.slice(0, lemma.length - cut);
  const ending = endingFor(plural ? many : one, asked, animate && (plural || gender === 'm'));
  return ending === '' && plural && cut === 1 ? withFleetingVowel(stem) : spelled(stem, ending);
}

/** The form of an adjective before a noun. Adjectives with a stressed ending, such as `большой`, are not supported. */
export function agree(
  adjective: string,
  { lemma, animate = false }: RussianNoun,
  { case: asked, plural = false }: RussianForm,
): string {
  const { gender } = paradigmOf(lemma);
  const ending = endingFor(
    adjectiveEndings[plural ? 'many' : gender],
    asked,
    animate && (plural || gender === 'm'),
  );
  if (ending === 'ый') return adjective;
  const stem = adjective.slice(0, -2);
  return adjective.endsWith('ний') ? stem + soft(ending) : spelled(stem, ending);
}

/** Declines a surname in -ов or -ев (of women: -ова, -ева), which has some endings of an adjective. */
export function declineSurname(surname: string, asked: RussianCase): string {
  if (surname.endsWith('а'))
    return surname.slice(0, -1) + 'а ой ой у ой ой'.split(' ')[order.indexOf(asked)]!;
  return surname + endingFor('- а у а ым е', asked, false);
}

/** Adapts prepositions to the sound of the next word: «со школой», «об уроке», «во временном». */
export function withPrepositions(text: string): string {
  return text
    .replaceAll(/(?<=^|[\s«])([Сс]) (?=[сзшж][бвгджзклмнпрстфхцчшщ])/gu, '$1о ')
    .replaceAll(/(?<=^|[\s«])([Вв]) (?=[вф][бвгджзклмнпрстфхцчшщ])/gu, '$1о ')
    .replaceAll(/(?<=^|[\s«])([Оо]) (?=[аоуэи])/giu, '$1б ');
}

function paradigmOf(lemma: string): Paradigm {
  return paradigms.find(({ last }) => last.test(lemma))!;
}

/** The ending for a case. The accusative of animate nouns is their genitive. */
function endingFor(endings: string, asked: RussianCase, living: boolean): string {
  return endings
    .split(' ')
    [order.indexOf(asked === 'acc' && living ? 'gen' : asked)]!.replace('-', '');
}

/**
 * Joins stem and ending by the spelling rules: no ы after г, к, х and the sibilants; no unstressed о after sibilants
 * and ц.
 */
function spelled(stem: string, ending: string): string {
  if (/[жшчщ]$/u.test(stem) && ending === 'ов') return `${stem}ей`;
  if (/[гкхжшчщ]$/u.test(stem)) ending = ending.replace(/^ы/u, 'и');
  if (/[жшчщц]$/u.test(stem)) ending = ending.replace(/^о/u, 'е');
  return stem + ending;
}

/** Inserts the fleeting vowel: остановк → остановок, дорожк → дорожек. */
function withFleetingVowel(stem: string): string {
  return stem.replace(/(?<=([бвгджзлмнпрстфхцчшщ]))к$/u, (_, before: string) =>
    /[жшчщ]/u.test(before) ? 'ек' : 'ок',
  );
}

/** The soft form of an ending: соседний has -ий, -его, -яя where others have -ый, -ого, -ая. */
function soft(ending: string): string {
  const softer = { ы: 'и', о: 'е', а: 'я', у: 'ю' } as const;
  return ending.replace(/^[ыоау]/u, (vowel) => softer[vowel as keyof typeof softer]);
}
