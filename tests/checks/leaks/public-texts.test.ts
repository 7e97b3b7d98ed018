import { expect, test } from 'vitest';
import { heldWordFinder, heldWords } from '#checks/leaks/secret-words.ts';
import { publicTexts } from '#checks/leaks/public-texts.ts';
import { createClock } from '#clock.ts';
import type { SourceText, Sources } from '#site/sources.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import type { Theme } from '#snapshot/theme.ts';

const { snapshot } = await makeSnapshot({
  folder: 'tests/fixtures/one-language',
  clock: createClock(new Date('2026-06-01T12:00:00+05:00')),
});
const held: SourceText = { file: 'a.md', standing: 'held', written: 'Тропинка засекречена.' };
const sources: Sources = { texts: [held], files: [], permissions: [] };

/** Whether a word of a held text counts as secret, on a site whose theme says this. */
function isSecret(word: string, says: string): boolean {
  const theme = { texts: [says] } as unknown as Theme;
  const words = heldWords(sources, publicTexts({ model: snapshot.model, theme }, sources));
  return heldWordFinder(words)(word) !== undefined;
}

test('what the theme says is no secret, and other words of held texts are', () => {
  expect(isSecret('тропинк', '')).toBe(true);
  expect(isSecret('тропинк', '<h2>Тропинки города</h2>')).toBe(false);
  expect(isSecret('засекреч', '<h2>Тропинки города</h2>')).toBe(true);
});
