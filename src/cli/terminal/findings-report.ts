import { styleText } from 'node:util';
import { type Finding, severities, type Severity } from '#checks/rule.ts';
import { byPlace } from '#schema/problem.ts';
import { type EditorLocale, type Wording, wordingFor } from '#schema/wording.ts';
import { blocksOfFindings } from './blocks-of-findings.ts';
import { moreOfKind, noteOn, paragraph, placeOf } from './problem-report.ts';
import type { Say } from '#messages/messages.ts';

/** The findings of a check, worded in one language. Three writers print this one value. */
export interface CheckReport {
  /** Sorted by place. */
  readonly findings: ReadonlyArray<Finding & Wording>;
  readonly counts: Readonly<Record<Severity, number>>;
  /** The path from the reader's working folder to the content folder: `content/`. */
  readonly prefix: string;
}

/** Words the findings of a check, sorts them by place and counts them. */
export function checkReport(
  findings: readonly Finding[],
  { locale, prefix }: { readonly locale: EditorLocale; readonly prefix: string },
): CheckReport {
  const wording = wordingFor(locale);
  const counts = Object.fromEntries(
    severities.map((severity) => [
      severity,
      findings.filter((finding) => finding.severity === severity).length,
    ]),
  ) as Record<Severity, number>;
  return {
    findings: [...findings].sort(byPlace).map((finding) => ({ ...finding, ...wording(finding) })),
    counts,
    prefix,
  };
}

/** How to print the findings of a check for a person. */
export interface TextOptions {
  readonly say: Say;
  readonly locale: EditorLocale;
  /** Whether to print every one, however many are of one kind. */
  readonly all: boolean;
}

/** For a person at a terminal of 80 columns. */
export function writeFindingsText(
  { findings, counts, prefix }: CheckReport,
  { say, locale, all }: TextOptions,
): string {
  const shown = blocksOfFindings(findings, {
    write: (finding) => paragraph(finding, finding, prefix, noteOn(finding, locale)),
    more: moreOfKind(locale),
    all,
  });
  const told = severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => say(`count.${severity}`, { count: counts[severity] }));
  return `${[...shown, styleText('bold', told.join(', ') || say('nothing-found'))].join('\n\n')}\n`;
}

/** For a program. */
export function writeFindingsJson(report: CheckReport): string {
  return `${JSON.stringify(reportForPrograms(report), null, 2)}\n`;
}

/**
 * The same as a value, to put into another. The values behind the findings are left out: the sentences contain
 * everything that may be shown of them.
 */
export function reportForPrograms({ findings, counts, prefix }: CheckReport) {
  const told = findings.map(({ rule, severity, id, file, line, page, what, remedy }) => ({
    rule,
    severity,
    id,
    file: placeOf({ file }, prefix),
    line,
    page,
    what,
    remedy,
  }));
  return { findings: told, counts };
}

const levels = { error: 'error', warning: 'warning', advice: 'notice' } as const satisfies Record<
  Severity,
  string
>;

/**
 * For GitHub Actions, which shows each finding at its line of the change.
 * Source: docs.github.com, "Workflow commands for GitHub Actions". The escapes are those of `command.ts` in
 * actions/toolkit.
 */
export function writeFindingsGithub({ findings, prefix }: CheckReport): string {
  return findings
    .map(({ rule, severity, file, line, what, remedy }) => {
      const place = file.startsWith('/')
        ? []
        : [
            ['file', placeOf({ file }, prefix)],
            ...(line === undefined ? [] : [['line', String(line)]]),
          ];
      const properties = [...place, ['title', rule]].map(
        ([name, value = '']) =>
          `${name}=${escaped(value).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
      );
      return `::${levels[severity]} ${properties.join(',')}::${escaped(`${what} ${remedy}`)}\n`;
    })
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
