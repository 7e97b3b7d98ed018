/** What can be read in a document. */
export interface PublishedAttachment {
  readonly text: string;
  /** Who made it, as the program that made it has noted. */
  readonly authors: readonly string[];
  /** A picture inside says where it was taken. */
  readonly location: boolean;
}
