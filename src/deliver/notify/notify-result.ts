/** What one question or message to the world outside came to; the ids are those of the sentences `notify.…` in `src/cli/texts/`. */
export type NotifyResult =
  /** Readers do not get the site that was published. */
  | { readonly id: 'no-answer'; readonly url: string; readonly detail: string }
  | {
      readonly id: 'status';
      readonly url: string;
      readonly status: number;
      readonly wanted: number;
    }
  | { readonly id: 'old'; readonly url: string }
  | { readonly id: 'type'; readonly url: string; readonly type: string; readonly wanted: string }
  /** Readers get it, but it lacks something that the host may not be able to send. */
  | { readonly id: 'no-header'; readonly url: string; readonly header: string }
  /** Somebody could not be told. The site is public all the same. */
  | { readonly id: 'not-told'; readonly url: string; readonly detail: string }
  | { readonly id: 'told'; readonly url: string; readonly count: number };

/** Whether the site that is public is not the one that was published, or does not work. */
export function isFault({ id }: NotifyResult): boolean {
  return id === 'no-answer' || id === 'status' || id === 'old' || id === 'type';
}
