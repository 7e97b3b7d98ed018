/**
 * Kazakh and Russian letters in Latin ones, for addresses. Every Kazakh letter is kept, without its mark; the Russian
 * ones as in passports (ICAO Doc 9303), without the signs. Ready-made tables drop the Kazakh letters or spell қ «kh».
 */
const latin: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    ә: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    ғ: 'g',
    д: 'd',
    е: 'e',
    ё: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'i',
    к: 'k',
    қ: 'q',
    л: 'l',
    м: 'm',
  },
  ...{
    н: 'n',
    ң: 'n',
    о: 'o',
    ө: 'o',
    п: 'p',
    р: 'r',
    с: 's',
    т: 't',
    у: 'u',
    ұ: 'u',
    ү: 'u',
    ф: 'f',
    х: 'kh',
    һ: 'h',
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
  },
  ...{ щ: 'shch', ъ: '', ы: 'y', і: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia' },
};

const longest = 60;

/**
 * The name of a folder, and so the address, for a title: `Қала күні — 2026` → `qala-kuni-2026`. Cut between words.
 * @returns undefined where no Latin letter would be left: a title in another script, or one of figures
 */
export function slugOf(title: string): string | undefined {
  // Composed first: й may be written as и with its mark. Then what is left of Latin letters loses its marks: é → e.
  const letters = [...title.normalize('NFC').toLowerCase()]
    .map((letter) => latin[letter] ?? letter)
    .join('');
  const words =
    letters
      .normalize('NFKD')
      .replaceAll(/[\p{M}'’ʼ]/gu, '')
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
