import type { Snapshot } from '#snapshot/snapshot.ts';
import { hashedOnce } from '#cache/hash.ts';
import type { Source } from '#site/model.ts';

/** A text as its page shows it. */
export interface BodyView {
  /** Finished. */
  readonly html: string;
}

export function bodyView({ bodies }: Snapshot, { file }: Source): BodyView {
  const { html, digest } = bodies.get(file)!;
  return hashedOnce({ html }, () => digest);
}
