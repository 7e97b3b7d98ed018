import { resolve } from 'node:path';
import { createClock } from '#clock.ts';
import { type Due, isStateDue, isTargetDue } from '#release/is-due.ts';
import { type FilledMessage, sayFilled } from '#messages/messages.ts';
import type { Call, Run } from '#cli/command.ts';
import { contentFolder, targetFolder } from '#cli/folders.ts';

/** The exit status for "nothing is due". It differs from those with which programs report failure. */
export const nothingDue = 3;

/** `npm run due`: whether the site must be built again. Timers use the exit status. */
export const due: Run<'due'> = async (call) => {
  const found = await ask(call);
  if (!found.reason) process.exitCode = nothingDue;
  console.log(
    call.values.json
      ? JSON.stringify({ due: found.reason !== undefined, ...found }, null, 2)
      : dueInWords(call, found),
  );
};

function ask(call: Call): Promise<Due> {
  const { values, cwd } = call;
  const { now } = createClock();
  if (values.state !== undefined) return isStateDue(resolve(cwd, values.state), now);
  const content = contentFolder(call);
  return isTargetDue(targetFolder(call, content), content, now);
}

/** The answer as a sentence. */
export function dueInWords({ say }: Call, { reason, next }: Due): string {
  if (reason) {
    const { id, ...params } = reason;
    return sayFilled(say, { id: `due.${id}`, params } as FilledMessage);
  }
  return next ? say('due.later', { moment: next.toISOString() }) : say('due.never');
}
