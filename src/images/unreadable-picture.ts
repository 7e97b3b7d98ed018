/** Why a picture cannot be published. The dictionaries have the messages. */
export type UnreadableReason =
  /** An unknown format. */
  | 'not-a-picture'
  /** The format of iPhones. Its decoder is covered by patents, so sharp comes without it. */
  | 'heic'
  /** A document format that can contain scripts and external links. */
  | 'svg'
  | 'too-many-pixels'
  /** A known format, but the file is broken or truncated. */
  | 'damaged'
  /** The file was edited or deleted after the build had read it. */
  | 'changed';

/** A picture that must be replaced before the site can be built. `cause` is the decoder's error, if there was one. */
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
