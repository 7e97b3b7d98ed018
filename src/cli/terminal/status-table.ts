import { styleText } from 'node:util';
import type { Section, StatusText } from '#status/sections.ts';
import { firstOf, itemAt } from '#lang/lookup.ts';
import { printable } from './problem-report.ts';
import { columns, wrap } from './wrap.ts';

const width = 80;

/** A status report for the terminal, at most 80 columns wide. Ids are never broken, so that they can be copied. */
export function statusTable({ title, lines, sections }: StatusText): string {
  const head = [
    ...wrap(title, 0).map((line) => styleText('bold', line)),
    ...lines.flatMap((line) => wrap(line, 0)),
  ];
  return [head.join('\n'), ...sections.map(sectionTable)].join('\n\n');
}

function sectionTable({ heading, notes, rows, nothing }: Section): string {
  const head = [
    styleText('bold', rows.length > 0 ? `${heading} (${rows.length})` : heading),
    ...notes.flatMap((note) => wrap(note, 2)),
  ];
  if (rows.length === 0) return [...head, `  ${nothing}`].join('\n');
  const widths = firstOf(rows).cells.map((_, index) =>
    Math.max(...rows.map(({ cells }) => columns(itemAt(cells, index)))),
  );
  const body = rows.flatMap(({ cells, place, details }) => {
    const start = `  ${cells.map((cell, index) => printable(cell) + ' '.repeat(itemAt(widths, index) - columns(cell))).join('  ')}`;
    const fits = columns(start) + 2 + columns(place.id) <= width;
    return [
      ...(fits
        ? [`${start}  ${styleText('cyan', place.id)}`]
        : [start.trimEnd(), `    ${styleText('cyan', place.id)}`]),
      ...[place.title, ...details].filter(Boolean).flatMap((text) => wrap(printable(text), 4)),
    ];
  });
  return [...head, ...body].join('\n');
}
