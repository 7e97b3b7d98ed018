import { hashedOnce } from '#cache/hash.ts';
import type { AnnouncementText } from '#site/model.ts';

/** A text as its page shows it. */
export interface BodyView {
  /** The rendered HTML. */
  readonly html: string;
}

/** Reuses the hash of the text, so that the HTML is not hashed again. */
export function bodyView({ body: { html, digest } }: Pick<AnnouncementText, 'body'>): BodyView {
  return hashedOnce({ html }, () => digest);
}
