import { romanised } from '#languages/romanisation.ts';
import type { Locale } from './locale.ts';

const longest = 60;

/** Apostrophes that are part of a letter or join two letters: «Oʻzbekiston», «d'Artagnan». */
const apostrophes = /['’ʼʻ]|(?<=\p{L})[‘`´ʽʾʿ](?=\p{L})/gu;

/**
 * The folder name for a title, which is also part of the URL: `Қала күні — 2026` → `qala-kuni-2026`. It is cut between
 * words.
 * @param locale the language of the title, if known: «ж» is `zh` in Kazakh and `j` in Uzbek
 * @returns undefined when no Latin letter would remain: a title in another script, or only of digits
 */
export function slugOf(title: string, locale?: Locale): string | undefined {
  // NFC first, because й may be written as и with a combining mark. After romanisation, NFKD strips the marks of Latin
  // letters: é → e.
  const letters = romanised(title.normalize('NFC').toLowerCase(), locale);
  const words =
    letters
      .normalize('NFKD')
      .replaceAll(apostrophes, '')
      .replaceAll(/\p{M}/gu, '')
      .match(/[a-z0-9]+/gu) ?? [];
  let slug = '';
  for (const word of words) {
    if (slug && slug.length + 1 + word.length > longest) break;
    slug = slug ? `${slug}-${word}` : word.slice(0, longest);
  }
  return /[a-z]/u.test(slug) ? slug : undefined;
}

/**
 * Whether a name can be part of a URL: lower-case Latin letters, digits and single hyphens, with at least one letter.
 */
export function isSlug(name: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(name) && /[a-z]/u.test(name);
}
