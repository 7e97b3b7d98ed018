import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Kind } from '#schema/announcement.ts';
import { draws, qualities } from './lexicon.ts';
import type { Random } from './random.ts';
import { withPrepositions } from './russian.ts';
import type { Adjective, Tags, Texts, Word } from './words.ts';

type List =
  | 'summary'
  | 'place'
  | 'outcome'
  | 'heading'
  | 'listIntroduction'
  | 'listItem'
  | 'tableHead'
  | 'tableRow'
  | 'quote'
  | 'earlier'
  | 'sentence';

/** The sentences of which announcements are made. */
export const phrases = parse(
  readFileSync(new URL('./phrases.yaml', import.meta.url), 'utf8'),
) as Readonly<Record<List, readonly Texts[]>> & {
  readonly title: Readonly<Record<Kind, readonly Texts[]>>;
};

/** Words that are chosen before a phrase is filled: the people and places of the announcement. */
export type Known = Readonly<Record<string, Word>>;

/**
 * Fills the places of a phrase with words, the same ones in both languages.
 * @throws {Error} when the phrase names a place that neither `known` nor the lexicon has
 */
export function fill(phrase: Texts, random: Random, known: Known = {}): Texts {
  const words = new Map(Object.entries(known));
  const adjectives = new Map<string, Adjective>();

  function wordFor(role: string): Word {
    const settled = words.get(role);
    if (settled) return settled;
    const draw = draws[role.replace(/\d$/u, '') as keyof typeof draws];
    if (!draw)
      throw new Error(`bench/phrases.yaml names {${role}}, and bench/lexicon.ts has no such word.`);
    const taken = [...words.values()];
    let word = draw(random);
    while (taken.includes(word)) word = draw(random);
    words.set(role, word);
    return word;
  }

  function adjectiveFor({ quality, role }: Place): Adjective {
    const settled =
      adjectives.get(role) ?? random.pick(qualities[quality as keyof typeof qualities]);
    adjectives.set(role, settled);
    return settled;
  }

  function kazakh(place: Place): string {
    const word = wordFor(place.role).kk(place.tags);
    return place.quality ? `${adjectiveFor(place).kk} ${word}` : word;
  }

  function russian(place: Place): string {
    const word = wordFor(place.role);
    return place.quality
      ? `${adjectiveFor(place).ru(place.tags, word.russianNoun!)} ${word.ru(place.tags)}`
      : word.ru(place.tags);
  }

  return {
    kk: capitalised(written(phrase.kk, kazakh)),
    ru: capitalised(withPrepositions(written(phrase.ru, russian))),
  };
}

/** A place in a phrase: `{quality building.pl.acc}`. */
interface Place {
  readonly quality: string | undefined;
  readonly role: string;
  readonly tags: Tags;
}

function written(phrase: string, word: (place: Place) => string): string {
  return partsOf(phrase)
    .map((part) => (typeof part === 'string' ? part : word(part)))
    .join('');
}

// A cache, because a corpus fills the same hundred phrases a million times.
const partsByPhrase = new Map<string, readonly (string | Place)[]>();

function partsOf(phrase: string): readonly (string | Place)[] {
  const parts =
    partsByPhrase.get(phrase) ??
    phrase.split(/(?=\{)|(?<=\})/u).map((part) => (part.startsWith('{') ? placeOf(part) : part));
  partsByPhrase.set(phrase, parts);
  return parts;
}

function placeOf(braced: string): Place {
  const [names, ...tags] = braced.slice(1, -1).split('.');
  const [role, quality] = names!.split(' ').reverse();
  return { quality, role: role!, tags };
}

/** Capitalises the first letter, also after an opening quotation mark or the edge of a table. */
function capitalised(text: string): string {
  return text.replace(/^(?:«|\| )?\p{Ll}/u, (start) => start.toUpperCase());
}
