import { syllables } from './letters.ts';

/** Consonants that become voiced before a vowel: «бастық» → «бастығы», «мектеп» → «мектебі». */
const softened: Readonly<Record<string, string>> = { ғ: 'қ', г: 'к', б: 'п' };

/** Stems of two syllables whose second vowel may drop: «орын» → «орны», «халық» → «халқы», «ауыз» → «аузы». */
const droppable = /^([^аәеоөұүыіэёяиую]?[аәеоөұүыіэёяиую][рлнмйуңс])[ыіи]([нрлзсқкп])$/u;

/**
 * The normal shape of a stem. It is not always a word, but is the same for a stem before a vowel, before a consonant
 * and on its own. If letters are typed as similar Russian ones, the result is the same shape with folded letters.
 */
export function stemShape(stem: string): string {
  let shape = stem;
  // ы and і drop before у, ю and a vowel («оқы» → «оқу», «таны» → «тани»), and cannot be distinguished from a
  // possessive.
  if (/[ыіи]$/u.test(shape) && shape.length > 2) shape = shape.slice(0, -1);
  if (/[ае]$/u.test(shape) && syllables(shape) > 2) shape = shape.slice(0, -1);
  const soft = softened[shape.at(-1)!];
  if (soft && shape.length > 2) shape = shape.slice(0, -1) + soft;
  return shape.replace(droppable, '$1$2');
}
