import { hashedOnce } from '#cache/hash.ts';
import type { AnnouncementText } from '#site/model.ts';

/** A text as its page shows it. */
export interface BodyView {
  /** Finished. */
  readonly html: string;
}

export function bodyView({ body: { html, digest } }: Pick<AnnouncementText, 'body'>): BodyView {
  return hashedOnce({ html }, () => digest);
}
