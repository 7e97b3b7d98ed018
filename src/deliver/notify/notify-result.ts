import type { MessagesUnder, MessageValues } from '#messages/messages.ts';

type ResultId = Exclude<MessagesUnder<'notify'>, 'works'>;

/**
 * The outcome of one request, with the values of its sentence `notify.<id>`.
 * - `no-answer`, `status`, `old`, `type`: readers do not get the site that was published.
 * - `no-header`: they get it, but without a header that the host may be unable to send.
 * - `not-told`: a search engine or hub could not be notified. The site is public all the same.
 * - `told`: it was notified.
 */
export type NotifyResult = {
  readonly [Id in ResultId]: { readonly id: Id } & MessageValues<`notify.${Id}`>;
}[ResultId];

/** Whether a result says that the public site does not work or is not the one that was published. */
export function isFault({ id }: NotifyResult): boolean {
  return id === 'no-answer' || id === 'status' || id === 'old' || id === 'type';
}
