import type { Say } from '#messages/messages.ts';

/** The stages of a build in order, by the names that its stopwatch uses. */
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

/** The name of a stage in the person's language. */
export function partName(say: Say, part: string): string {
  const known = buildParts.find((name) => name === part);
  return known ? say(`part.${known}`) : part;
}
