import type { Measured, Stage } from './measure.ts';
import type { SiteSize } from './site-size.ts';

/**
 * Formats the measurements for people: a line of counts, and a table with a line for each stage, at most 80 columns
 * wide.
 */
export function showMeasured(
  { report, stages }: Measured,
  { pages, files, bytes }: SiteSize,
): string {
  const counts = {
    announcements: report.announcements,
    texts: report.texts,
    pages,
    files,
    pictures: report.pictures,
    MB: megabytes(bytes),
  };
  const lines = [
    ['stage', 'seconds', 'CPU seconds', 'ms a page', 'peak MB'],
    ...[...stages, total(stages)].map((stage) => cells(stage, pages)),
  ];
  return [
    Object.entries(counts)
      .map(([what, count]) => `${whole.format(count)} ${what}`)
      .join(', '),
    '',
    ...lines.map(
      ([name, ...numbers]) =>
        name!.padEnd(12) + numbers.map((number) => number.padStart(13)).join(''),
    ),
  ].join('\n');
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const unknown = '–';

function cells({ name, seconds, processor, peak }: Stage, pages: number): string[] {
  return [
    name,
    seconds.toFixed(2),
    processor === undefined ? unknown : processor.toFixed(1),
    ((seconds * 1000) / pages).toFixed(2),
    peak === undefined ? unknown : whole.format(megabytes(peak)),
  ];
}

function total(stages: readonly Stage[]): Stage {
  const peaks = stages.flatMap(({ peak }) => peak ?? []);
  const processor = stages.flatMap((stage) => stage.processor ?? []);
  return {
    name: 'total',
    seconds: sum(stages.map(({ seconds }) => seconds)),
    processor: processor.length === 0 ? undefined : sum(processor),
    peak: peaks.length === 0 ? undefined : Math.max(...peaks),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

function megabytes(bytes: number): number {
  return bytes / 1_000_000;
}
