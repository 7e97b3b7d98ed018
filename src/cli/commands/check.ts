import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { rules } from '#checks/engine/all-rules.ts';
import { checkOutput } from '#build/check-output.ts';
import { type Call, type Run } from '#cli/command.ts';
import {
  checkReport,
  writeFindingsGithub,
  writeFindingsJson,
  writeFindingsText,
} from '#cli/terminal/findings-report.ts';
import { clockOf, contentFolder, contentPrefix } from '#cli/folders.ts';
import { must } from '#lang/lookup.ts';
import { ruleTexts } from '#schema/wording.ts';
import { print } from '#cli/terminal/print.ts';
import { wrap } from '#cli/terminal/wrap.ts';
import { UserError } from '#messages/user-error.ts';

/** `npm run check`: checks a built site, or explains one of the rules. */
export const checkCommand: Run<'check'> = async (call) => {
  const { values, say, locale, cwd } = call;
  if (values.explain !== undefined) return console.log(explain(values.explain, call));
  const content = contentFolder(call);
  const out = resolve(cwd, values.out);
  if (!existsSync(join(out, 'index.html'))) throw new UserError('no-site', { out: values.out });
  const forMachines = values.json || values.github;
  if (!forMachines) print(say('checking', { out: relative(cwd, out) || '.' }));
  const findings = await checkOutput({
    content,
    out,
    now: values.now === undefined ? undefined : clockOf(call).now,
  });
  const report = checkReport(findings, { locale, prefix: contentPrefix });
  process.stdout.write(
    values.json
      ? writeFindingsJson(report)
      : values.github
        ? writeFindingsGithub(report)
        : `\n${writeFindingsText(report, { say, locale, all: values.all })}`,
  );
  if (report.counts.error > 0) process.exitCode = 1;
};

/** @throws {UserError} if there is no such rule */
function explain(name: string, { locale, say }: Call): string {
  const rule = rules.find((each) => each.name === name);
  if (!rule)
    throw new UserError('unknown-rule', {
      rule: name,
      rules: rules.map((each) => each.name).join(', '),
    });
  return [
    `${name} (${say(`severity.${rule.severity}`)})`,
    ...wrap(must(ruleTexts(locale)[name], `texts of rule ${name}`).explanation, 2),
  ].join('\n');
}
