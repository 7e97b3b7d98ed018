import type { Say } from '#messages/messages.ts';

/** The parts of a build in their order, as its stopwatch names them. */
export const buildParts = [
  'read',
  'pictures',
  'search',
  'pages',
  'documents',
  'checks',
  'compress',
  'swap',
] as const;

/** What a part of a build is called. */
export function partName(say: Say, part: string): string {
  const known = buildParts.find((name) => name === part);
  return known ? say(`part.${known}`) : part;
}
