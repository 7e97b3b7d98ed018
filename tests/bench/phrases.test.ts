import { expect, test } from 'vitest';
import { fill, phrases } from '../../bench/phrases.ts';
import { createRandom } from '../../bench/random.ts';
import { fixed } from '../../bench/words.ts';

const { title, ...lists } = phrases;
const all = [...Object.values(title), ...Object.values(lists)].flat();

test.each(all)('$ru asks for forms that there are', ({ kk, ru }) => {
  const tags = (phrase: string) =>
    [...phrase.matchAll(/\.(\w+)(?=[.}\w]*\})/gu)].map(([, tag]) => tag!);
  const kazakh = [
    'nom',
    'gen',
    'dat',
    'acc',
    'loc',
    'abl',
    'ins',
    'pl',
    'own',
    'our',
    'past',
    'future',
    'noun',
  ];
  const russian = ['nom', 'gen', 'dat', 'acc', 'ins', 'pre', 'pl', 'past', 'future', 'infinitive'];
  expect(tags(kk).filter((tag) => !kazakh.includes(tag))).toEqual([]);
  expect(tags(ru).filter((tag) => !russian.includes(tag))).toEqual([]);
});

test('one word is chosen for a place, in both languages', () => {
  const { kk, ru } = fill(
    { kk: '{count} {count2} {count}', ru: '{count} {count2} {count}' },
    createRandom('1'),
  );
  expect(kk).toBe(ru);
  expect(kk.split(' ')[0]).toBe(kk.split(' ')[2]);
});

test('a known word is taken', () => {
  expect(
    fill({ kk: '{link}', ru: '{link}' }, createRandom('1'), { link: fixed('/kk/', '/ru/') }),
  ).toEqual({ kk: '/kk/', ru: '/ru/' });
});

test('a place without words is an error that names it', () => {
  expect(() => fill({ kk: '{nobody.pl}', ru: '' }, createRandom('1'))).toThrow(
    'bench/phrases.yaml names {nobody}',
  );
});
