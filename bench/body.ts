import { fill, phrases, type Known } from './phrases.ts';
import type { Random } from './random.ts';
import type { Texts } from './words.ts';

/**
 * Texts grow until both languages have a number of words between these two. Neither language then exceeds 350 words.
 */
const enoughWords = { least: 155, most: 265 };

/**
 * The body of an announcement as Markdown: paragraphs under headings, a list, sometimes a quotation or a table.
 * @param earlier whether it may link to another announcement, whose address is the word {link} of `known`
 */
export function bodyOf(random: Random, known: Known, earlier: boolean): Texts {
  const headings = random.some(phrases.heading, 3);
  const sentences = random.some(phrases.sentence, phrases.sentence.length);
  const say = (phrase: Texts) => fill(phrase, random, known);
  const paragraph = () => joined(sentences.splice(0, random.int(2, 4)).map(say), ' ');
  const heading = () => prefixed('## ', say(headings.pop()!));

  const blocks = [paragraph(), paragraph()];
  if (random.chance(30)) blocks.push(prefixed('> ', say(random.pick(phrases.quote))));
  blocks.push(heading(), list(random, say));
  if (random.chance(15)) blocks.push(table(random, say));
  if (earlier) blocks.push(say(random.pick(phrases.earlier)));
  blocks.push(heading(), paragraph());

  const enough = random.int(enoughWords.least, enoughWords.most);
  for (let words = wordsIn(blocks); words < enough && sentences.length > 0;) {
    const more = paragraph();
    words += wordsIn([more]);
    blocks.push(more);
  }
  return joined(blocks, '\n\n');
}

function list(random: Random, say: (phrase: Texts) => Texts): Texts {
  const numbered = random.chance(30);
  const items = random
    .some(phrases.listItem, random.int(3, 5))
    .map((item, index) => prefixed(numbered ? `${index + 1}. ` : '- ', say(item)));
  return joined([say(random.pick(phrases.listIntroduction)), joined(items, '\n')], '\n\n');
}

function table(random: Random, say: (phrase: Texts) => Texts): Texts {
  const rows = Array.from({ length: random.int(3, 5) }, () => say(random.pick(phrases.tableRow)));
  const rule = { kk: '| --- | ---: | --- |', ru: '| --- | ---: | --- |' };
  return joined([say(random.pick(phrases.tableHead)), rule, ...rows], '\n');
}

function joined(texts: readonly Texts[], between: string): Texts {
  return {
    kk: texts.map(({ kk }) => kk).join(between),
    ru: texts.map(({ ru }) => ru).join(between),
  };
}

function prefixed(before: string, { kk, ru }: Texts): Texts {
  return { kk: before + kk, ru: before + ru };
}

/** The number of words in the language that has fewer. */
function wordsIn(blocks: readonly Texts[]): number {
  const { kk, ru } = joined(blocks, ' ');
  const count = (text: string) => text.match(/\p{L}+/gu)!.length;
  return Math.min(count(kk), count(ru));
}
