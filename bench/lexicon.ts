import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Random } from './random.ts';
import {
  adjective,
  dayOfMonth,
  fixed,
  noun,
  personName,
  settlement,
  verb,
  type Adjective,
  type PersonName,
  type Texts,
  type Word,
} from './words.ts';

const lists = parse(readFileSync(new URL('./lexicon.yaml', import.meta.url), 'utf8')) as Record<
  string,
  Record<string, string>
>;

function pairs(list: string): [kk: string, ru: string][] {
  return Object.entries(lists[list]!);
}

function nouns(list: string, animate = false): Word[] {
  return pairs(list).map(([kk, ru]) => noun(kk, ru, animate));
}

function verbs(list: string): Word[] {
  return pairs(list).map(([kk, ru]) => verb(kk.split(', '), ru.split(', ')));
}

function adjectives(list: string): Adjective[] {
  return pairs(list).map(([kk, ru]) => adjective(kk, ru));
}

const starts = pairs('placeStart');
const settlements = pairs('placeEnd').flatMap(([endKk, endRu]) =>
  starts.map(([kk, ru]) => settlement(kk + endKk, ru + endRu)),
);

const texts = (list: string, ending = ''): Texts[] =>
  pairs(list).map(([kk, ru]) => ({ kk: kk + ending, ru: ru + ending }));
const families = [
  { first: texts('man'), last: texts('surname') },
  { first: texts('woman'), last: texts('surname', 'а') },
];

/** Draws a random name of a person. */
export function randomPerson(random: Random): PersonName {
  const { first, last } = random.pick(families);
  return personName(random.pick(first), random.pick(last));
}

const months = pairs('month');

/** Numbers that take a genitive plural in Russian: 12 школ, but 21 школа and 22 школы. */
const counts = Array.from({ length: 400 }, (_, number) => number).filter(
  (number) => number > 4 && (number % 10 === 0 || number % 10 > 4),
);

const oneOf = (words: Word[]) => (random: Random) => random.pick(words);

/** How to draw a word for each place that a phrase may name. */
export const draws = {
  group: oneOf(nouns('group', true)),
  building: oneOf(nouns('building')),
  facility: oneOf(nouns('facility')),
  document: oneOf(nouns('document')),
  action: oneOf(nouns('action')),
  event: oneOf(nouns('event')),
  work: oneOf(verbs('work')),
  handling: oneOf(verbs('handling')),
  place: oneOf(settlements),
  person: randomPerson,
  day: (random) => dayOfMonth(random.int(1, 28), ...random.pick(months)),
  count: (random) => fixed(String(random.pick(counts))),
} satisfies Record<string, (random: Random) => Word>;

export const qualities = {
  quality: adjectives('quality'),
  scale: adjectives('scale'),
} satisfies Record<string, Adjective[]>;
