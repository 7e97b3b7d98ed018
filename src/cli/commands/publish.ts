import { isAbsolute, join, relative, resolve } from 'node:path';
import { createClock } from '#clock.ts';
import { notifyOf } from '#deliver/notify/notify-all.ts';
import { isFault } from '#deliver/notify/notify-result.ts';
import { must } from '#lang/lookup.ts';
import { readReleases } from '#release/releases.ts';
import { rollBack, type RollbackOptions } from '#release/rollback.ts';
import { parseDestination } from '#deliver/send/destination.ts';
import { withoutSecrets } from '#deliver/send/run-tool.ts';
import { sendRelease } from '#deliver/send/send-release.ts';
import type { Incomplete } from '#release/publish-site.ts';
import { isUnsent, rememberedUntilSent } from '#release/unsent.ts';
import { errorSentence } from '#messages/messages.ts';
import { asUserError } from '#messages/system-error.ts';
import { Problems } from '#schema/problem.ts';
import { sizeOf } from '#build/site-size.ts';
import { readBasics } from '#site/read-basics.ts';
import { readSite } from '#site/read-site.ts';
import { absolute, urls } from '#site/urls.ts';
import { type Call, type Run } from '#cli/command.ts';
import { contentFolder, contentPrefix, targetFolder } from '#cli/folders.ts';
import { reportOutcomes } from './notify.ts';
import {
  placeOf,
  problemsForMachines,
  reportProblems,
  reportRemarks,
} from '#cli/terminal/problem-report.ts';
import { reportForPrograms, verboseSummary } from '#cli/terminal/build-summary.ts';
import { print } from '#cli/terminal/print.ts';
import { withProgress } from '#cli/terminal/with-progress.ts';
import { UserError } from '#messages/user-error.ts';

/**
 * `npm run publish`: builds, checks and swaps, all or nothing; or rolls back to an earlier release. Then, if asked,
 * sends the release elsewhere and notifies search engines and hubs.
 */
export const publish: Run<'publish'> = async (call) => {
  const {
    values,
    say,
    args: [id],
  } = call;
  const keep = Number(values.keep);
  if (!Number.isInteger(keep) || keep < 1) throw new UserError('bad-keep', { value: values.keep });
  if (id !== undefined && !values.rollback) throw new UserError('extra-argument', { argument: id });
  const { send } = values;
  const destination = send === undefined ? undefined : parseDestination(send);
  if (send !== undefined && !destination) throw new UserError('bad-send', { value: send });
  const content = contentFolder(call);
  const to = targetFolder(call, content);
  if (!values.rollback && !values.example && isExample(content))
    throw new UserError('is-example', { folder: values.content });

  const unsent = isUnsent(to);
  const makePublic = () =>
    values.rollback
      ? goBack(call, { to, keep, id })
      : publishNew(call, { content, to, keep }, unsent);
  let done: object;
  if (send !== undefined && destination) {
    done = await rememberedUntilSent(to, async () => {
      const made = await makePublic();
      await sendRelease(must(readReleases(to).current, 'current release'), destination);
      return made;
    });
    if (!values.json) print(say('sent', { place: withoutSecrets(send) }));
  } else {
    done = await makePublic();
  }
  const outcomes = values.notify ? await notifyOf(join(to, 'current/state')) : [];
  if (values.json) console.log(JSON.stringify({ ...done, outcomes }, null, 2));
  else if (values.notify) reportOutcomes(call, outcomes);
  if (outcomes.some(isFault)) process.exitCode = 1;
};

/** Whether the content says that it is an example. Of faulty settings the build tells what is wrong. */
function isExample(content: string): boolean {
  try {
    return readBasics(content).site.example ?? false;
  } catch (error) {
    if (error instanceof Problems) return false;
    throw error;
  }
}

async function goBack(call: Call, options: RollbackOptions): Promise<object> {
  const done = await rollBack(options);
  if (!call.values.json)
    print(
      [
        call.say('rolled-back', { release: done.repeats, as: done.release }),
        ...purgedLines(call, done.purged),
      ].join('\n'),
    );
  return done;
}

async function publishNew(
  call: Call,
  { content, to, keep }: { content: string; to: string; keep: number },
  unsent: boolean,
): Promise<object> {
  const { values, say, locale, cwd } = call;
  // Loaded on demand, so that error messages and rollbacks need not wait for Astro.
  const { publishSite } = await import('#release/publish-site.ts');
  const { incomplete, ...report } = await withProgress(call, (onPart) =>
    publishSite({
      content,
      to,
      keep,
      first: values.first ?? false,
      stateFrom: stateFrom(call, content),
      unsent,
      onPart,
    }),
  );
  const findings = { locale, prefix: contentPrefix };
  if (incomplete) process.exitCode = needsAPerson;
  if (!values.json) {
    if (incomplete) console.error(faultInWords(call, incomplete.fault));
    if (report.findings.length > 0)
      console.error(reportProblems(report.findings, { ...findings, warnings: true }));
    const shown = relative(cwd, to) || '.';
    print(
      [
        say('published', {
          count: report.texts,
          texts: report.texts,
          release: report.release,
          folder: `${shown}/current/public`,
        }),
        ...purgedLines(call, report.purged),
        ...leftLines(call, incomplete),
      ].join('\n'),
    );
    if (values.verbose)
      console.log(`\n${verboseSummary(report, sizeOf(join(to, 'current/public')), say, locale)}`);
  }
  return {
    ...reportForPrograms(report),
    findings: problemsForMachines(report.findings, findings),
    ...(incomplete && {
      left: incomplete.left,
      problems:
        incomplete.fault instanceof Problems
          ? problemsForMachines(incomplete.fault.problems, findings)
          : [],
    }),
  };
}

/** The exit status for "everything sound is public, but something needs a person". */
const needsAPerson = 4;

function faultInWords({ say, locale }: Call, fault: unknown): string {
  if (!(fault instanceof Problems)) return errorSentence(locale, asUserError(fault));
  const { problems } = fault;
  return reportRemarks(problems, say('incomplete.problems', { count: problems.length }), {
    locale,
    prefix: contentPrefix,
  });
}

/** What was not published as it is now. */
function leftLines({ say }: Call, incomplete: Incomplete | undefined): string[] {
  if (!incomplete) return [];
  const { left } = incomplete;
  return [
    say('incomplete', { count: left.length }),
    ...left.map(
      ({ part, how }) =>
        `  ${say(`incomplete.${how}`, { part: placeOf({ file: part }, contentPrefix) })}`,
    ),
  ];
}

function purgedLines({ say }: Call, purged: readonly string[]): string[] {
  return purged.map((release) => say('purged', { release }));
}

/**
 * The place to read the state from if the target has none: the value of `--state-from`, or else the public address
 * of the site.
 */
function stateFrom({ values, cwd }: Call, content: string): string {
  const told = values['state-from'];
  if (told !== undefined)
    return /^https?:\/\//u.test(told) || isAbsolute(told) ? told : resolve(cwd, told);
  // Without a readable site.yaml the build reports what is wrong and never asks for the state.
  const { model } = readSite({ folder: content, clock: createClock() });
  return model ? absolute(model.site, urls.root) : '';
}
