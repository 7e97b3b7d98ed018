/** What could be read in a document. */
export interface PublishedAttachment {
  readonly text: string;
  /** The authors, as recorded by the program that made the document. */
  readonly authors: readonly string[];
  /** A picture in the document says where it was taken. */
  readonly location: boolean;
}

/** Why a document could not be read: it is damaged or encrypted, or too large to be searched. */
export type UnreadAttachment = 'damaged' | 'large';
