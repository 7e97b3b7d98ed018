import { expect, test } from 'vitest';
import { inflect, type KazakhForm } from '../../bench/kazakh.ts';

test.each<[string, KazakhForm, string]>([
  ['мектеп', { case: 'gen' }, 'мектептің'],
  ['мектеп', { case: 'loc', possessor: 'own' }, 'мектебінде'],
  ['саябақ', { case: 'abl', plural: true, possessor: 'own' }, 'саябақтарынан'],
  ['басқарма', { case: 'dat', possessor: 'own' }, 'басқармасына'],
  ['маман', { case: 'acc', plural: true, possessor: 'our' }, 'мамандарымызды'],
  ['тексеру', { case: 'dat' }, 'тексеруге'],
  ['талқылау', { case: 'abl' }, 'талқылаудан'],
  ['сатып алу', { case: 'gen' }, 'сатып алудың'],
  ['канал', { case: 'nom', plural: true }, 'каналдар'],
  ['қаңтар', { case: 'ins' }, 'қаңтармен'],
  ['фестиваль', { case: 'nom', possessor: 'own' }, 'фестивалі'],
  ['экскурсия', { case: 'acc' }, 'экскурсияны'],
  ['брифинг', { case: 'loc' }, 'брифингте'],
])('%s %o: %s', (noun, form, inflected) => expect(inflect(noun, form)).toBe(inflected));
