import { expect, test } from 'vitest';
import { writeFeedStyle } from '#outputs/feeds/feed-style.ts';
import { light } from '#styles/colours.ts';

test('a feed has the colour of the press office', () => {
  const css = writeFeedStyle({ theme: { accent: '#7a2e1d' } });
  expect(css).toContain('background: #7a2e1d;');
  expect(css).toContain('border-block-end: 4px solid #7a2e1d;');
  expect(css).not.toContain(light.accent);
});

test('without one, that of our pages', () =>
  expect(writeFeedStyle({ theme: {} })).toContain(`background: ${light.accent};`));

test('it asks for no other file, and leaves no variable to one', () =>
  expect(writeFeedStyle({ theme: {} })).not.toMatch(/@import|var\(/u));
