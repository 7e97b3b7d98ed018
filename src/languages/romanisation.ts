import { knownTag, languageTags } from './languages.ts';
import type { Romanisation } from './writing.ts';
import { writingOf } from './writings.ts';

/**
 * Letters that no supported language has and that are more than a letter with a mark. Letters such as é and й lose
 * their mark without a table.
 * Latin letters as in passports (ICAO Doc 9303, part 3, section 6), except that ø and å do not become two letters.
 */
// prettier-ignore
const others: Readonly<Record<string, string>> = {
  // Latin: Azerbaijani, Turkish, German, Nordic, Polish, Maltese, Sami.
  ə: 'e', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ŋ: 'n', ĸ: 'q', ŧ: 't',
  // Cyrillic: Uzbek, Tajik, Kyrgyz; Azerbaijani; Tatar, Bashkir; Ukrainian; South Slavic.
  ҳ: 'h', ҷ: 'j', ҹ: 'j', ҝ: 'g', җ: 'j', ҙ: 'z', ҡ: 'k', ҫ: 's', ҥ: 'n', ҕ: 'g', ғ: 'g', є: 'ie', ґ: 'g',
  ј: 'j', љ: 'lj', њ: 'nj', ћ: 'c', ђ: 'dj', џ: 'dz', ѕ: 'dz', ӏ: '',
};

/** For languages that write й as y, as most romanisations of Central Asia do. */
const withY = { й: 'y', ю: 'yu', я: 'ya', ё: 'yo' } as const;

const initialInUkrainian: Readonly<Record<string, string>> = {
  є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya',
}; // prettier-ignore

/**
 * Languages without a folder that romanise letters differently from Russian and Kazakh. When one gets a folder, its
 * table moves there.
 */
const neighbours: Readonly<Record<string, Romanisation>> = {
  // BGN/PCGN 1994 for Tajik, without marks.
  tg: { letters: { ...withY, ғ: 'gh', қ: 'q', ҳ: 'h', ҷ: 'j', ӣ: 'i', ӯ: 'u', ъ: '' } },
  // The alphabet of 1992, without marks and with e for ə, as in passports.
  az: {
    letters: {
      ә: 'e',
      ҹ: 'c',
      ч: 'c',
      ж: 'j',
      ш: 's',
      х: 'x',
      ҝ: 'g',
      г: 'q',
      ғ: 'g',
      ы: 'i',
      ј: 'y',
    },
  },
  // The alphabet of 1999, without marks.
  tk: {
    letters: {
      ...withY,
      ә: 'a',
      җ: 'j',
      ж: 'z',
      ч: 'c',
      ш: 's',
      х: 'h',
      в: 'w',
      ң: 'n',
      ө: 'o',
      ү: 'u',
    },
  },
  // The resolution of the Cabinet of Ministers of Ukraine of 27 January 2010, No. 55.
  uk: {
    letters: {
      г: 'h',
      ґ: 'g',
      и: 'y',
      й: 'i',
      і: 'i',
      ї: 'i',
      є: 'ie',
      щ: 'shch',
      ю: 'iu',
      я: 'ia',
      ь: '',
    },
    prepare: (text) =>
      text
        .replaceAll('зг', 'zgh')
        .replaceAll(/(?<![\p{L}\p{M}])[єїйюя]/gu, (letter) => initialInUkrainian[letter] ?? letter),
  },
};

/**
 * The romanisation of letters that the language of the text does not define: that of the first language in
 * `languageTags` that has the letter. Languages without texts do not count: addresses are for ever.
 */
const anywhere: Readonly<Record<string, string>> = Object.fromEntries(
  [
    others,
    ...languageTags.toReversed().map((tag) => writingOf(tag)?.romanisation.letters ?? {}),
  ].flatMap((letters) => Object.entries(letters)),
);

/**
 * Romanises a text as far as possible.
 * @param text in lower case, composed (NFC)
 * @param locale the language of the text, if known
 * @returns the text; letters of scripts without a table stay, and Latin letters may keep their marks
 */
export function romanised(text: string, locale?: string): string {
  const own = locale === undefined ? undefined : romanisationOf(locale);
  const spell = (letter: string) => own?.letters[letter] ?? anywhere[letter];
  return Array.from(
    own?.prepare?.(text) ?? text,
    // Tried first as a whole: й decomposes to и with a mark, but is a letter of its own. ӣ is in no general table, so
    // it is romanised as и.
    (letter) => spell(letter) ?? spell(letter.normalize('NFKD')[0] ?? '') ?? letter,
  ).join('');
}

function romanisationOf(locale: string): Romanisation | undefined {
  return knownTag(locale)
    ? writingOf(locale)?.romanisation
    : neighbours[locale.split('-')[0] ?? ''];
}
