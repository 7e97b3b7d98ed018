import { isAbsolute, resolve } from 'node:path';
import { askBeforePublication } from '#build/check-content.ts';
import type { Finding } from '#checks/rule.ts';
import { createClock } from '#clock.ts';
import { errorSentence } from '#messages/messages.ts';
import { type KnownState, readKnownState } from '#release/known-state.ts';
import { readSite } from '#site/read-site.ts';
import { absolute, urls } from '#site/urls.ts';
import type { Call } from '#cli/command.ts';
import { contentFolder } from '#cli/folders.ts';

/** What would stop a publication, and what it was compared with. */
export interface Gate {
  readonly findings: readonly Finding[];
  readonly known: KnownState;
}

/** Asks what a publication would ask, apart from what needs a finished site. */
export async function askGate(
  call: Call,
  { now, known }: { readonly now: Date; readonly known: KnownState },
): Promise<Gate> {
  const content = contentFolder(call);
  const findings = await askBeforePublication({ content, now, previous: known.state });
  return { findings, known };
}

/**
 * What is public: read from the folder of the releases, or from `--state-from`.
 * @param atItsAddress whether to ask the site itself when neither says
 */
export function knownStateFor(call: Call, { atItsAddress }: { atItsAddress: boolean }) {
  const content = contentFolder(call);
  return readKnownState({
    // Only read, so it may lie anywhere.
    to: resolve(call.cwd, call.values.to),
    elsewhere: toldPlace(call) ?? (atItsAddress ? publicAddress(content) : undefined),
    wait: 5000,
  });
}

/** The place that `--state-from` names: an address, or an absolute path. */
export function toldPlace({ values, cwd }: Call): string | undefined {
  const told = values['state-from'];
  return told === undefined || /^https?:\/\//u.test(told) || isAbsolute(told)
    ? told
    : resolve(cwd, told);
}

/** The address of the site. Undefined if `site.yaml` cannot be read: then the checks say what is wrong with it. */
export function publicAddress(content: string): string | undefined {
  const { model } = readSite({ folder: content, clock: createClock() });
  return model && absolute(model.site, urls.root);
}

/** Says what the texts were compared with. */
export function comparedWith({ say, locale }: Call, { known }: Gate): string {
  if (known.failure?.id === 'state-missing')
    return say('gate.nothing-public', { place: known.place });
  return known.failure
    ? say('gate.not-compared', { detail: errorSentence(locale, known.failure) })
    : say('gate.compared', { place: known.place });
}
