import type { Locale } from './locale.ts';

/** A text with `{named}` places; a text with a count is one such text for each plural form. */
export type Message = string | Readonly<Record<string, string>>;
/** The values of the places of a message, by name. */
export type Params = Readonly<Record<string, string | number>>;

const pluralRules = new Map<Locale, Intl.PluralRules>();
const numberFormats = new Map<Locale, Intl.NumberFormat>();

function rules(locale: Locale): Intl.PluralRules {
  let found = pluralRules.get(locale);
  if (!found) pluralRules.set(locale, (found = new Intl.PluralRules(locale)));
  return found;
}

/** The plural forms of the language in CLDR: kk `one other`, ru `one few many other`. */
export function pluralForms(locale: Locale): string[] {
  return [...rules(locale).resolvedOptions().pluralCategories].sort();
}

/** The number in the format of the language: `12 345` in Russian. */
export function formatNumber(locale: Locale, value: number): string {
  let format = numberFormats.get(locale);
  if (!format) numberFormats.set(locale, (format = new Intl.NumberFormat(locale)));
  return format.format(value);
}

/** The names of the `{places}` in a text, in order of appearance, each once. */
export function places(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name))];
}

/**
 * Fills the places of a message. Numbers are formatted for the language. `params.count` selects the plural form. A
 * place without a value stays as written.
 */
export function fill(locale: Locale, message: Message, params: Params = {}): string {
  const text =
    typeof message === 'string'
      ? message
      : (message[rules(locale).select(Number(params.count))] ?? message.other ?? '');
  return text.replaceAll(/\{(\w+)\}/gu, (place, name: string) => {
    const value = params[name];
    if (value === undefined) return place;
    return typeof value === 'number' ? formatNumber(locale, value) : value;
  });
}
