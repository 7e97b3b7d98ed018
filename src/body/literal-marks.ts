import { brokenPieces } from '#languages/cyrillic/broken-letters.ts';
import { everyWriting } from '#languages/writings.ts';
import type { FilledProblem, Problem } from '#schema/problem.ts';
import type { BodyProblem } from './mdx.ts';
import type { SourceNode } from './parse.ts';
import { notWords, plainLine, type WordLine, wordLines } from './word-lines.ts';

/** What readers would see as it is, though the author meant something else by it. */
export type LiteralMark = FilledProblem<
  'literal-mark' | 'foreign-code' | 'table-row' | 'broken-letters' | 'placeholder'
> &
  Pick<Problem, 'line'> & {
    /** Whether nobody can have meant it as it is. */
    readonly isCertain: boolean;
  };

interface Kind {
  readonly id: 'literal-mark' | 'foreign-code' | 'placeholder';
  /** What it looks like in `WordLine.words`. */
  readonly form: RegExp;
  readonly isCertain: boolean;
  /** What to write instead of it. @param written the match as it is written */
  readonly better?: (written: string) => string | undefined;
}

/** The beginning of a line, after the marks of quotations and lists. */
const begin = String.raw`(?<=^[\s${notWords}]*)`;
const mark = { id: 'literal-mark', isCertain: true } as const;
const doubtful = { id: 'literal-mark', isCertain: false } as const;
const code = { id: 'foreign-code', isCertain: true } as const;

const wiki = /!?\[\[(?<name>[^\]|]*)\|?(?<words>[^\]]*)\]\]/u;
const gap = String.raw`[ \t]+`;

/**
 * In the order in which they are looked for: a later one does not see what an earlier one has found. What stands between
 * two marks has a limit, so that the time grows only with the length of a line.
 */
