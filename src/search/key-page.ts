import type { Locale } from '#lang/locale.ts';
import type { KeyPage } from './build-index.ts';
import { keyText, lineEnd } from './places.ts';
import type { SearchRecord } from './records.ts';
import type { KeyOf } from './settle-keys.ts';

/**
 * How much a word counts by where it stands. Names count least: who searches for the police means the texts
 * that speak of it before all those that the division has published.
 */
const weights = { title: 5, summary: 2, body: 1, names: 0.4 };

/** What excerpts are taken from, and what the positions of the index mean: the first line is the title. */
export function trueText({ title, summary, body }: SearchRecord): string {
  return [title, ...(summary ? [summary] : []), body].join('\n');
}

/** A record as the page that Pagefind is given: `trueText`, place for place, and after it the names. */
export function keyPage(record: SearchRecord, url: string, locale: Locale, keyOf: KeyOf): KeyPage {
  const { title, summary, body, names } = record;
  const keys = (text: string) => keyText(text, (word) => keyOf(locale, word));
  const zones = [
    { weight: weights.title, keys: keys(title) },
    ...(summary ? [{ weight: weights.summary, keys: keys(summary) }] : []),
    { weight: weights.body, keys: keys(body) },
    ...names.map(({ locale: own, text }) => ({ weight: weights.names, keys: keyText(text, (word) => keyOf(own, word)) })),
  ];
  const paragraphs = zones.map((zone) => `<p data-pagefind-weight="${zone.weight}">${zone.keys}</p>`);
  return { url, html: `<html><body>${paragraphs.join(`<p>${lineEnd}</p>`)}</body></html>` };
}
