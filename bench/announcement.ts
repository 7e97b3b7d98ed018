import { stringify } from 'yaml';
import { bodyOf } from './body.ts';
import { daysAfter, type Facts } from './facts.ts';
import { draws } from './lexicon.ts';
import { fill, phrases, type Known } from './phrases.ts';
import { createRandom, type Random } from './random.ts';
import { offices, persons } from './reference.ts';
import { fixed, type Texts } from './words.ts';

/**
 * The files of an announcement in both languages. Only the Kazakh file has the facts, as in files that people write.
 * @param earlier the announcement to which it may link
 */
export function filesOf(facts: Facts, earlier: Facts | undefined, seed: number): Texts {
  const random = createRandom(`${seed}/texts/${facts.id}`);
  const pointsBack = earlier !== undefined && random.chance(40);
  const known = knownWords(facts, earlier, random);
  const say = (list: readonly Texts[]) => fill(random.pick(list), random, known);

  const title = say(phrases.title[facts.kind]);
  const summary = random.chance(60) ? say(phrases.summary) : undefined;
  const eventPlace = facts.kind === 'event' ? say(phrases.place) : undefined;
  const outcomes =
    facts.kind === 'meeting'
      ? random.some(phrases.outcome, random.int(2, 3)).map((one) => fill(one, random, known))
      : [];
  const body = bodyOf(random, known, pointsBack);

  const { id: _, ...written } = facts;
  const text = (language: keyof Texts) => ({
    title: title[language],
    summary: summary?.[language],
    eventPlace: eventPlace?.[language],
  });
  return {
    kk: file(
      {
        ...text('kk'),
        ...written,
        outcomes: outcomes.map(({ kk }) => ({
          text: kk,
          division: facts.divisions[0],
          due: daysAfter(facts.date, 60),
          status: 'open',
        })),
      },
      body.kk,
    ),
    ru: file({ ...text('ru'), outcomes: outcomes.map(({ ru }) => ({ text: ru })) }, body.ru),
  };
}

/** The people and places of the announcement, the same from the title to the last line. */
function knownWords(facts: Facts, earlier: Facts | undefined, random: Random): Known {
  const [id] = facts.people;
  return {
    division: offices[facts.divisions[0]!]!,
    place: draws.place(random),
    person: id === undefined ? draws.person(random) : persons[id]!,
    ...(earlier && { link: fixed(`/kk/news/${earlier.id}/`, `/ru/news/${earlier.id}/`) }),
  };
}

function file(frontMatter: Record<string, unknown>, body: string): string {
  const present = Object.entries(frontMatter).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return `---\n${stringify(Object.fromEntries(present), { lineWidth: 0 })}---\n\n${body}\n`;
}
