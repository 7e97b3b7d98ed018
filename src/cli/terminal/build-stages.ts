import { type Say, messagePlaces, type MessageId } from '#cli/messages/messages.ts';

/** The parts of a build in their order, as its stopwatch names them. */
export const buildParts: readonly string[] = [
  'read',
  'pictures',
  'search',
  'pages',
  'documents',
  'checks',
  'compress',
  'swap',
];

/** What a part of a build is called. */
export function partName(say: Say, part: string): string {
  const id = `part.${part}`;
  return Object.hasOwn(messagePlaces, id) ? say(id as MessageId) : part;
}
