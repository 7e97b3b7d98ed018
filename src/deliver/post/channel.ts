/** A text as readers of a channel get it: what the public site says. */
export interface Message {
  /** `<year>/<slug>/<locale>`. */
  readonly text: string;
  readonly language: string;
  readonly title: string;
  readonly summary: string;
  readonly url: string;
  /** When this language came out, RFC 3339. */
  readonly appeared: string;
}

/**
 * What became of a message. `unknown`: the connection broke after it had been handed over, so it must not be sent again
 * by itself.
 */
export type Sent =
  { readonly state: 'sent' } | { readonly state: 'refused' | 'unknown'; readonly detail: string };

/** A place where messages go. */
export interface Channel {
  readonly name: string;
  readonly language: string;
  send(message: Message): Promise<Sent>;
}
