import { isAbsolute, join, relative, resolve } from 'node:path';
import { raiseAlarms } from './raise-alarms.ts';
import { type Call, type Run } from '#cli/command.ts';
import { contentFolder, contentPrefix, targetFolder } from '#cli/folders.ts';
import { sizeOf } from '#build/site-size.ts';
import { createClock } from '#clock.ts';
import { notifyOf } from '#deliver/notify/notify-all.ts';
import { isFault } from '#deliver/notify/notify-result.ts';
import { parseDestination, type SendTarget } from '#deliver/send/destination.ts';
import { withoutSecrets } from '#deliver/send/run-tool.ts';
import { sendRelease } from '#deliver/send/send-release.ts';
import { must } from '#lang/lookup.ts';
import { errorSentence } from '#messages/messages.ts';
import { asUserError } from '#messages/system-error.ts';
import { isUserError, UserError } from '#messages/user-error.ts';
import {
  healthAfterFailure,
  healthAfterSuccess,
  healthBefore,
  isMachineClockDoubtful,
} from '#release/health.ts';
import { isTargetDue } from '#release/is-due.ts';
import type { Incomplete } from '#release/publish-site.ts';
import { pullTexts } from '#release/pull-texts.ts';
import { readReleases } from '#release/releases.ts';
import { rollBack, type RolledBack } from '#release/rollback.ts';
import { partOf } from '#release/sources.ts';
import { isUnsent, rememberedUntilSent } from '#release/unsent.ts';
import { Problems, stopsBuild } from '#schema/problem.ts';
import type { Health } from '#schema/state.ts';
import { readBasics } from '#site/read-basics.ts';
import { readSite } from '#site/read-site.ts';
import { absolute, urls } from '#site/urls.ts';
import { dueInWords, nothingDue } from './due.ts';
import { reportOutcomes } from './notify.ts';
import { problemsForMachines, reportProblems } from '#cli/terminal/problem-report.ts';
import { faultReport, leftReport } from './left-report.ts';
import { reportForPrograms, verboseSummary } from '#cli/terminal/build-summary.ts';
import { damageReport } from '#cli/terminal/damage-report.ts';
import { print } from '#cli/terminal/print.ts';
import { withProgress } from '#cli/terminal/with-progress.ts';

/** What to publish and where to, as checked. */
interface Work {
  readonly content: string;
  readonly to: string;
  readonly keep: number;
  readonly destination: SendTarget | undefined;
}

/** The result of a publication or a rollback, and what it prints with `--json`. */
interface Done {
  readonly report: object;
  /** The absolute addresses that were removed, to tell search engines. */
  readonly gone?: readonly string[];
  readonly incomplete?: Incomplete | undefined;
  /** Whether files of the public site had been changed. */
  readonly isChanged?: boolean;
}

/** The exit status for "everything sound is public, but a person is needed". */
const personNeeded = 4;

/**
 * `npm run publish`: builds, checks and swaps, all or nothing; or rolls back to an earlier release. Then, if asked,
 * sends the release elsewhere and notifies search engines and hubs.
 */
