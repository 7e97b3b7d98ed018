import { type DataSchemaName, readData } from '#schema/open-data.ts';
import type { Json } from '#site/canonical.ts';
import type { AnnouncementId } from '#site/model.ts';
import { urls } from '#site/urls.ts';
import { type TextStates, textStates } from './text-states.ts';
import { UserError } from '#messages/user-error.ts';

/**
 * Reads a file of a site, given its path from the root. Returns its text and where it was found.
 * @throws {UserError} when the file does not exist
 */
export type ReadPublishedFile = (path: string) => Promise<readonly [text: string, place: string]>;

/**
 * Reads the states of the texts of a finished site from its open data, which is public.
 * @throws {UserError} when it cannot be read
 */
export async function readPublishedTexts(read: ReadPublishedFile): Promise<TextStates> {
  const states = new Map<string, Json>();
  const { pages } = await fetched(read, 'announcements', urls.data);
  for (let page = 1; page <= pages; page++) {
    const { announcements } = await fetched(read, 'announcements', urls.dataPage(page));
    for (const { id } of announcements) {
      for (const [text, state] of textStates(
        await fetched(read, 'announcement', urls.dataOf(id as AnnouncementId)),
      ))
        states.set(text, state);
    }
  }
  return states;
}

async function fetched<Name extends DataSchemaName>(
  read: ReadPublishedFile,
  name: Name,
  path: string,
): Promise<ReturnType<typeof readData<Name>>> {
  const [text, place] = await read(path);
  try {
    return readData(name, text);
  } catch (error) {
    throw new UserError('state-broken', { place, detail: (error as Error).message });
  }
}