const kinds: readonly Kind[] = [
  // `{{< youtube abc >}}`, `{% include x %}`
  { ...code, form: /\{\{[<%].{0,300}?\}\}|\{%.{0,300}?%\}/gu, better: filmOf },
  // `{{ title }}`
  { ...code, isCertain: false, form: /\{\{.{0,300}?\}\}/gu },
  {
    ...code,
    form: /\[\/?(?:gallery|caption|embed|video|audio|playlist|youtube|vc_\w+|et_pb_\w+|contact-form-7)(?:[ =][^\]]{0,300})?\](?!\()/giu,
  },
  { ...code, form: /^\[(?:TOC|\[_TOC_\])\]$/giu },
  {
    ...mark,
    form: /\[(?<tag>b|i|s|u)\].{1,300}?\[\/\k<tag>\]/giu,
    better: (written) => {
      const sign = { b: '**', i: '*', s: '~~' }[written.charAt(1).toLowerCase()] ?? '';
      return `${sign}${written.slice('[b]'.length, -'[/b]'.length).trim()}${sign}`;
    },
  },
  // `##Heading`. A single `#` may begin a hashtag.
  { ...mark, form: new RegExp(`${begin}#{2,6}(?=[^\\s#])`, 'gu'), better: (marks) => `${marks} ` },
  // `:::note`
  {
    ...mark,
    form: new RegExp(`${begin}:{3,}[ \\t]*[{\\p{L}].*`, 'gu'),
    better: () => '> **…** …',
  },
  // `> [!WARNING]`
  {
    ...mark,
    form: /\[!(?:note|tip|important|warning|caution|info|danger)\]/giu,
    better: () => '**…**',
  },
  {
    ...mark,
    form: /!\[\[[^\]]{1,300}\]\]/gu,
    better: (written) => {
      const { name = '', words = '' } = wiki.exec(written)?.groups ?? {};
      return `![${words || '…'}](${/\s/u.test(name) ? `<./${name}>` : `./${name}`})`;
    },
  },
  {
    ...mark,
    form: /\[\[[^\]]{1,300}\]\]/gu,
    better: (written) => {
      const { name = '', words = '' } = wiki.exec(written)?.groups ?? {};
      return `[${words || name}](…)`;
    },
  },
  // `![Plan](./a b.jpg)`
  {
    ...mark,
    form: new RegExp(
      String.raw`!?\[[^\]]{0,300}\]\((?=[^)]{0,300}(?:/|\.\w{2,5}[ \t]*\)))(?:[^()\s<>"']+${gap})+[^()\s<>"']+[ \t]*\)`,
      'gu',
    ),
    better: (written) =>
      written.replace(/\((?<address>[^()]*)\)$/u, (_, address: string) => `(<${address.trim()}>)`),
  },
  // `[Plan] (./plan.pdf)`
  {
    ...mark,
    form: new RegExp(String.raw`\[[^\]]{1,300}\]${gap}\((?=${notWords}|https?:|www\.|\.?/)`, 'gu'),
    better: (written) => written.replace(/\][ \t]+\($/u, ']('),
  },
  // `**Note: **text`
  {
    ...mark,
    form: /(?<mark>\*\*|~~|(?<![\p{L}\p{N}])__)(?=[^*~_]*\p{L})[^*~_]+\k<mark>/gu,
    better: (written) => {
      const inside = written.slice(2, -2);
      const words = inside.trim();
      const [before, after] = inside.split(words);
      return `${before}${written.slice(0, 2)}${words}${written.slice(0, 2)}${after}`;
    },
  },
  { ...doubtful, form: /(?<![\p{L}\p{N}])\*{2,3}(?=\S)|(?<=\S)\*{2,3}(?![\p{L}\p{N}])/gu },
  {
    ...mark,
    form: /(?<!=)==(?=[^\s=])[^=]*[^\s=]==(?!=)/gu,
    better: (written) => `<mark>${written.slice(2, -2)}</mark>`,
  },
  {
    ...mark,
    form: /(?<![+\p{L}\p{N}])\+\+(?=[^\s+])[^+]*[^\s+]\+\+(?!\+)/gu,
    better: (written) => `<ins>${written.slice(2, -2)}</ins>`,
  },
  {
    ...mark,
    form: /(?<=[\p{L}\p{N})])\^[^\s^]{1,12}\^/gu,
    better: (written) => `<sup>${written.slice(1, -1)}</sup>`,
  },
  { ...doubtful, form: /(?<![\w:/.])[:](?=[a-z])[a-z\d_+-]+:(?![\w/:])/gu },
  {
    ...doubtful,
    form: /\$\$[^$]+\$\$|\$(?=[^\s$])(?=[^$]*[\\^_{}=])[^$]*[^\s$\\]\$/gu,
  },
  {
    ...doubtful,
    form: new RegExp(`${begin}[•▪●◦‣∙·][ \\t]*(?=[^\\s•▪●◦‣∙·])`, 'gu'),
    better: () => '- ',
  },
  {
    id: 'placeholder',
    isCertain: true,
    form: /(?<!\p{L})(?:TODO|TBD|FIXME|lorem ipsum)(?!\p{L})/giu,
  },
  {
    id: 'placeholder',
    isCertain: false,
    form: /_{3,}|(?<!\p{L})[\u0425X]{2}[.:][\u0425X]{2}(?!\p{L})/gu,
  },
  {
    id: 'placeholder',
    isCertain: true,
    form: new RegExp(
      String.raw`\[\s{0,3}(?:${everyWriting.flatMap((writing) => writing.unwritten ?? []).join('|')})[^\]]{0,300}\](?!\()`,
      'giu',
    ),
  },
];

