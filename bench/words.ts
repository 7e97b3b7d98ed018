import { inflect, type KazakhCase } from './kazakh.ts';
import { agree, decline, declineSurname, type RussianCase, type RussianNoun } from './russian.ts';

/** The languages of the generated site. */
export const languages = ['kk', 'ru'] as const;
export type Language = (typeof languages)[number];

/** The same text in both languages. */
export type Texts = Readonly<Record<Language, string>>;

/** The grammatical form that a place in a phrase needs: `pl`, `acc`, `past`, … Each language uses the tags it knows. */
export type Tags = readonly string[];

/** One word in both languages, ready to be inflected. */
export interface Word {
  kk(tags: Tags): string;
  ru(tags: Tags): string;
  /** The noun with which a Russian adjective before it must agree. */
  readonly russianNoun?: RussianNoun;
}

/** An adjective in both languages. In Russian it must agree with its noun. */
export interface Adjective {
  readonly kk: string;
  ru(tags: Tags, noun: RussianNoun): string;
}

/** A noun in both languages. */
export function noun(kk: string, lemma: string, animate = false): Word {
  const russianNoun = { lemma, animate };
  return {
    kk: (tags) => inflect(kk, kazakhForm(tags)),
    ru: (tags) => decline(russianNoun, russianForm(tags)),
    russianNoun,
  };
}

export function adjective(kk: string, ru: string): Adjective {
  return { kk, ru: (tags, beside) => agree(ru, beside, russianForm(tags)) };
}

/**
 * A verb in both languages.
 * @param kk the forms for past and future, and the verbal noun
 * @param ru the forms for past and future, and the infinitive
 */
export function verb(kk: readonly string[], ru: readonly string[]): Word {
  const order = ['past', 'future', 'noun', 'infinitive'];
  const place = (tags: Tags) => Math.min(order.indexOf(tags[0]!), 2);
  return { kk: (tags) => kk[place(tags)]!, ru: (tags) => ru[place(tags)]! };
}

/** A settlement. Names like Актобе and Актау stay as they are in Russian. */
export function settlement(kk: string, ru: string): Word {
  return {
    kk: (tags) => inflect(kk, kazakhForm(tags)),
    ru: (tags) => (/[еу]$/u.test(ru) ? ru : decline({ lemma: ru }, russianForm(tags))),
  };
}

export interface PersonName extends Word {
  readonly name: Texts;
}

/** The full name of a person, as a word that can be inflected. */
export function personName(first: Texts, last: Texts): PersonName {
  const name = { kk: `${first.kk} ${last.kk}`, ru: `${first.ru} ${last.ru}` };
  return {
    name,
    kk: (tags) => inflect(name.kk, kazakhForm(tags)),
    ru(tags) {
      const form = russianForm(tags);
      return `${decline({ lemma: first.ru, animate: true }, form)} ${declineSurname(last.ru, form.case)}`;
    },
  };
}

/** A part of the administration: «{kk} басқармасы», «Управление {ru}». */
export function office(kk: string, ru: string): Word {
  return {
    kk: (tags) => inflect(`${kk} басқарма`, { possessor: 'own', ...kazakhForm(tags) }),
    ru: (tags) => `${decline({ lemma: 'Управление' }, russianForm(tags))} ${ru}`,
  };
}

/** A word that is the same in every form: a number, an address. */
export function fixed(kk: string, ru = kk): Word {
  return { kk: () => kk, ru: () => ru };
}

/** «15 қаңтар», «15 января» */
export function dayOfMonth(day: number, kk: string, ru: string): Word {
  return { kk: (tags) => `${day} ${inflect(kk, kazakhForm(tags))}`, ru: () => `${day} ${ru}` };
}

const kazakhCases = [
  'nom',
  'gen',
  'dat',
  'acc',
  'loc',
  'abl',
  'ins',
] as const satisfies readonly KazakhCase[];
const russianCases = [
  'nom',
  'gen',
  'dat',
  'acc',
  'ins',
  'pre',
] as const satisfies readonly RussianCase[];
const possessors = ['own', 'our'] as const;

function kazakhForm(tags: Tags) {
  const possessor = possessors.find((one) => tags.includes(one));
  return {
    case: kazakhCases.find((one) => tags.includes(one)) ?? 'nom',
    plural: tags.includes('pl'),
    ...(possessor && { possessor }),
  };
}

function russianForm(tags: Tags) {
  return {
    case: russianCases.find((one) => tags.includes(one)) ?? 'nom',
    plural: tags.includes('pl'),
  };
}
