import { isAbsolute, relative, resolve } from 'node:path';
import { createClock } from '#clock.ts';
import { rollBack } from '#publish/rollback.ts';
import { readSite } from '#site/read-site.ts';
import { absolute, urls } from '#site/urls.ts';
import { type Call, Refusal, type Run } from './command.ts';
import { contentFolder, contentPrefix, targetFolder } from './folders.ts';
import { problemsForMachines, reportProblems } from './report.ts';

/** `npm run publish`: builds, checks and swaps, all or nothing; or goes back to an earlier release. */
export const publish: Run = async (call) => {
  const { values, say, args: [id], locale } = call;
  const keep = Number(values.keep);
  if (!Number.isInteger(keep) || keep < 1) throw new Refusal('bad-keep', { value: values.keep! });
  if (id !== undefined && !values.rollback) throw new Refusal('extra-argument', { argument: id });
  const content = contentFolder(call);
  const to = targetFolder(call, content);
  if (values.rollback) {
    const done = await rollBack({ to, keep, id });
    return console.log(values.json ? JSON.stringify(done, null, 2) : [say('rolled-back', { release: done.repeats, as: done.release }), ...purgedLines(call, done.purged)].join('\n'));
  }

  // Loaded when it is needed: refusals and the way back need not wait for Astro.
  const { publishSite } = await import('#publish/publish.ts');
  const report = await publishSite({ content, to, keep, first: values.first ?? false, stateFrom: stateFrom(call, content) });
  const findings = { locale, prefix: contentPrefix };
  if (values.json) return console.log(JSON.stringify({ ...report, findings: problemsForMachines(report.findings, findings) }, null, 2));
  if (report.findings.length > 0) console.error(reportProblems(report.findings, { ...findings, warnings: true }));
  const shown = relative(call.cwd, to) || '.';
  console.log([say('published', { count: report.texts, texts: report.texts, release: report.release, folder: `${shown}/current/public` }), ...purgedLines(call, report.purged)].join('\n'));
};

function purgedLines({ say }: Call, purged: readonly string[]): string[] {
  return purged.map((release) => say('purged', { release }));
}

/** Where the state is read from when the target has none: as told, else the public address of the site. */
function stateFrom({ values, cwd }: Call, content: string): string {
  const told = values['state-from'];
  if (told !== undefined) return /^https?:\/\//u.test(told) || isAbsolute(told) ? told : resolve(cwd, told);
  // Without a site.yaml that can be read the build will say what is wrong; it is never asked for the state then.
  const { model } = readSite({ folder: content, clock: createClock() });
  return model ? absolute(model.site, urls.root) : '';
}
