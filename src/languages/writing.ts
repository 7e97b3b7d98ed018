/** What is known of how a language is written. Only programs that run in Node need it; `writings.ts` has them all. */
export interface Writing {
  /** Its small letters, and the signs of its texts: what a typeface must have for the language to be set in it. */
  readonly letters: string;
  /** What tells its texts from those of other languages by their letters; absent where letters do not. */
  readonly alphabet?: Alphabet;
  /** Its letters in Latin ones, for addresses: only those that lose more than a mark. */
  readonly romanisation: Romanisation;
  /** A sentence or two of press prose: how wide a typeface sets the language. */
  readonly sample?: string;
  /** Abbreviations after whose full stop the sentence goes on, without that full stop. */
  readonly abbreviations: readonly string[];
  readonly dates: DateWords;
  readonly numbers: NumberWords;
  /** The letters by which Word counts items, and what it calls such a list; absent where it has none. */
  readonly listLetters?: { readonly format: string; readonly letters: string };
  /** How a typesetter sets it; absent where Jarshy does not know. */
  readonly typography?: Typography;
  /** How to look its words up in hunspell; absent where there is no dictionary. */
  readonly spelling?: Spelling;
  /** The place of the noun in the name of an office: «Полиция басқармасы», «управление полиции». */
  readonly headNoun: 'first' | 'last';
  /** Beginnings of words that make a line of figures personal. */
  readonly personal: PersonalWords;
  /** What old files hold besides their text. */
  readonly imports: ImportWords;
  /** Whether Sveltia CMS makes an address of its titles without losing letters of its alphabet. */
  readonly editorSpellsAddresses?: boolean;
}

/** What tells a text of a language by its letters. */
export interface Alphabet {
  /** Letters that every longer text of the language has, and the other languages of the same script have not. */
  readonly own?: RegExp;
  /** The smallest share of its own letters in a text of the language, from 0 to 1; names alone have fewer. */
  readonly leastOwn?: number;
  /** Letters of the same script that the language has not. */
  readonly foreign: RegExp;
  /** Latin letters that look like a second letter of the language, too: each with that one. Nobody knows which was meant. */
  readonly otherTwins?: Readonly<Record<string, string>>;
}

/** How a language is written in Latin letters. */
export interface Romanisation {
  /** Small letters, each with what it becomes: nothing, one letter or several. */
  readonly letters: Readonly<Record<string, string>>;
  /** What the neighbours of a letter decide. The text comes in small letters, composed (NFC). */
  readonly prepare?: (text: string) => string;
}

/** The source of a regular expression with the flags `iu`: letters, or what may stand for them. No named groups. */
export type Pattern = string;

/** Dates in prose. All lists of months begin with January. */
export interface DateWords {
  /** The months as dates name them, in small letters. */
  readonly months: readonly string[];
  /** Endings that a month may have in a date besides. */
  readonly monthEndings: readonly Pattern[];
  /** How the months begin in all their forms; absent where numbers are not compared. */
  readonly monthBeginnings?: readonly Pattern[];
  /** A word for «month» that may stand behind its name. */
  readonly monthWord?: Pattern;
  /** Words for «year» behind it: «2026 г.». */
  readonly afterYear: readonly Pattern[];
  /** Words for «year» between it and a day that follows: «2026 жылғы 22 қаңтар». */
  readonly beforeDay: readonly Pattern[];
  /** The months cut short, without a full stop, in small letters. */
  readonly shortMonths: readonly string[];
  /** Days of the week, whole and cut short. */
  readonly weekdays: readonly Pattern[];
  /** Words before a time: «в 10:00». */
  readonly beforeTime: readonly Pattern[];
  /** Words for «hours» behind it. */
  readonly afterTime: readonly Pattern[];
}

/** Numbers in prose: each value with the words for it. */
export interface NumberWords {
  /** Words that make the number before them larger: 1000 and «тыс.». */
  readonly scales: Readonly<Record<string, Pattern>>;
  readonly percent?: Pattern;
  /** Beginnings of the words for small numbers and round ones. */
  readonly inWords: Readonly<Record<string, Pattern>>;
}

export interface Typography {
  /** Whose rules Typograf is to follow, as it names languages: that of the text, and one of the foreign names in it. */
  readonly rules: readonly string[];
  /** Names of rules that would change what is said in this language. */
  readonly without: readonly string[];
}

export interface Spelling {
  /** The dictionary, as `hunspell -d` takes it. */
  readonly dictionary: string;
  /** It knows few of the endings: a word is right when one of its stems is. */
  readonly byStems: boolean;
}

export interface PersonalWords {
  /** What follows the year or date of somebody's birth. */
  readonly born: readonly Pattern[];
  /** What stands before a date of birth. */
  readonly birthDate: readonly Pattern[];
  /** Identity cards and passports. */
  readonly identityCards: readonly Pattern[];
  /** Abbreviations in capitals that may stand between two numbers, as the letters of a number plate do: «150 МВТ 10». */
  readonly unlikePlates: readonly string[];
}

export interface ImportWords {
  /** What people write before the date of a text. */
  readonly dateLabels: readonly Pattern[];
  /** Words for «town» before the name of a place that stands before a date. */
  readonly beforePlace: readonly Pattern[];
  /** The same, behind it. */
  readonly afterPlace: readonly Pattern[];
  /** Words for «picture» that programs write where a person should have said what it shows. */
  readonly pictureNames: readonly Pattern[];
  /** Sentences that programs write there. */
  readonly pictureSentences: readonly Pattern[];
  /** Words that say what kind of paper a text is, alone on a line above its title. */
  readonly papers: readonly Pattern[];
  /** How names of offices begin in a letterhead, in capitals. */
  readonly officesBegin: readonly Pattern[];
  /** How they end there. */
  readonly officesEnd: readonly Pattern[];
  /** What stands before the name of the one who wrote a paper. */
  readonly byWhom: readonly Pattern[];
  /**
   * How names of files and folders say the language besides its tag, in small letters: two letters, three letters, three
   * letters of its own, the name of the language. What stands in one row of two languages belongs together.
   */
  readonly fileNames: readonly (readonly string[])[];
  /** Short words that every longer text has, and texts of the other languages in its script have not. */
  readonly shortWords: readonly Pattern[];
  /** What WordPress calls the category of posts that have none. */
  readonly noCategory: readonly Pattern[];
  /** Words of the excuse that a browser shows in place of a film. */
  readonly excuses: readonly Pattern[];
}
