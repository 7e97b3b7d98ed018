import type { MessagesUnder, MessageValues } from '#messages/messages.ts';

type ResultId = Exclude<MessagesUnder<'notify'>, 'works'>;

/**
 * What one question or message to the outside came to, with the values of its sentence `notify.<id>`.
 * `no-answer`, `status`, `old`, `type`: readers do not get the site that was published. `no-header`: they get it, without
 * something that the host may not be able to send. `not-told`: a search engine or hub could not be told; the site is public
 * all the same. `told`: it was.
 */
export type NotifyResult = {
  readonly [Id in ResultId]: { readonly id: Id } & MessageValues<`notify.${Id}`>;
}[ResultId];

/** Whether the site that is public is not the one that was published, or does not work. */
export function isFault({ id }: NotifyResult): boolean {
  return id === 'no-answer' || id === 'status' || id === 'old' || id === 'type';
}
