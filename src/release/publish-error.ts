/** Why nothing was published, apart from what is wrong with the content. The places are those of the sentences in `src/cli/texts/`. */
export interface Reasons {
  /** `--first` was said where something has been published before. */
  readonly 'not-first': Record<never, string>;
  /** The link that says which release is public is gone. */
  readonly 'no-current': { readonly newest: string };
  readonly 'back-nothing-before': Record<never, string>;
  readonly 'back-unknown-release': { readonly release: string; readonly releases: string };
  readonly 'back-holds-removed': { readonly release: string; readonly releases: string };
}

/** Nothing has changed for the public, and the person can put it right. */
export class CannotPublish<Reason extends keyof Reasons = keyof Reasons> extends Error {
  override name = 'CannotPublish';
  readonly reason: Reason;
  readonly params: Reasons[Reason];

  constructor(reason: Reason, params: Reasons[Reason]) {
    super(reason);
    this.reason = reason;
    this.params = params;
  }
}
