import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { styleText } from 'node:util';
import { overdue } from '#status/gate.ts';
import { calendarOf } from '#status/calendar.ts';
import { makeStatus } from '#status/make-status.ts';
import { statusPage } from '#status/page.ts';
import { statusText, type StatusText } from '#status/sections.ts';
import { must } from '#lang/lookup.ts';
import { type Call, type Run } from '#cli/command.ts';
import { clockOf, contentFolder, contentPrefix } from '#cli/folders.ts';
import {
  checkReport,
  type CheckReport,
  reportForPrograms,
  writeFindingsText,
} from '#cli/terminal/findings-report.ts';
import { placeOf } from '#cli/terminal/problem-report.ts';
import { askGate, comparedWith, knownStateFor } from './gate.ts';
import { statusTable } from '#cli/terminal/status-table.ts';
import { interfaceStrings } from '#messages/messages.ts';
import { wrap } from '#cli/terminal/wrap.ts';
import { UserError } from '#messages/user-error.ts';

/**
 * `npm run status`: the state of the announcements, for a terminal, a program or as a page. With `--gate` it fails
 * if texts in promised languages are overdue.
 */
export const status: Run<'status'> = async (call) => {
  const { values, say, locale, cwd } = call;
  const days = daysOf(call);
  const found = makeStatus({ folder: contentFolder(call), clock: clockOf(call) });
  const late = overdue(found, days);
  const clock = clockOf(call);
  const known = await knownStateFor(call, { atItsAddress: false });
  const gate = await askGate(call, { now: clock.now, known });
  const checks = checkReport(gate.findings, { locale, prefix: contentPrefix });
  const text: StatusText = {
    ...statusText(found, { say, strings: interfaceStrings(locale) }),
    checks: {
      heading: say('status.checks'),
      notes: [comparedWith(call, gate)],
      findings: checks.findings.map((finding) => ({
        severity: say(`severity.${finding.severity}`),
        place: `${placeOf(finding, contentPrefix)}${finding.line === undefined ? '' : `:${finding.line}`}`,
        what: finding.what,
        remedy: finding.remedy,
      })),
      nothing: say('nothing-found'),
    },
  };

  if (values.html) writeFileSync(resolve(cwd, values.html), statusPage(text, locale));
  if (values.json)
    console.log(
      JSON.stringify(
        {
          ...found,
          calendar: calendarOf(contentFolder(call), clock),
          checks: {
            ...reportForPrograms(checks),
            comparedWith: known.failure ? null : known.place,
          },
          ...(values.gate && { gate: { days, late } }),
        },
        null,
        2,
      ),
    );
  else
    console.log(
      values.html
        ? wrap(say('status.page', { file: values.html }), 0).join('\n')
        : `${statusTable(text)}\n\n${checksInTerminal(call, text.checks, checks)}`,
    );

  if (!values.gate) return;
  if (late.length > 0) process.exitCode = 1;
  if (values.json) return;
  const sentence =
    late.length > 0
      ? say('status.gate.fails', { count: late.length, days })
      : say('status.gate.holds', { days });
  console.log(
    [
      '',
      ...wrap(sentence, 0),
      ...late.map(({ id, locale: language, workingDays }) => `  ${id} ${language}: ${workingDays}`),
      ...wrap(say('status.gate.counts'), 0),
    ].join('\n'),
  );
};

function checksInTerminal(
  { say, locale }: Call,
  list: StatusText['checks'],
  report: CheckReport,
): string {
  const { heading, notes } = must(list, 'checks of the status');
  return [
    styleText('bold', heading),
    ...notes.flatMap((note) => wrap(note, 2)),
    '',
    writeFindingsText(report, { say, locale, all: true }).trimEnd(),
  ].join('\n');
}

function daysOf({ values }: Call): number {
  if (!/^\d{1,4}$/u.test(values.days)) throw new UserError('bad-days', { value: values.days });
  return Number(values.days);
}
