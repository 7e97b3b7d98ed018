import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { overdue } from '#status/gate.ts';
import { makeStatus } from '#status/make-status.ts';
import { statusPage } from '#status/page.ts';
import { statusText } from '#status/sections.ts';
import { type Call, type Run } from '#cli/command.ts';
import { clockOf, contentFolder } from '#cli/folders.ts';
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
  const text = statusText(found, { say, strings: interfaceStrings(locale) });

  if (values.html) writeFileSync(resolve(cwd, values.html), statusPage(text, locale));
  if (values.json)
    console.log(
      JSON.stringify({ ...found, ...(values.gate && { gate: { days, late } }) }, null, 2),
    );
  else
    console.log(
      values.html
        ? wrap(say('status.page', { file: values.html }), 0).join('\n')
        : statusTable(text),
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

function daysOf({ values }: Call): number {
  if (!/^\d{1,4}$/u.test(values.days)) throw new UserError('bad-days', { value: values.days });
  return Number(values.days);
}
