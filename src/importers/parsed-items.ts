import { decodeOld } from './decode.ts';
import type { Refused, InputFile } from './imported.ts';
import { bringsEntities } from './xml-guard.ts';

/**
 * Parses a text file that contains many items: an export or a feed.
 * @param parse may throw when the file violates its format
 * @returns the items, or why there are none: the file is not text, declares entities of its own, or is damaged
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
