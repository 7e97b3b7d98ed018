import type { Locale } from './locale.ts';

/** A text with `{named}` places; or, for a text that counts, one such text for each plural form. */
export type Message = string | Readonly<Record<string, string>>;
export type Params = Readonly<Record<string, string | number>>;

const pluralRules = new Map<Locale, Intl.PluralRules>();
const numberFormats = new Map<Locale, Intl.NumberFormat>();

function rules(locale: Locale): Intl.PluralRules {
  let found = pluralRules.get(locale);
  if (!found) pluralRules.set(locale, (found = new Intl.PluralRules(locale)));
  return found;
}

/** The plural forms that CLDR names for the language: kk `one other`, ru `one few many other`. */
export function pluralForms(locale: Locale): string[] {
  return [...rules(locale).resolvedOptions().pluralCategories].sort();
}

/** The number as the language writes it: `12 345` in Russian. */
export function formatNumber(locale: Locale, value: number): string {
  let format = numberFormats.get(locale);
  if (!format) numberFormats.set(locale, (format = new Intl.NumberFormat(locale)));
  return format.format(value);
}

/** The `{places}` a text names, in order of appearance, once each. */
export function places(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name))];
}

/**
 * Fills the places of a message. A number is written as the language writes numbers; a message with
 * plural forms chooses its form by `params.count`. A place without a value stays as it is written.
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
