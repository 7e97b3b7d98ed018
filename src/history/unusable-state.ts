import { isUserError, type UserError } from '#messages/user-error.ts';

const ids = ['state-missing', 'state-broken', 'state-newer', 'state-unreachable'] as const;

/** The record of an earlier release cannot be found, reached or trusted. Never replace it with a guess. */
export type UnusableState = UserError<(typeof ids)[number]>;

/** Whether an error is an `UnusableState`. */
export function isUnusableState(error: unknown): error is UnusableState {
  return isUserError(error, ids);
}

/**
 * Describes the error.
 * @returns the file or address, and the exact reason in a few words
 */
export function whyUnusable({ id, params }: UnusableState): { place: string; detail: string } {
  const { place = '', detail = id.slice('state-'.length) } = params as Record<string, string>;
  return { place, detail };
}
