import { decodeOld } from './decode.ts';
import type { Refused, InputFile } from './imported.ts';
import { bringsEntities } from './xml-guard.ts';

/**
 * What a parser finds in a file of text that holds many items: an export, a feed.
 * @param parse may throw at what its format does not allow
 * @returns why nothing was found: the file is no text, brings entities of its own, or is damaged
 */
export function parsedItems<Item>(
  { name, bytes }: InputFile,
  parse: (text: string) => readonly Item[],
): Refused | readonly Item[] {
  const text = decodeOld(bytes, []);
  if (text === undefined) return { source: name, reason: 'undecodable', params: {} };
  if (bringsEntities(text)) return { source: name, reason: 'entities', params: {} };
  try {
    return parse(text);
  } catch {
    return {
      source: name,
      reason: 'damaged',
      params: { detail: 'XML' },
    };
  }
}
