/** How a language is written. Only programs that run in Node need it; `writings.ts` loads all of them. */
export interface Writing {
  /** Its lower-case letters and its punctuation: what a typeface needs in order to set the language. */
  readonly letters: string;
  /** What distinguishes its texts from those of other languages by their letters; absent if letters cannot. */
  readonly alphabet?: Alphabet;
  /** Its romanisation, for URLs. Letters that only lose a mark are not listed. */
  readonly romanisation: Romanisation;
  /** One or two sentences of a press text, to measure how wide a typeface sets the language. */
  readonly sample?: string;
  /** Abbreviations whose full stop does not end a sentence, written without that full stop. */
  readonly abbreviations: readonly string[];
  readonly dates: DateWords;
  readonly numbers: NumberWords;
  /** The letters with which Word numbers list items, and Word's name of that list format; absent if there is none. */
  readonly listLetters?: { readonly format: string; readonly letters: string };
  /** Its typographic rules; absent if Jarshy does not know them. */
  readonly typography?: Typography;
  /** How to check its words with hunspell; absent if there is no dictionary. */
  readonly spelling?: Spelling;
  /** The position of the noun in the name of an office: last in «Полиция басқармасы», first in «управление полиции». */
  readonly headNoun: 'first' | 'last';
  /** Words that show that a line with numbers contains personal data. */
  readonly personal: PersonalWords;
  /** Words in imported files that are not part of the announcement's text. */
  readonly imports: ImportWords;
  /** Words with which people write between brackets what is still to be written: «[уточнить]», «[ФИО]». */
  readonly unwritten?: readonly Pattern[];
  /** Words of a link that do not say where it leads: «здесь», «подробнее». */
  readonly linkWords?: readonly Pattern[];
  /** What people of this language write in front matter in place of the names and values that it takes. */
  readonly frontMatter: FieldWords;
  /** Whether Sveltia CMS can make a URL from its titles without losing letters of its alphabet. */
  readonly editorSpellsAddresses?: boolean;
}

/** How to recognise a text of a language by its letters. */
export interface Alphabet {
  /** Letters that every longer text of the language has, and that other languages of the same script do not have. */
  readonly own?: RegExp;
  /**
   * The minimum share of `own` letters in a text of the language, from 0 to 1. A text in another language that has them
   * only in names has a smaller share.
   */
  readonly leastOwn?: number;
  /** Letters of the same script that the language does not have. */
  readonly foreign: RegExp;
  /**
   * Latin letters that look like a second letter of the language too, each with that letter. Which one was meant is
   * unknown.
   */
  readonly otherTwins?: Readonly<Record<string, string>>;
}

/** How to romanise a language. */
export interface Romanisation {
  /** Lower-case letters, each with its replacement of zero, one or several letters. */
  readonly letters: Readonly<Record<string, string>>;
  /** Replaces letters whose romanisation depends on their neighbours. The text is in lower case, composed (NFC). */
  readonly prepare?: (text: string) => string;
}

/** The source of a regular expression with the flags `iu`. It may be plain letters. It must not have named groups. */
export type Pattern = string;

/** Dates in prose. All lists of months begin with January. */
export interface DateWords {
  /** The months in the form that dates use, in lower case. */
  readonly months: readonly string[];
  /** Further endings that a month may have in a date. */
  readonly monthEndings: readonly Pattern[];
  /**
   * Patterns that match the beginning of each month in all its forms; absent if numbers in the language are not
   * compared.
   */
  readonly monthBeginnings?: readonly Pattern[];
  /** A word for «month» that may follow its name. */
  readonly monthWord?: Pattern;
  /** Words for «year» after it: «2026 г.». */
  readonly afterYear: readonly Pattern[];
  /** Words for «year» between it and the day: «2026 жылғы 22 қаңтар». */
  readonly beforeDay: readonly Pattern[];
  /** The abbreviated months, in lower case, without a full stop. */
  readonly shortMonths: readonly string[];
  /** The days of the week, in full and abbreviated. */
  readonly weekdays: readonly Pattern[];
  /** Words before a time of day: «в 10:00». */
  readonly beforeTime: readonly Pattern[];
  /** Words for «hours» after a time of day. */
  readonly afterTime: readonly Pattern[];
}

