import type { Clock } from '#clock.ts';

/** What decides whether one language of an announcement is public. */
export interface Publication {
  readonly draft: boolean;
  readonly published: Date;
  readonly appeared: Date;
}

/** Whether a text is held, that is, not public: a draft, or its moment has not come. The one place that decides it. */
export function isHeld({ draft, published, appeared }: Publication, clock: Clock): boolean {
  // Both moments are asked for even when one decides: the clock's record must hold every moment that matters.
  const [out, appearedHere] = [clock.reached(published), clock.reached(appeared)];
  return draft || !out || !appearedHere;
}
