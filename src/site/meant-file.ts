import { guessTag, type Locale } from '#lang/locale.ts';

/**
 * The name that a text was most likely meant to have: `index.ru.md` for `ru.md`, `index_rus.md`, `index.RU.md`,
 * `index.ru (1).md` and `index.ru.md.txt`, and for `index.md` where only one language is missing.
 * @param names of the files in the folder
 * @returns undefined where that is not clear, or where there is such a file already
 */
export function meantTextFile(
  name: string,
  names: ReadonlySet<string>,
  locales: readonly Locale[],
): string | undefined {
  const { stem = '', ending = '' } = text.exec(name.toLowerCase())?.groups ?? {};
  if (ending === '') return undefined;
  const fileOf = (locale: Locale) => `index.${locale}.${ending.startsWith('.mdx') ? 'mdx' : 'md'}`;
  const isThere = (locale: Locale) =>
    names.has(`index.${locale}.md`) || names.has(`index.${locale}.mdx`);
  const missing = locales.filter((locale) => !isThere(locale));
  if (stem === 'index') return missing[0] && missing.length === 1 ? fileOf(missing[0]) : undefined;
  const code = /^(?:index[._\s-]*)?(?<code>\p{L}+)(?:$|[^\p{L}])/u.exec(stem)?.groups?.code ?? '';
  const locale = missing.find((each) => each === code || each === guessTag(code));
  return locale && fileOf(locale);
}

/** A text, also where a program has put another ending behind its own. Word's locks (`~$…`) are none. */
const text = /^(?!~\$)(?<stem>.+?)(?<ending>\.(?:mdx?|markdown)(?:~|\.(?:txt|bak|orig))?)$/u;
