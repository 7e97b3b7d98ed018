import Typograf from 'typograf';
import { notWords } from '#body/word-lines.ts';
import type { Locale } from '#lang/locale.ts';
import type { Typography } from '#languages/writing.ts';
import { writingOf } from '#languages/writings.ts';

/**
 * Disabled rules: they change the meaning, or fit only one language. Measured on Kazakh texts, telephone numbers, dates
 * and fractions.
 */
const harmful = [
  ...[
    'ru/other/phone-number',
    'ru/date/fromISO',
    'ru/date/weekday',
    'ru/typo/switchingKeyboardLayout',
    'ru/dash/directSpeech',
  ],
  ...[
    'common/number/fraction',
    'common/number/times',
    'common/number/mathSigns',
    'common/symbols/arrow',
    'common/symbols/copy',
    'common/symbols/cf',
  ],
  ...[
    'common/space/trimLeft',
    'common/space/trimRight',
    'common/space/delTrailingBlanks',
    'common/space/delRepeatN',
    'common/punctuation/quoteLink',
    'common/html/quot',
  ],
];
/**
 * Also disabled: a browser does this better when it breaks lines. In the source it would put an invisible character
 * after every short word.
 */
const needless = [
  'afterShortWord',
  'afterShortWordByList',
  'beforeShortLastWord',
  'beforeShortLastNumber',
  'nowrap',
]
  .map((rule) => `common/nbsp/${rule}`)
  .concat('ru/nbsp/beforeParticle');
/**
 * What no rule may touch: addresses, file names, telephone and other long numbers, fractions, dates and times in
 * digits, and anything that is not words.
 */
const kept = new RegExp(
  [
    notWords,
    String.raw`\S*(?:://|@|\bwww\.)\S*`,
    String.raw`\+?\(?\d[\d()]*(?:[ \u00A0-][\d()]+){2,}`, // 8 (727) 254-44-44
    String.raw`\+?\d*\(\d+\)[\d \u00A0-]*\d`,
    String.raw`\d+-\d+-\d+[\d-]*|\d{3,}-\d{3,}(?!\d)(?<!\b(?:19|20)\d{2}-(?:19|20)\d{2})`,
    String.raw`[\d.,]+[/:.]\d[\d/:.]*`,
    String.raw`[\p{L}\d_-]+\.[a-z]{2,4}\b`,
  ].join('|'),
  'giu',
);
/** A private-use character that replaces protected text, so that no rule matches it. */
const mask = '\uE000';

const setters = new Map<Typography, Typograf>();

function setterFor(known: Typography): Typograf {
  let setter = setters.get(known);
  if (!setter) {
    setters.set(known, (setter = new Typograf({ locale: [...known.rules] })));
    for (const rule of [...harmful, ...needless, ...known.without]) setter.disableRule(rule);
  }
  return setter;
}

/** Whether typographic rules exist for the language. */
export function hasTypography(locale: Locale): boolean {
  return writingOf(locale)?.typography !== undefined;
}

/**
 * Sets a text by the typographic rules of its language: «quotes», —, №, no-break spaces, initials that stay with their
 * name. The result is stable: setting it again changes nothing. A text for which that does not hold is returned as it
 * was, and so is a text in a language without typographic rules.
 */
export function setWell(text: string, locale: Locale): string {
  const known = writingOf(locale)?.typography;
  return known ? settled(text, (one) => setOnce(one, known)) : text;
}

/** Repeats a change until it changes nothing more. Returns the original text when that takes more than 4 rounds. */
export function settled(text: string, change: (text: string) => string): string {
  let now = text;
  for (let round = 0; round < 4; round++) {
    const next = change(now);
    if (next === now) return now;
    now = next;
  }
  return text;
}

const masks = new RegExp(`${mask}+`, 'gu');

function setOnce(text: string, known: Typography): string {
  const hidden: string[] = [];
  const masked = text.replaceAll(kept, (found) => (hidden.push(found), mask.repeat(found.length)));
  const ends = {
    before: /^\s*/u.exec(masked)?.[0] ?? '',
    after: masked.trim() === '' ? '' : (/\s*$/u.exec(masked)?.[0] ?? ''),
  };
  const set =
    ends.before +
    setterFor(known).execute(masked.trim()).replaceAll(initials, '$<first>\u00A0$<rest>') +
    ends.after;
  // Every mask must have survived unchanged and separate.
  const runs = (one: string) => (one.match(masks) ?? []).map((run) => run.length).join();
  if (runs(set) !== runs(masked)) return text;
  const all = hidden.join('');
  let next = 0;
  return set.replaceAll(mask, () => all.charAt(next++));
}

/** Initials before a name: «А. Б. Омаров», «Ө.Ә. Сейіт». typograf itself knows only Russian letters. */
const initials =
  /(?<first>(?<!\p{L})\p{Lu}\.(?:[ \u00A0]?\p{Lu}\.)?) (?<rest>\p{Lu}(?:\p{Ll}|\.))/gu;
