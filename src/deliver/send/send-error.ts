/** Why a site has not reached, or not wholly reached, its place elsewhere. The places are those of the sentences in `src/cli/texts/`. */
export interface SendReasons {
  readonly 'send-no-tool': { readonly tool: string };
  /** What the program said last. */
  readonly 'send-failed': { readonly tool: string; readonly detail: string };
  /** Something else lies there, and would be erased. */
  readonly 'send-not-ours': { readonly place: string };
}

/** The release stands on this machine; sending it again repeats nothing that has arrived. */
export class CannotSend<Reason extends keyof SendReasons = keyof SendReasons> extends Error {
  override name = 'CannotSend';
  readonly reason: Reason;
  readonly params: SendReasons[Reason];

  constructor(reason: Reason, params: SendReasons[Reason]) {
    super(`${reason}: ${JSON.stringify(params)}`);
    this.reason = reason;
    this.params = params;
  }
}
