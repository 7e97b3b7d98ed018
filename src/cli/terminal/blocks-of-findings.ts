import { byPlace, type Reported } from '#schema/problem.ts';

/** How many of one kind are printed one by one. Of an advice, a few say enough; a hundred would hide the errors. */
const most = { advice: 3, others: 20 };

/** The examples of a kind of which there are more. */
const examples = 3;

/** How to print findings. */
export interface BlockWriter<Found extends Reported> {
  write(found: Found): string;
  /** What follows the examples of a kind: how many more there are, and in how many files all of them are. */
  more(count: number, files: number): string;
  /** Whether to print all of them, however many are of one kind. */
  readonly all: boolean;
}

/**
 * Prints findings in blocks, one for each file, sorted by place. If there are many of one kind, a block of its own has
 * some examples of them, each from another file where possible.
 */
export function blocksOfFindings<Found extends Reported>(
  found: readonly Found[],
  { write, more, all }: BlockWriter<Found>,
): string[] {
  const sorted = [...found].sort(byPlace);
  const kinds = Map.groupBy(sorted, kindOf);
  const isMany = (kind: readonly Found[]) => !all && kind.length > mostOf(kind);
  const many = [...kinds.values()].filter(isMany);
  const few = sorted.filter((one) => !isMany(kinds.get(kindOf(one)) ?? []));
  return [
    ...[...Map.groupBy(few, ({ file }) => file).values()].map((ofFile) =>
      ofFile.map(write).join('\n'),
    ),
    ...many.map((kind) => {
      const files = [...Map.groupBy(kind, ({ file }) => file).values()];
      const firsts = files.flatMap((ofFile) => ofFile.slice(0, 1));
      const shown = (firsts.length >= examples ? firsts : kind).slice(0, examples);
      return [...shown.map(write), more(kind.length - shown.length, files.length)].join('\n');
    }),
  ];
}

function kindOf(found: Reported): string {
  return `${severityOf(found)} ${found.id}`;
}

function severityOf(found: Reported): string {
  return 'severity' in found ? String(found.severity) : '';
}

function mostOf([first]: readonly Reported[]): number {
  return first && severityOf(first) === 'advice' ? most.advice : most.others;
}
