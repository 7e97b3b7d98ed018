import { syllables } from './letters.ts';

/** Sounds that soften before a vowel: «бастық» → «бастығы», «мектеп» → «мектебі». */
const softened: Readonly<Record<string, string>> = { ғ: 'қ', г: 'к', б: 'п' };

/** Two syllables whose second vowel may drop: «орын» → «орны», «халық» → «халқы», «ауыз» → «аузы». */
const droppable = /^([^аәеоөұүыіэёяиую]?[аәеоөұүыіэёяиую][рлнмйуңс])[ыіи]([нрлзсқкп])$/u;

/**
 * The one shape that all shapes of a stem are written as. It is not a word, but the same for a stem before a vowel,
 * before a consonant and by itself; a letter typed with its Russian neighbour gives the folded same.
 */
export function stemShape(stem: string): string {
  let shape = stem;
  // ы and і go before у, ю and a vowel («оқы» → «оқу», «таны» → «тани»), and a possessive cannot be told from them.
  if (/[ыіи]$/u.test(shape) && shape.length > 2) shape = shape.slice(0, -1);
  if (/[ае]$/u.test(shape) && syllables(shape) > 2) shape = shape.slice(0, -1);
  const soft = softened[shape.at(-1)!];
  if (soft && shape.length > 2) shape = shape.slice(0, -1) + soft;
  return shape.replace(droppable, '$1$2');
}
