import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { byLongestWord } from '#views/parts/longest-word.ts';

test.each([
  ['Прогноз на май', undefined],
  ['Полиция департаментінің бастығы', 'longest-16'],
  ['Іс-шараларды ұйымдастырушыларға', 'longest-18'],
  ['«Автомагистраль» — пост', 'longest-14'],
  ['Қашықтықтан видеоконференцбайланыстарымыздағыларға', 'longest-34'],
  ['', undefined],
])('%s', (title, name) => expect(byLongestWord(title)).toBe(name));

test('each class has its size', () => {
  const css = readFileSync('src/styles/elements.css', 'utf8');
  for (const length of [14, 16, 18, 20, 24, 28, 34])
    expect(css).toContain(`.longest-${length} {\n  --longest: ${length};`);
});
