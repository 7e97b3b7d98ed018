/** Why a picture cannot be published; the sentences for people live in the dictionaries. */
export type UnreadableReason =
  /** No format that we know. */
  | 'not-a-picture'
  /** The format of iPhones: the decoder is encumbered by patents, so sharp comes without it. */
  | 'heic'
  /** A document that can carry script and links to elsewhere. */
  | 'svg'
  | 'too-many-pixels'
  /** Recognised, but broken or cut short. */
  | 'damaged'
  /** The file was edited or deleted after it had been read. */
  | 'changed';

/** A picture that stops the build until somebody replaces it; `cause` is the decoder's own error where there was one. */
export class UnreadablePicture extends Error {
  override name = 'UnreadablePicture';
  readonly path: string;
  readonly reason: UnreadableReason;

  constructor(path: string, reason: UnreadableReason, cause?: unknown) {
    super(`${path}: ${reason}`, { cause });
    this.path = path;
    this.reason = reason;
  }
}
