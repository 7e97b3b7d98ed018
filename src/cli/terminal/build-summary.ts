import type { SiteSize } from '#build/site-size.ts';
import type { BuildReport } from '#build/build-in-place.ts';
import type { EditorLocale } from '#schema/wording.ts';
import { partName } from './build-stages.ts';
import type { Say } from '#messages/messages.ts';

/**
 * What `--verbose` adds to the report of a build: the time of each stage, the size of the site, and its ten largest
 * pages.
 */
export function verboseSummary(
  { parts }: Pick<BuildReport, 'parts'>,
  size: SiteSize,
  say: Say,
  locale: EditorLocale,
): string {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const seconds = (milliseconds: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
      milliseconds / 1000,
    );
  const mebibytes = (bytes: number) => number.format(bytes / 2 ** 20);
  const times = parts.map(
    ({ part, milliseconds, peakMemory }) =>
      [
        seconds(milliseconds),
        say('summary.part', { part: partName(say, part), memory: mebibytes(peakMemory) }),
      ] as const,
  );
  const pages = size.largestPages.map(
    ({ file, bytes }) => [number.format(bytes / 1024), file] as const,
  );
  return [
    say('summary.times'),
    ...aligned(times),
    '',
    say('summary.size', { count: size.files, files: size.files, size: mebibytes(size.bytes) }),
    say('summary.pages'),
    ...aligned(pages),
  ].join('\n');
}

/**
 * The report for programs. It differs from the value in one name: `rebuilt` is called `anew`, as the `--json` format
 * promises.
 */
export function reportForPrograms<Report extends BuildReport>({
  rebuilt,
  parts,
  ...report
}: Report) {
  return { ...report, anew: rebuilt, parts };
}

/** Rows of a number and its label, with the numbers aligned. */
function aligned(rows: ReadonlyArray<readonly [number: string, text: string]>): string[] {
  const widest = Math.max(0, ...rows.map(([number]) => number.length));
  return rows.map(([number, text]) => `  ${number.padStart(widest)}  ${text}`);
}
