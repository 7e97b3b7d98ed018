import { styleText } from 'node:util';
import { builtInLocales } from '#lang/built-in.ts';
import { fill } from '#lang/message.ts';
import { byPlace, type Problem } from '#schema/problem.ts';
import { type EditorLocale, problemTexts, type Wording, wordingFor } from '#schema/wording.ts';

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
export function reportProblems(problems: readonly Problem[], { locale, prefix, warnings = false }: ReportOptions): string {
  const wording = wordingFor(locale);
  const files = Map.groupBy([...problems].sort(byPlace), ({ file }) => file);
  const groups = [...files.values()].map((group) => group.map((problem) => paragraph(problem, wording(problem), prefix)).join('\n'));
  const count = fill(locale, problemTexts(locale).report[warnings ? 'warnings' : 'count'], { count: problems.length });
  return `${[...groups, styleText('bold', count)].join('\n\n')}\n`;
}

function paragraph({ file, line }: Problem, { what, remedy }: Wording, prefix: string): string {
  // What starts with a slash is a page of the site, not a file of the content.
  const place = `${file.startsWith('/') ? '' : prefix}${file}${line === undefined ? '' : `:${line}`}`;
  return [styleText('cyan', printable(place)), ...wrap(printable(what), 2), ...wrap(printable(remedy), 4)].join('\n');
}

/** Content may hold what a terminal would obey instead of showing. */
function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ');
}

const width = 80;
const graphemes = new Intl.Segmenter();

/** Breaks a text at its spaces into indented lines of at most 80 columns; what has no space stays whole, as addresses must. */
function wrap(text: string, indent: number): string[] {
  const lines: string[] = [];
  let length = Infinity;
  for (const word of text.split(/ +/u)) {
    const letters = [...graphemes.segment(word)].length;
    if (length + 1 + letters > width) {
      lines.push(' '.repeat(indent) + word);
      length = indent + letters;
    } else {
      lines.push(`${lines.pop()} ${word}`);
      length += 1 + letters;
    }
  }
  return lines;
}

/**
 * The language in which to speak to the person at the terminal.
 * @param flag what `--lang` says
 */
export function editorLocale(env: Readonly<Record<string, string | undefined>>, flag?: string): EditorLocale {
  // POSIX: LC_ALL before LC_MESSAGES before LANG; an empty one counts as absent. `ru_RU.UTF-8` is Russian.
  const wish = [flag, env.LC_ALL, env.LC_MESSAGES, env.LANG].find(Boolean);
  const language = wish?.split(/[_.@-]/u)[0]!.toLowerCase();
  return builtInLocales.find((locale) => locale === language) ?? 'en';
}
