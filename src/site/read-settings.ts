import { builtInStrings } from '#lang/built-in.ts';
import { checkDictionary, type Dictionary } from '#lang/dictionary.ts';
import type { Locale } from '#lang/locale.ts';
import { firstOf } from '#lang/lookup.ts';
import { createStrings, type Strings } from '#lang/strings.ts';
import { type Problem, type ProblemArguments, problemAt, type ProblemId } from '#schema/problem.ts';
import { siteFile, type SiteFile } from '#schema/site.ts';
import { stringsFile } from '#schema/strings.ts';
import {
  entries,
  fileNames,
  type Reader,
  type ReadFile,
  readYaml,
  reportUnknown,
} from './files.ts';
import { checkLanguages } from './check-languages.ts';
import type { Site } from './model.ts';
import { unknownLocale } from './unknown-locale.ts';

/**
 * Reads `site.yaml`.
 * @returns undefined when it is missing or not valid
 */
export function readSettings(reader: Reader): Site | undefined {
  const file = 'site.yaml';
  if (!entries(reader, '.').some(({ name }) => name === file)) {
    reader.problems.push({ id: 'missing-file', file, params: {} });
    return undefined;
  }
  const before = reader.problems.length;
  const read = readYaml(reader, file, siteFile);
  // If the content has another format, its other faults are most likely correct in that format. Report only the format.
  const format = reader.problems.slice(before).find(({ id }) => id === 'content-format');
  if (format) reader.problems.splice(before, Infinity, format);
  if (!read) return undefined;
  checkSettings(reader, read);

  const { url, format: _, promise, ...settings } = read.value;
  const { origin, pathname } = new URL(url);
  return {
    ...settings,
    origin,
    base: pathname.endsWith('/') ? pathname : `${pathname}/`,
    promise: promise ?? settings.locales,
    defaultLocale: firstOf(settings.locales),
  };
}

function checkSettings(reader: Reader, read: ReadFile<SiteFile>): void {
  const { file, value, yaml } = read;
  const report = <Id extends ProblemId>(
    id: Id,
    path: PropertyKey[],
    ...params: ProblemArguments<Id>
  ) => reader.problems.push(problemAt(id, { file, line: yaml.lineOf(path) }, ...params));

  for (const [index, locale] of value.locales.entries()) {
    if (value.locales.indexOf(locale) !== index)
      report('duplicate-locale', ['locales', index], { locale });
  }
  for (const [index, locale] of (value.promise ?? []).entries()) {
    if (!value.locales.includes(locale))
      report('unknown-locale', ['promise', index], unknownLocale(locale, value.locales));
  }
  checkLanguages(reader, read, value.locales, {
    name: value.name,
    shortName: value.shortName,
    description: value.description,
    'publisher.name': value.publisher.name,
    'publisher.address': value.publisher.address,
    'contacts.hours': value.contacts.hours,
    ...Object.fromEntries(
      value.contacts.phones.map(({ label }, index) => [`contacts.phones.${index}.label`, label]),
    ),
    ...Object.fromEntries(
      value.contacts.emails.map(({ label }, index) => [`contacts.emails.${index}.label`, label]),
    ),
  });
}

/** The interface texts of each language: the built-in ones, overridden by `content/strings/<locale>.yaml`. */
export function readStrings(reader: Reader, locales: readonly Locale[]): Map<Locale, Strings> {
  const written = fileNames(reader, 'strings');
  const known = locales.map((locale) => `${locale}.yaml`);
  for (const name of written)
    if (!known.includes(name)) reportUnknown(reader, `strings/${name}`, known);

  const strings = new Map<Locale, Strings>();
  for (const locale of locales) {
    const file = `strings/${locale}.yaml`;
    const own = written.has(`${locale}.yaml`) ? readYaml(reader, file, stringsFile) : undefined;
    const builtIn = builtInStrings(locale);
    if (!own && !builtIn) {
      // If the file exists but is not valid, `readYaml` has reported it already.
      if (!written.has(`${locale}.yaml`))
        reader.problems.push({ id: 'missing-dictionary', file, params: { locale } });
      continue;
    }
    const dictionary = { ...builtIn, ...own?.value };
    const faults = checkDictionary(locale, dictionary);
    for (const { fault, ...params } of faults)
      reader.problems.push({
        id: fault,
        file,
        line: own?.yaml.lineOf([params.key]),
        params,
      } as Problem);
    if (faults.length === 0) strings.set(locale, createStrings(locale, dictionary as Dictionary));
  }
  return strings;
}