/** Numbers in prose. Each key is a value, with the words for it. */
export interface NumberWords {
  /** Words that multiply the number before them: 1000 with «тыс.». */
  readonly scales: Readonly<Record<string, Pattern>>;
  readonly percent?: Pattern;
  /** The beginnings of the words for small and round numbers. */
  readonly inWords: Readonly<Record<string, Pattern>>;
}

/** Settings for Typograf. */
export interface Typography {
  /**
   * The language rules that Typograf applies, by its names: first for the language of the text, then for foreign names
   * in it.
   */
  readonly rules: readonly string[];
  /** Names of rules to disable, because they would change the meaning in this language. */
  readonly without: readonly string[];
}

/** Settings for hunspell. */
export interface Spelling {
  /** The dictionary, as `hunspell -d` takes it. */
  readonly dictionary: string;
  /** True when the dictionary lacks most endings: a word is correct if one of its stems is in the dictionary. */
  readonly byStems: boolean;
}

/** Words next to personal data. */
export interface PersonalWords {
  /** Words after a person's year or date of birth. */
  readonly born: readonly Pattern[];
  /** Words before a date of birth. */
  readonly birthDate: readonly Pattern[];
  /** Words that say of a day beside them that somebody was born on it: «родился», «күні туған». */
  readonly wasBorn: readonly Pattern[];
  /** Words for identity cards and passports. */
  readonly identityCards: readonly Pattern[];
  /** Upper-case abbreviations that may stand between two numbers, like the letters of a number plate: «150 МВТ 10». */
  readonly unlikePlates: readonly string[];
  /** How a home is written: a street or a house with the number of a flat. */
  readonly home: HomeWords;
}

/** The parts of a postal address. Numbers are written as `\d`. */
export interface HomeWords {
  /** Words for streets, avenues and quarters. */
  readonly streets: readonly Pattern[];
  /** A house with its number. */
  readonly houses: readonly Pattern[];
  /** A flat with its number. */
  readonly flats: readonly Pattern[];
}

/** Words in front matter, in lower case and without spaces. */
export interface FieldWords {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** States of a text that is not public. */
  readonly drafts: readonly string[];
  /** Words for our fields, by our name. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

/** Words that the import of old files recognises. */
export interface ImportWords {
  /** Labels before the date of a text. */
  readonly dateLabels: readonly Pattern[];
  /** Words for «town» before a place name, where the place comes before a date. */
  readonly beforePlace: readonly Pattern[];
  /** Words for «town» after such a place name. */
  readonly afterPlace: readonly Pattern[];
  /** Words for «picture» that programs write as the alternative text of a picture. */
  readonly pictureNames: readonly Pattern[];
  /** Sentences that programs write as the alternative text. */
  readonly pictureSentences: readonly Pattern[];
  /** Words that name the kind of document, alone on a line above the title. */
  readonly papers: readonly Pattern[];
  /** How the names of offices begin in a letterhead, in upper case. */
  readonly officesBegin: readonly Pattern[];
  /** How those names end. */
  readonly officesEnd: readonly Pattern[];
  /** Words before the name of the author of a document. */
  readonly byWhom: readonly Pattern[];
  /**
   * How names of files and folders indicate the language, in addition to its tag, in lower case. The four rows are: two
   * letters, three Latin letters, three letters of its own alphabet, the name of the language. The same row of two
   * languages belongs together.
   */
  readonly fileNames: readonly (readonly string[])[];
  /** Short words that every longer text has, and that texts in other languages of its script do not have. */
  readonly shortWords: readonly Pattern[];
  /** WordPress's name of the category for posts without one. */
  readonly noCategory: readonly Pattern[];
  /** Words in the fallback message that a browser shows in place of a video. */
  readonly excuses: readonly Pattern[];
}