/** What fields cannot have: they are plain text. */
const kindsOfFields: readonly Kind[] = [
  ...kinds.filter(({ id }) => id !== 'literal-mark'),
  {
    ...mark,
    form: /(?<mark>\*\*|__)(?=[^*_]*\p{L})[^*_]+\k<mark>/gu,
    better: (written) => written.slice(2, -2).trim(),
  },
  {
    ...doubtful,
    form: /<\/?(?:b|i|u|s|em|strong|span|font|p|br)(?:\s[^<>]{0,300})?\/?>/giu,
    better: () => '',
  },
  {
    ...mark,
    form: /&(?:nbsp|laquo|raquo|mdash|ndash|quot|amp|lt|gt|#\d{2,5});/giu,
    better: (written) => signs[written.slice(1, -1).toLowerCase()],
  },
  {
    ...mark,
    form: /\[[^[\]]{1,300}\]\((?:https?:|www\.|\.?\/)[^()]{0,300}\)/gu,
    better: (written) => written.slice(1, written.indexOf(']')),
  },
];

const signs: Readonly<Record<string, string>> = {
  ...{ nbsp: '\u00A0', laquo: '«', raquo: '»', mdash: '—', ndash: '–', quot: '"' },
  ...{ amp: '&', lt: '<', gt: '>' },
};

/** A remedy shows no longer line than this. */
const longest = 1000;

/**
 * Finds what stands in the words of a text as it is, though it was meant as a mark, and letters that are broken. Lines
 * that follow each other with the same slip are one.
 * @param tree of `parseSource`
 * @param text what it was made of
 */
export function literalMarks(tree: SourceNode, text: string): LiteralMark[] {
  const lines = wordLines(tree, text);
  return [
    ...marksIn(lines, kinds),
    ...smallDigits(tree, text),
    ...tightLists(lines),
    ...halfTables(lines),
  ].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/**
 * Reports what nobody can have meant as it is. The rest is for the proofreader and the rule of the checks.
 * @param tree of `parseSource`
 * @param text what it was made of
 */
export function checkMarks(tree: SourceNode, text: string): BodyProblem[] {
  return literalMarks(tree, text).flatMap(({ isCertain, ...problem }) =>
    isCertain ? [problem] : [],
  );
}

/** Finds the same in words that no Markdown was read from, as in an imported document. */
export function literalMarksOfWords(words: readonly string[]): LiteralMark[] {
  const lines = words.map((text, index) => plainLine(text, index + 1));
  return [...marksIn(lines, kinds), ...halfTables(lines)];
}

/** Finds the same in the text of a field, where every mark stands as it is. */
export function literalMarksOfField(text: string, line: number): LiteralMark[] {
  return marksIn([plainLine(text, line)], kindsOfFields);
}

function marksIn(lines: readonly WordLine[], asked: readonly Kind[]): LiteralMark[] {
  const found: LiteralMark[] = [];
  let before: ReadonlySet<Kind> = new Set();
  for (const each of lines) {
    const matches: Match[] = [];
    const here = new Set<Kind>();
    let { words } = each;
    for (const kind of asked) {
      const ofKind = [...words.matchAll(kind.form)];
      if (ofKind.length === 0) continue;
      for (const { 0: match, index } of ofKind) {
        const written = each.source.slice(index, index + match.length);
        matches.push({ kind, index, written, better: kind.better?.(written) });
        here.add(kind);
      }
      words = words.replaceAll(kind.form, (match) => notWords.repeat(match.length));
    }
    found.push(
      ...marksAt(
        each,
        matches.filter(({ kind }) => !before.has(kind)),
      ),
    );
    before = here;
    for (const { piece, corrected = '' } of brokenPieces(words.replaceAll(notWords, ' ')))
      found.push({
        id: 'broken-letters',
        line: each.line,
        isCertain: true,
        params: { text: shown(piece.trim()), nearest: shown(corrected.trim()) },
      });
  }
  return found;
}

interface Match {
  readonly kind: Kind;
  /** Offset in the line. */
  readonly index: number;
  readonly written: string;
  readonly better: string | undefined;
}

/** Marks that can be corrected share one corrected line. */
function marksAt({ line, source }: WordLine, matches: readonly Match[]): LiteralMark[] {
  const better = matches
    .toSorted((a, b) => a.index - b.index)
    .filter((match) => match.better !== undefined);
  const [first] = better;
  const others = matches
    .filter((match) => match.better === undefined)
    .map(({ kind: { id, isCertain }, written }): LiteralMark => {
      const value = shown(written.trim());
      if (id === 'placeholder') return { id, line, isCertain, params: { words: value } };
      return { id, line, isCertain, params: { mark: value, nearest: '' } };
    });
  if (!first) return others;
  let corrected = '';
  let at = 0;
  for (const match of better) {
    corrected += source.slice(at, match.index) + match.better;
    at = match.index + match.written.length;
  }
  return [
    {
      id: first.kind.id === 'foreign-code' ? 'foreign-code' : 'literal-mark',
      line,
      isCertain: better.some(({ kind }) => kind.isCertain),
      params: {
        mark: shown(better.map(({ written }) => written.trim()).join(', ')),
        nearest: shown((corrected + source.slice(at)).trim()),
      },
    },
    ...others,
  ];
}

/** Water written as `H~2~O`: a single tilde crosses out. */
function smallDigits(tree: SourceNode, text: string): LiteralMark[] {
  const lines = text.split('\n');
  const found: LiteralMark[] = [];
  const look = ({ type, position, children }: SourceNode): void => {
    const [start = 0, end = 0] = [position?.start.offset, position?.end.offset];
    const written = text.slice(start, end);
    if (
      type === 'delete' &&
      /^~[^\s~]{1,4}~$/u.test(written) &&
      /\p{L}/u.test(text[start - 1] ?? '')
    ) {
      const line = position?.start.line ?? 1;
      const source = lines[line - 1] ?? '';
      const nearest = source
        .replaceAll(/(?<=\p{L})~(?<small>[^\s~]{1,4})~/gu, '<sub>$<small></sub>')
        .trim();
      if (found.at(-1)?.line !== line)
        found.push({
          id: 'literal-mark',
          line,
          isCertain: true,
          params: { mark: written, nearest: shown(nearest) },
        });
    }
    children?.forEach(look);
  };
  look(tree);
  return found;
}

function shown(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const film = /^\{\{<\s*youtube\s+(?:id=)?["']?(?<id>[\w-]+)/u;

function filmOf(written: string): string | undefined {
  const id = film.exec(written)?.groups?.id;
  return id === undefined ? undefined : `<https://www.youtube.com/watch?v=${id}>`;
}

/** Lists whose marks have no space behind them: `-first`, `-second`. */
function tightLists(lines: readonly WordLine[]): LiteralMark[] {
  const tight = /^[\s\uFFFC]*(?:[-*+]|\d{1,2}[.)])(?=\p{L})/u;
  return runsOf(lines, ({ words }) => tight.test(words)).flatMap(
    ([first, ...others]): LiteralMark[] =>
      first && others.length > 0
        ? [
            {
              id: 'literal-mark',
              line: first.line,
              isCertain: false,
              params: {
                mark: shown(first.source.trim()),
                nearest: shown(
                  first.source
                    .replace(/^(?<mark>\s*(?:>\s*)*(?:[-*+]|\d{1,2}[.)]))/u, '$<mark> ')
                    .trim(),
                ),
              },
            },
          ]
        : [],
  );
}

/** Tables without the row of dashes below their first row, or with one of another length. */
function halfTables(lines: readonly WordLine[]): LiteralMark[] {
  const isRow = ({ words }: WordLine) => /^[\s\uFFFC]*\|.*\|\s*$/u.test(words);
  return runsOf(lines, isRow).flatMap(([first]): LiteralMark[] => {
    if (!first) return [];
    const cells = first.words
      .trim()
      .replaceAll(/^[\s\uFFFC]*\||\|$/gu, '')
      .split('|').length;
    return [
      {
        id: 'table-row',
        line: first.line,
        isCertain: true,
        params: { row: shown(first.source.trim()), nearest: `|${' --- |'.repeat(cells)}` },
      },
    ];
  });
}

/** Lines that follow each other in the text and are all alike. */
function runsOf(lines: readonly WordLine[], isAlike: (line: WordLine) => boolean): WordLine[][] {
  const runs: WordLine[][] = [];
  let last = -1;
  for (const line of lines) {
    if (!isAlike(line)) continue;
    const run = runs.at(-1);
    if (run && line.line === last + 1) run.push(line);
    else runs.push([line]);
    last = line.line;
  }
  return runs;
}
