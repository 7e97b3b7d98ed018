import { isUserError, type UserError } from '#messages/user-error.ts';

const ids = ['state-missing', 'state-broken', 'state-newer', 'state-unreachable'] as const;

/** What an earlier release has recorded cannot be found, reached or trusted. Nothing is guessed in its place. */
export type UnusableState = UserError<(typeof ids)[number]>;

export function isUnusableState(error: unknown): error is UnusableState {
  return isUserError(error, ids);
}

/** @returns the file or address, and the exact reason in a few words */
export function whyUnusable({ id, params }: UnusableState): { place: string; detail: string } {
  const { place = '', detail = id.slice('state-'.length) } = params as Record<string, string>;
  return { place, detail };
}
