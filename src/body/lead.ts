import type { Element, Root } from 'hast';
import type { Locale } from '#lang/locale.ts';
import { linesOf } from './structure.ts';
import { walk } from './walk.ts';

/**
 * The most letters that serve as a summary. Lists are for a first look, and search engines show
 * about half as many.
 */
const longest = 300;

/**
 * The beginning of a text, for lists and descriptions where its author wrote no summary: the first paragraph, or else the
 * entries of the first list or table. A long one ends after a sentence.
 */
export function leadOf(tree: Root, locale: Locale): string {
  let paragraph = '';
  let entries: readonly string[] = [];
  walk(tree, (element) => {
    if (paragraph !== '') return false;
    if (element.tagName === 'p' && !isNoticeTitle(element)) paragraph = linesOf(element).join(' ');
    else if (entries.length === 0 && lists.has(element.tagName)) entries = linesOf(element);
    return true;
  });
  return shortened(paragraph || entries.join('; '), locale);
}

const lists = new Set(['ul', 'ol', 'dl', 'table']);

function isNoticeTitle({ properties }: Element): boolean {
  return Array.isArray(properties.className) && properties.className.includes('notice-title');
}

function shortened(text: string, locale: Locale): string {
  if (text.length <= longest) return text;
  const sentences: string[] = [];
  let length = 0;
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' });
  for (const { segment } of segmenter.segment(text.slice(0, 2 * longest))) {
    if (length + segment.trimEnd().length > longest) break;
    sentences.push(segment);
    length += segment.length;
  }
  while (looksLikeEnd.test(sentences.at(-1) ?? '')) sentences.pop();
  if (sentences.length > 0) return sentences.join('').trimEnd();
  const beginning = text.slice(0, longest - 1).toWellFormed();
  const words = beginning.replace(/[\s\p{P}]*\s\S*$/u, '');
  return `${words}…`;
}

/** «г. Алматы» and «1. Раздел»: no sentence ends at the stop. */
const looksLikeEnd = /(?:^|[\s(«“"])(?:\p{L}{1,3}|\d+)\.\s*$/u;
