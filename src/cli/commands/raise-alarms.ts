import { spawnSync } from 'node:child_process';
import { type AlarmId, alarmsToRaise, withRaised, writeHealth } from '#release/health.ts';
import { asUserError } from '#messages/system-error.ts';
import { errorSentence } from '#messages/messages.ts';
import type { Health } from '#schema/state.ts';
import type { Call } from '#cli/command.ts';

/**
 * Raises the alarms of a target that are due: prints them if nobody is at the terminal, and runs the command of
 * `--on-failure`. Then it notes the health, for the next run and for a monitor.
 * @param after the health to note, if it is better than when the alarms arose
 * @returns whether there was one to raise while nobody was at the terminal
 */
export function raiseAlarms(call: Call, to: string, health: Health, after = health): boolean {
  const raise = alarmsToRaise(health);
  const sentences = raise.map((id) => alarmInWords(call, id, health));
  // A person at the terminal has just been told.
  if (call.values['if-due']) for (const sentence of sentences) console.error(sentence);
  const command = call.values['on-failure'];
  if (raise.length > 0 && command !== undefined) {
    const { status } = spawnSync('/bin/sh', ['-c', command], {
      input: `${sentences.join('\n')}\n`,
      stdio: ['pipe', 'inherit', 'inherit'],
      timeout: patience,
      env: { ...process.env, JARSHY_ALARMS: raise.join(' '), JARSHY_MESSAGE: sentences.join('\n') },
    });
    if (status !== 0) console.error(call.say('alarm.unheard', { command }));
  }
  noteHealth(call, to, { ...after, raised: withRaised(health, raise).raised });
  return raise.length > 0 && call.values['if-due'];
}

/** In milliseconds. */
const patience = 60_000;

/** A publication that succeeded has not failed because its health could not be noted: that is only said. */
function noteHealth({ locale }: Call, to: string, health: Health): void {
  try {
    writeHealth(to, health);
  } catch (error) {
    console.error(errorSentence(locale, asUserError(error)));
  }
}

function alarmInWords({ say }: Call, id: AlarmId, { failed, late, faulty, stale }: Health): string {
  const sentences = {
    failed: () => say('alarm.failed', { since: failed?.since ?? '', why: failed?.why ?? '' }),
    late: () => say('alarm.late', { since: late?.since ?? '' }),
    faulty: () =>
      say('alarm.faulty', { since: faulty?.since ?? '', parts: faulty?.parts.join(', ') ?? '' }),
    stale: () => say('alarm.stale', { since: stale?.since ?? '', why: stale?.why ?? '' }),
  } satisfies Record<AlarmId, () => string>;
  return sentences[id]();
}
