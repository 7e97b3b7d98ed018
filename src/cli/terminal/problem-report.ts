import { styleText } from 'node:util';
import { builtInLocales } from '#lang/built-in.ts';
import { fallbackTag } from '#languages/languages.ts';
import { fill } from '#lang/message.ts';
import { byPlace, type Reported, stopsBuild } from '#schema/problem.ts';
import { type EditorLocale, problemTexts, type Wording, wordingFor } from '#schema/wording.ts';
import type { Finding } from '#checks/rule.ts';
import { sayIn } from '#messages/messages.ts';
import { blocksOfFindings } from './blocks-of-findings.ts';
import { wrap } from './wrap.ts';

/** How to report problems. */
export interface ReportOptions {
  readonly locale: EditorLocale;
  /** The path from the reader's working folder to the content folder: `content/`. */
  readonly prefix: string;
  /** Set if the problems are warnings, which did not stop the build. */
  readonly warnings?: boolean;
  /** Whether to print every one, however many are of one kind. By default, they are all printed. */
  readonly all?: boolean | undefined;
}

/**
 * The report for editors in the terminal: for each file what is wrong and what to do, and finally the number of
 * problems. Coloured if the terminal supports it and NO_COLOR does not forbid it.
 */
export function reportProblems(
  problems: readonly Reported[],
  { locale, prefix, warnings = false, all }: ReportOptions,
): string {
  const texts = problemTexts(locale).report;
  if (warnings)
    return reportRemarks(problems, fill(locale, texts.warnings, { count: problems.length }), {
      ...{ locale, prefix, all },
    });
  const stopping = problems.filter(stopsBuild);
  const others = problems.filter((problem) => !stopsBuild(problem));
  const lastLine = fill(locale, texts.count, { count: stopping.length });
  const report = reportRemarks(stopping, lastLine, { locale, prefix, all });
  if (others.length === 0) return report;
  // What stops the build stands last, beside its number, where a person looks first.
  const besides = fill(locale, texts.besides, { count: others.length });
  return `${reportRemarks(others, besides, { locale, prefix, all })}\n${report}`;
}

/** The same report with a custom last line, for problems that do not stop anything. */
export function reportRemarks(
  problems: readonly Reported[],
  lastLine: string,
  { locale, prefix, all = true }: Pick<ReportOptions, 'locale' | 'prefix' | 'all'>,
): string {
  const wording = wordingFor(locale);
  const blocks = blocksOfFindings(problems, {
    write: (problem) => paragraph(problem, wording(problem), prefix, noteOn(problem, locale)),
    more: moreOfKind(locale),
    all,
  });
  return `${[...blocks, styleText('bold', lastLine)].join('\n\n')}\n`;
}

/** How many more there are of a kind of which only some are printed. */
export function moreOfKind(locale: EditorLocale): (count: number, files: number) => string {
  const { more } = problemTexts(locale).report;
  return (count, files) => wrap(fill(locale, more, { count, files }), 2).join('\n');
}

/** How serious a finding is, and its rule. A problem with the content has neither: it always stops the build. */
export function noteOn(problem: Reported, locale: EditorLocale): string {
  const { rule, severity } = problem as Partial<Finding>;
  if (rule === undefined) return '';
  return severity === undefined
    ? ` (${rule})`
    : ` (${sayIn(locale)(`severity.${severity}`)}: ${rule})`;
}

/** The same report for a program: each problem with its place, its values and its sentences. */
export function problemsForMachines(
  problems: readonly Reported[],
  { locale, prefix }: Pick<ReportOptions, 'locale' | 'prefix'>,
) {
  const wording = wordingFor(locale);
  return [...problems]
    .sort(byPlace)
    .map((problem) => ({ ...problem, file: placeOf(problem, prefix), ...wording(problem) }));
}

/**
 * One problem as the terminal shows it.
 * @param note printed after its place
 */
export function paragraph(
  problem: Reported,
  { what, remedy }: Wording,
  prefix: string,
  note = '',
): string {
  const place = `${placeOf(problem, prefix)}${problem.line === undefined ? '' : `:${problem.line}`}`;
  return [
    styleText('cyan', printable(place)) + note,
    ...wrap(printable(what), 2),
    ...remedyLines(printable(remedy), Object.values(problem.params).map(String).map(printable)),
  ].join('\n');
}

/** A remedy that ends with a line to paste, `Write the line like this: title: 'a: b'`, keeps that line whole. */
function remedyLines(remedy: string, values: readonly string[]): string[] {
  const lines = wrap(remedy, 4);
  const pasted = values.find((value) => value !== '' && remedy.endsWith(`: ${value}`));
  if (pasted === undefined || lines.some((line) => line.endsWith(pasted))) return lines;
  return [...wrap(remedy.slice(0, -pasted.length).trimEnd(), 4), `    ${pasted}`];
}

/** The path of a file as the person would write it. */
export function placeOf({ file }: Pick<Reported, 'file'>, prefix: string): string {
  // A path that starts with a slash is a page of the site, not a content file.
  return file.startsWith('/') ? file : `${prefix}${file}`;
}

/** Replaces control characters: content may contain some that a terminal would execute instead of showing. */
export function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ');
}

/**
 * The language for messages to the person at the terminal.
 * @param flag the value of `--lang`
 */
export function editorLocale(
  env: Readonly<Record<string, string | undefined>>,
  flag?: string,
): EditorLocale {
  // POSIX: LC_ALL before LC_MESSAGES before LANG. An empty variable counts as unset. `ru_RU.UTF-8` is Russian.
  const wish = [flag, env.LC_ALL, env.LC_MESSAGES, env.LANG].find(Boolean);
  return spokenLocale(wish ?? '') ?? fallbackTag;
}

/** The language of the commands that a value of POSIX or a tag means; undefined if it is another one. */
export function spokenLocale(wish: string): EditorLocale | undefined {
  const language = wish.split(/[_.@-]/u)[0]?.toLowerCase();
  return builtInLocales.find((locale) => locale === language);
}
