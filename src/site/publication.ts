import type { Clock } from '#clock.ts';

/** What decides whether one language of an announcement is public. */
export interface Publication {
  readonly draft: boolean;
  /** The site asks for an approval, and nobody has approved what the text says now. */
  readonly unapproved: boolean;
  readonly published: Date;
  readonly appeared: Date;
}

/**
 * Whether a text is held (not public): it is a draft, it waits for approval, or its moment has not come. Nothing else
 * decides this.
 */
export function isHeld(
  { draft, unapproved, published, appeared }: Publication,
  clock: Clock,
): boolean {
  // Ask the clock about both moments even when one decides: its record must hold every moment that can change the site.
  const [out, appearedHere] = [clock.reached(published), clock.reached(appeared)];
  return draft || unapproved || !out || !appearedHere;
}
