import { romanised } from '#languages/romanisation.ts';
import type { Locale } from './locale.ts';

const longest = 60;

/** Apostrophes that belong to a letter or join two: «Oʻzbekiston», «d'Artagnan». */
const apostrophes = /['’ʼʻ]|(?<=\p{L})[‘`´ʽʾʿ](?=\p{L})/gu;

/**
 * The name of a folder, and so the address, for a title: `Қала күні — 2026` → `qala-kuni-2026`. Cut between words.
 * @param locale the language of the title, where it is known: «ж» is `zh` in Kazakh and `j` in Uzbek
 * @returns undefined where no Latin letter would be left: a title in another script, or one of figures
 */
export function slugOf(title: string, locale?: Locale): string | undefined {
  // Composed first: й may be written as и with its mark. Then what is left of Latin letters loses its marks: é → e.
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

/** Whether a name can be part of an address: lower-case Latin letters, digits and single hyphens, one letter at least. */
export function isSlug(name: string): boolean {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(name) && /[a-z]/u.test(name);
}
