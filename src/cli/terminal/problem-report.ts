import { styleText } from 'node:util';
import { builtInLocales } from '#lang/built-in.ts';
import { fallbackTag } from '#languages/languages.ts';
import { fill } from '#lang/message.ts';
import { byPlace, type Reported } from '#schema/problem.ts';
import { type EditorLocale, problemTexts, type Wording, wordingFor } from '#schema/wording.ts';
import { wrap } from './wrap.ts';

export interface ReportOptions {
  readonly locale: EditorLocale;
  /** What leads from where the reader stands to the content folder: `content/`. */
  readonly prefix: string;
  /** Warnings have not kept the site from being built. */
  readonly warnings?: boolean;
}

/**
 * The report that editors read in the terminal: file by file, what is wrong and what to do, and at the end how many
 * problems there are. Coloured where the terminal shows colours and NO_COLOR does not forbid it.
 */
export function reportProblems(
  problems: readonly Reported[],
  { locale, prefix, warnings = false }: ReportOptions,
): string {
  return reportRemarks(
    problems,
    fill(locale, problemTexts(locale).report[warnings ? 'warnings' : 'count'], {
      count: problems.length,
    }),
    { locale, prefix },
  );
}

/** The same with a last line of one's own, where nothing is stopped. */
export function reportRemarks(
  problems: readonly Reported[],
  lastLine: string,
  { locale, prefix }: Pick<ReportOptions, 'locale' | 'prefix'>,
): string {
  const wording = wordingFor(locale);
  const files = Map.groupBy([...problems].sort(byPlace), ({ file }) => file);
  const groups = [...files.values()].map((group) =>
    group.map((problem) => paragraph(problem, wording(problem), prefix)).join('\n'),
  );
  return `${[...groups, styleText('bold', lastLine)].join('\n\n')}\n`;
}

/** The same for a program: each problem with its place, its values and its words. */
export function problemsForMachines(
  problems: readonly Reported[],
  { locale, prefix }: Pick<ReportOptions, 'locale' | 'prefix'>,
) {
  const wording = wordingFor(locale);
  return [...problems]
    .sort(byPlace)
    .map((problem) => ({ ...problem, file: placeOf(problem, prefix), ...wording(problem) }));
}

/** A problem as the terminal shows it.
 * @param note stands beside its place */
export function paragraph(
  problem: Reported,
  { what, remedy }: Wording,
  prefix: string,
  note = 'rule' in problem ? ` (${String(problem.rule)})` : '',
): string {
  const place = `${placeOf(problem, prefix)}${problem.line === undefined ? '' : `:${problem.line}`}`;
  return [
    styleText('cyan', printable(place)) + note,
    ...wrap(printable(what), 2),
    ...wrap(printable(remedy), 4),
  ].join('\n');
}

/** The path of a file as the person would write it. */
export function placeOf({ file }: Pick<Reported, 'file'>, prefix: string): string {
  // What starts with a slash is a page of the site, not a file of the content.
  return file.startsWith('/') ? file : `${prefix}${file}`;
}

/** Content may hold what a terminal would obey instead of showing. */
export function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ');
}

/**
 * The language in which to speak to the person at the terminal.
 * @param flag what `--lang` says
 */
export function editorLocale(
  env: Readonly<Record<string, string | undefined>>,
  flag?: string,
): EditorLocale {
  // POSIX: LC_ALL before LC_MESSAGES before LANG; an empty one counts as absent. `ru_RU.UTF-8` is Russian.
  const wish = [flag, env.LC_ALL, env.LC_MESSAGES, env.LANG].find(Boolean);
  const language = wish?.split(/[_.@-]/u)[0]?.toLowerCase();
  return builtInLocales.find((locale) => locale === language) ?? fallbackTag;
}
