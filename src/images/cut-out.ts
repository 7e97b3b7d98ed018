/** The part of a picture that a document shows, and how it is turned. */
export interface CutOut {
  /** The part of the width or height that is cut off at each side, from 0 to 1. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** In degrees, clockwise. */
  readonly turn: number;
  /** Whether left and right are swapped. */
  readonly mirror: boolean;
  readonly upsideDown: boolean;
}

/** Whether anything of the picture is cut off. */
export function isCut({ left, top, right, bottom }: CutOut): boolean {
  return left > 0 || top > 0 || right > 0 || bottom > 0;
}

/** Whether it is shown turned or mirrored. */
export function isTurned({ turn, mirror, upsideDown }: CutOut): boolean {
  return turn !== 0 || mirror || upsideDown;
}
