import type { Nodes } from 'hast';
import { htmlToHast } from 'satteri';
import { expect, test } from 'vitest';
import { builtSite } from './site.ts';

// Words in another language must be marked with that language, or a screen reader reads them as nonsense (WCAG 3.1.2).
// Kazakh has letters that Russian lacks, and the names of the languages are words in their own language.

const foreign: Readonly<Record<string, RegExp>> = { ru: /[әғқңөұүһі]/iu, kk: /Русский/u };
const spoken = ['alt', 'title', 'ariaLabel', 'placeholder'];

/** The texts of a page that are marked as one language and written in another. */
function unmarked(node: Nodes, lang: string): string[] {
  if (node.type === 'text') return foreign[lang]?.test(node.value) ? [node.value.trim()] : [];
  if (!('children' in node)) return [];
  if (node.type !== 'element') return node.children.flatMap((child) => unmarked(child, lang));
  if (['script', 'style', 'template', 'head'].includes(node.tagName)) return [];
  const here = String(node.properties.lang ?? lang);
  const said = spoken
    .map((name) => String(node.properties[name] ?? ''))
    .filter((text) => foreign[here]?.test(text));
  return [...said, ...node.children.flatMap((child) => unmarked(child, here))];
}

const wordsIn = (markup: string) => unmarked(htmlToHast(markup), '');

test.each(['mixed', 'shipped', 'three-languages'] as const)(
  '%s: every word in another language is marked as such',
  (name) => {
    const site = builtSite(name);
    const found = site.pages.flatMap(({ address }) =>
      wordsIn(site.text(address.endsWith('/') ? `${address}index.html` : address)).map(
        (text) => `${address}: ${text}`,
      ),
    );
    expect(found).toEqual([]);
  },
);

test('what is not marked is found', () => {
  expect(wordsIn('<html lang="ru"><p>Нет на языке «Қазақша».</p><img alt="Көпір">')).toEqual([
    'Нет на языке «Қазақша».',
    'Көпір',
  ]);
  expect(
    wordsIn(
      '<html lang="ru"><p>Нет на языке «<span lang="kk">Қазақша</span>».</p><section lang="kk"><img alt="Көпір"></section>',
    ),
  ).toEqual([]);
});
