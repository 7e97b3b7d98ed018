import type { Edition } from '#snapshot/snapshot.ts';
import { digestedOnce } from '#cache/hash.ts';
import type { Source } from '#site/model.ts';

/** A text as its page shows it. */
export interface BodyView {
  /** Finished. */
  readonly html: string;
}

export function bodyView({ bodies }: Edition, { file }: Source): BodyView {
  const { html, digest } = bodies.get(file)!;
  return digestedOnce({ html }, () => digest);
}
