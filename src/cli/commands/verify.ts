import { resolve } from 'node:path';
import { isAddress, verifySite } from '#release/verify-log.ts';
import type { LogFault } from '#history/log.ts';
import type { FileFault } from '#release/site-files.ts';
import { isUnusableState, whyUnusable } from '#history/unusable-state.ts';
import { type Call, type Run } from '#cli/command.ts';
import type { Say } from '#messages/messages.ts';
import { UserError } from '#messages/user-error.ts';

/** `npm run verify`: whether the log of a site is intact, and its texts and files are those that were recorded. */
export const verify: Run<'verify'> = async (call) => {
  const {
    values,
    say,
    args: [place = ''],
  } = call;
  const { lines, texts, files, faults } = await verifySite(
    placeIn(call, place),
    values.against === undefined ? undefined : placeIn(call, values.against),
  ).catch(unreadable);
  if (values.json) console.log(JSON.stringify({ lines, texts, files, faults }, null, 2));
  else
    console.log(
      [
        ...faults.map((fault) => sentence(fault, say)),
        ...(faults.some(isOfFile) ? [say('verify.files-remedy')] : []),
        files === undefined ? say('verify.no-list') : say('verify.files', { files }),
        say(faults.length === 0 ? 'verify.holds' : 'verify.fails', {
          lines,
          texts,
          count: faults.length,
        }),
      ].join('\n'),
    );
  if (faults.length > 0) process.exitCode = 1;
};

function placeIn({ cwd }: Call, place: string): string {
  return isAddress(place) ? place : resolve(cwd, place);
}

/**
 * Replaces the message for people who publish with one for people who verify.
 * @throws always: {UserError} if the site could not be read, otherwise the error itself
 */
function unreadable(error: unknown): never {
  throw isUnusableState(error) ? new UserError('unreadable-site', whyUnusable(error)) : error;
}

function isOfFile(fault: LogFault | FileFault): fault is FileFault {
  return 'file' in fault;
}

function sentence(fault: LogFault | FileFault, say: Say): string {
  if (isOfFile(fault)) return say(`verify.${fault.fault}`, { file: fault.file });
  return 'line' in fault
    ? say(`verify.${fault.fault}`, { line: fault.line })
    : say(`verify.${fault.fault}`, { text: fault.text });
}
