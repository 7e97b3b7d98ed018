import { join, resolve } from 'node:path';
import { notifyOf } from '#deliver/notify/notify-all.ts';
import { isFault, type NotifyResult } from '#deliver/notify/notify-result.ts';
import { type FilledMessage, type Say, sayFilled } from '#messages/messages.ts';
import { type Call, type Run } from '#cli/command.ts';
import { contentFolder, targetFolder } from '#cli/folders.ts';
import { print } from '#cli/terminal/print.ts';
import { UserError } from '#messages/user-error.ts';

/** `npm run notify`: checks the public address, and notifies search engines and hubs of what is new. */
export const notify: Run<'notify'> = async (call) => {
  const { values, cwd } = call;
  const stateFolder =
    values.state === undefined
      ? join(targetFolder(call, contentFolder(call)), 'current/state')
      : resolve(cwd, values.state);
  const outcomes = await notifyOf(stateFolder);
  if (values.json) {
    if (outcomes.some(isFault)) process.exitCode = 1;
    return console.log(JSON.stringify(outcomes, null, 2));
  }
  reportOutcomes(call, outcomes);
};

/**
 * Prints the outcomes.
 * @throws {UserError} if readers do not get the published site
 */
export function reportOutcomes(
  { say }: Pick<Call, 'say'>,
  outcomes: readonly NotifyResult[],
): void {
  const [faults, others] = [outcomes.filter(isFault), outcomes.filter((each) => !isFault(each))];
  for (const fault of faults) console.error(inWords(fault, say));
  if (faults.length > 0) throw new UserError('notify-failed', { count: faults.length });
  print(say('notify.works'));
  for (const other of others)
    (other.id === 'told' ? console.log : console.error)(inWords(other, say));
}

function inWords({ id, ...params }: NotifyResult, say: Say): string {
  return sayFilled(say, { id: `notify.${id}`, params } as FilledMessage);
}
