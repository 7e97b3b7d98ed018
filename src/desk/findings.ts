import { byPlace, type Reported } from '#schema/problem.ts';
import { type EditorLocale, wordingFor } from '#schema/wording.ts';
import type { Say } from '#messages/messages.ts';
import type { CheckLine } from '#status/sections.ts';

/** What a check has found in the texts. */
export interface DeskFinding extends Reported {
  /** An error would stop the publication. */
  readonly severity: 'error' | 'warning' | 'advice';
}

/** Findings in words, errors first. */
export function findingLines(
  findings: readonly DeskFinding[],
  { locale, say }: { readonly locale: EditorLocale; readonly say: Say },
): CheckLine[] {
  const wording = wordingFor(locale);
  const order = ['error', 'warning', 'advice'];
  return [...findings]
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || byPlace(a, b))
    .map((finding) => ({
      severity: say(`severity.${finding.severity}`),
      place: `${finding.file}${finding.line === undefined ? '' : `:${finding.line}`}`,
      ...wording(finding),
    }));
}

/** Whether something found would stop the publication. */
export function isStopped(findings: readonly DeskFinding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}
