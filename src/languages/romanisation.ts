import { knownTag } from './languages.ts';
import type { Romanisation } from './writing.ts';
import { everyWriting, writingOf } from './writings.ts';

/**
 * Letters that no known language has and that are more than a letter with a mark: é and й lose theirs without a table.
 * Latin ones as in passports (ICAO Doc 9303, part 3, section 6), but ø and å without a second letter.
 */
// prettier-ignore
const others: Readonly<Record<string, string>> = {
  // Latin: Azerbaijani, Turkish, German, Nordic, Polish, Maltese, Sami.
  ə: 'e', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ŋ: 'n', ĸ: 'q', ŧ: 't',
  // Cyrillic: Uzbek, Tajik, Kyrgyz; Azerbaijani; Tatar, Bashkir; Ukrainian; South Slavic.
  ҳ: 'h', ҷ: 'j', ҹ: 'j', ҝ: 'g', җ: 'j', ҙ: 'z', ҡ: 'k', ҫ: 's', ҥ: 'n', ҕ: 'g', ғ: 'g', є: 'ie', ґ: 'g',
  ј: 'j', љ: 'lj', њ: 'nj', ћ: 'c', ђ: 'dj', џ: 'dz', ѕ: 'dz', ӏ: '',
};

/** Where й is written y, as in most romanisations of Central Asia. */
const withY = { й: 'y', ю: 'yu', я: 'ya', ё: 'yo' } as const;

const initialInUkrainian: Readonly<Record<string, string>> = {
  є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya',
}; // prettier-ignore

/**
 * Languages that have no folder yet, as far as they spell letters unlike Russian and Kazakh.
 * When one gets a folder, its table goes there.
 */
const neighbours: Readonly<Record<string, Romanisation>> = {
  // The alphabet of 1995 (law of 2 September 1993, amended 6 May 1995), its ʻ and ʼ left out.
  uz: {
    letters: { ...withY, ж: 'j', х: 'x', ў: 'o', ғ: 'g', қ: 'q', ҳ: 'h', ъ: '', ц: 's' },
    prepare: (text) =>
      text
        .replaceAll(/(?<=^|[^\p{L}\p{M}]|[аеёиоуўэюяъь])е/gu, 'ye')
        .replaceAll(/(?<=[аеёиоуўэюя])ц/gu, 'ts'),
  },
  // BGN/PCGN 1979 for Kyrgyz, without marks.
  ky: { letters: { ...withY, ж: 'j', ң: 'ng', ө: 'o', ү: 'u' } },
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

/** What a letter becomes where the language of the text does not decide: as in the first known language that has it. */
const anywhere: Readonly<Record<string, string>> = Object.fromEntries(
  [others, ...everyWriting.toReversed().map(({ romanisation }) => romanisation.letters)].flatMap(
    (letters) => Object.entries(letters),
  ),
);

/**
 * A text with its letters written in Latin ones, as far as there is a way to write them.
 * @param text in small letters, composed (NFC)
 * @param locale the language of the text, where it is known
 * @returns letters of other scripts stay as they are; marks on Latin letters may stay
 */
export function romanised(text: string, locale?: string): string {
  const own = locale === undefined ? undefined : romanisationOf(locale);
  const spell = (letter: string) => own?.letters[letter] ?? anywhere[letter];
  return Array.from(
    own?.prepare?.(text) ?? text,
    // й is и with a mark in Unicode, but a letter of its own; ӣ is in no table, and becomes what и does.
    (letter) => spell(letter) ?? spell(letter.normalize('NFKD')[0] ?? '') ?? letter,
  ).join('');
}

function romanisationOf(locale: string): Romanisation | undefined {
  return knownTag(locale)
    ? writingOf(locale)?.romanisation
    : neighbours[locale.split('-')[0] ?? ''];
}