export const publish: Run<'publish'> = async (call) => {
  const {
    values,
    args: [id],
  } = call;
  const keep = Number(values.keep);
  if (!Number.isInteger(keep) || keep < 1) throw new UserError('bad-keep', { value: values.keep });
  if (id !== undefined && !values.rollback) throw new UserError('extra-argument', { argument: id });
  const { send } = values;
  const destination = send === undefined ? undefined : parseDestination(send);
  if (send !== undefined && !destination) throw new UserError('bad-send', { value: send });
  const content = contentFolder(call);
  const work: Work = { content, to: targetFolder(call, content), keep, destination };
  if (!values.rollback && !values.example && isExample(content))
    throw new UserError('is-example', { folder: values.content });
  const done = values.rollback
    ? await sent(call, work, () => goBack(call, work, id))
    : await publishWatched(call, work);
  if (!done) return;

  const outcomes = values.notify
    ? await notifyOf(join(work.to, 'current/state'), undefined, done.gone)
    : [];
  if (values.json) console.log(JSON.stringify({ ...done.report, outcomes }, null, 2));
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

/**
 * Publishes, with everything that a publication without a person needs: it fetches new texts, does nothing if nothing
 * is due, and raises alarms.
 * @returns undefined if nothing was due
 */
async function publishWatched(call: Call, work: Work): Promise<Done | undefined> {
  const { values, say } = call;
  const { content, to } = work;
  const { now } = createClock();
  const unfetched = values.pull ? pullTexts(content) : undefined;
  if (unfetched !== undefined) console.error(say('pull-failed', { why: unfetched }));
  // A person at the terminal knows what time it is.
  const isClockDoubtful = values['if-due'] && isMachineClockDoubtful(to, now);
  const health = healthBefore(to, now, unfetched, !isClockDoubtful);
  if (values['if-due']) {
    const due = await isTargetDue(to, content, now);
    if (!due.reason || !values.json) console.log(dueInWords(call, due));
    if (!due.reason) {
      process.exitCode = raiseAlarms(call, to, health) ? personNeeded : nothingDue;
      return undefined;
    }
  }
  let done: Done;
  try {
    if (isClockDoubtful) throw new UserError('clock-wrong', clockParams(health));
    // Ask before it is noted that this release is yet to be sent.
    const unsent = isUnsent(to);
    done = await sent(call, work, () => publishNew(call, work, unsent));
  } catch (error) {
    if (!isUserError(error, ['publish-lock-held', 'lock-held', 'publish-lock-lost']))
      raiseAlarms(call, to, healthAfterFailure(health, whyFailed(call, error)));
    throw error;
  }
  const left = done.incomplete?.left.map(({ part }) => part) ?? [];
  const after = healthAfterSuccess(health, left);
  const isAlarming = raiseAlarms(call, to, after, { ...after, late: undefined });
  if (isAlarming || unfetched !== undefined || done.incomplete || done.isChanged)
    process.exitCode = personNeeded;
  return done;
}

function clockParams({ checked, clock }: Health): { now: string; last: string } {
  return { now: checked, last: clock?.at ?? '—' };
}

/** For the health of the target: the error, or the faulty parts. */
function whyFailed({ locale }: Call, error: unknown): string | string[] {
  return error instanceof Problems
    ? [...new Set(error.problems.filter(stopsBuild).map(({ file }) => partOf(file)))]
    : errorSentence(locale, asUserError(error));
}

/** Does work that makes a release public, and sends that release to the destination, if there is one. */
async function sent(
  { values, say }: Call,
  { to, destination }: Work,
  makePublic: () => Promise<Done>,
): Promise<Done> {
  if (!destination) return makePublic();
  const done = await rememberedUntilSent(to, async () => {
    const made = await makePublic();
    await sendRelease(must(readReleases(to).current, 'current release'), destination);
    return made;
  });
  if (!values.json) print(say('sent', { place: withoutSecrets(must(values.send, 'destination')) }));
  return done;
}

async function goBack(call: Call, { to, keep }: Work, id: string | undefined): Promise<Done> {
  const done = await rollBack({ to, keep, id });
  const { release, repeats, purged } = done;
  const warnings = backLines(call, done);
  if (!call.values.json)
    print(
      [
        call.say('rolled-back', { release: repeats, as: release }),
        ...purgedLines(call, done),
        ...warnings,
      ].join('\n'),
    );
  else if (warnings.length > 0) console.error(warnings.join('\n'));
  return { report: { release, repeats, purged } };
}

async function publishNew(call: Call, { content, to, keep }: Work, unsent: boolean): Promise<Done> {
  const { values, say, locale, cwd } = call;
  // Loaded on demand, so that error messages and rollbacks need not wait for Astro.
  const { publishSite } = await import('#release/publish-site.ts');
  const { incomplete, ...report } = await withProgress(call, (onPart) =>
    publishSite({
      content,
      to,
      keep,
      first: values.first ?? false,
      ...stateFrom(call, content),
      unsent,
      onPart,
    }),
  );
  const findings = { locale, prefix: contentPrefix };
  if (!values.json) {
    if (incomplete) console.error(faultReport(call, incomplete));
    if (report.findings.length > 0)
      console.error(
        reportProblems(report.findings, { ...findings, warnings: true, all: values.all }),
      );
    const shown = relative(cwd, to) || '.';
    print(
      [
        say('published', {
          count: report.texts,
          texts: report.texts,
          release: report.release,
          folder: `${shown}/current/public`,
        }),
        ...purgedLines(call, report),
        ...report.repaired.map((file) => say('state-repaired', { file })),
        ...damageReport(say, report.remade, report.changed),
        ...(incomplete ? leftReport(call, incomplete) : []),
      ].join('\n'),
    );
    if (values.verbose)
      console.log(`\n${verboseSummary(report, sizeOf(join(to, 'current/public')), say, locale)}`);
  }
  return {
    incomplete,
    isChanged: report.changed.length > 0,
    gone: report.gone,
    report: {
      ...reportForPrograms(report),
      findings: problemsForMachines(report.findings, findings),
      ...(incomplete && {
        left: incomplete.left,
        problems:
          incomplete.fault instanceof Problems
            ? problemsForMachines(incomplete.fault.problems, findings)
            : [],
      }),
    },
  };
}

function purgedLines(
  { say }: Call,
  { purged, notErased }: { purged: readonly string[]; notErased: readonly string[] },
): string[] {
  return [
    ...purged.map((release) => say('purged', { release })),
    ...notErased.map((folder) => say('not-erased', { folder })),
  ];
}

/** What readers lose by going back, and what the old site does not know yet. */
function backLines({ say }: Call, { lost, passed }: RolledBack): string[] {
  return [
    ...passed.map((moment) => say('back.passed', { moment })),
    ...(lost.length > 0
      ? [
          say('back.lost', { count: lost.length, addresses: lost.length }),
          ...lost.map((address) => `  ${address}`),
        ]
      : []),
  ];
}

/**
 * The public address of the site, and the place to read the state from if the target has none: the value of
 * `--state-from`, or else that address.
 */
export function stateFrom(
  { values, cwd }: Call,
  content: string,
): { readonly stateFrom: string; readonly address: string } {
  // Without a readable site.yaml the build reports what is wrong and never asks for the state.
  const { model } = readSite({ folder: content, clock: createClock() });
  const address = model ? absolute(model.site, urls.root) : '';
  const told = values['state-from'];
  if (told === undefined) return { stateFrom: address, address };
  const isWhole = /^https?:\/\//u.test(told) || isAbsolute(told);
  return { stateFrom: isWhole ? told : resolve(cwd, told), address };
}
