import { languageOfCode } from '#importers/language-of-code.ts';

/** The marks of plugins that write all languages into one field: qTranslate, its older form, WPGlobus. */
const marks = [
  /\[:(?<language>[a-z]{2,3}|)\]/gu,
  /<!--:(?<language>[a-z]{2,3}|)-->/gu,
  /\{:(?<language>[a-z]{2,3}|)\}/gu,
];

/**
 * What a field of such a plugin says in each language; words outside all marks belong to every one.
 * @returns undefined where the field holds no marks
 */
export function splitLanguages(text: string): ReadonlyMap<string, string> | undefined {
  const mark = marks.find((one) => [...text.matchAll(one)].some(({ groups }) => groups?.language));
  if (!mark) return undefined;
  const said = new Map<string, string>();
  let language = '';
  let at = 0;
  const take = (end: number) => {
    const words = text.slice(at, end);
    if (language) said.set(language, (said.get(language) ?? '') + words);
    else if (words.trim())
      for (const one of languagesIn(text, mark)) said.set(one, (said.get(one) ?? '') + words);
  };
  for (const match of text.matchAll(mark)) {
    take(match.index);
    language = languageOfCode(match.groups?.language ?? '');
    at = match.index + match[0].length;
  }
  take(text.length);
  return said;
}

function languagesIn(text: string, mark: RegExp): string[] {
  return [
    ...new Set(
      [...text.matchAll(mark)].flatMap(({ groups }) =>
        groups?.language ? [languageOfCode(groups?.language)] : [],
      ),
    ),
  ];
}
