import { z } from 'zod';
import { announcementData, announcementsData } from '#schema/open-data.ts';
import type { AnnouncementId } from '#site/model.ts';
import { urls } from '#site/urls.ts';
import { type TextStates, textStates } from './text-states.ts';
import { UnusableState } from './unusable-state.ts';

/** Gives a file of a site by its path from the root, and the place where it was found.
 * @throws {UnusableState} where there is none */
export type ReadFile = (path: string) => Promise<readonly [text: string, place: string]>;

/**
 * What the texts of a finished site say, from its open data: as everybody outside can read it.
 * @throws {UnusableState} where it cannot be read
 */
export async function readTexts(read: ReadFile): Promise<TextStates> {
  const states = new Map<string, TextStates extends ReadonlyMap<string, infer State> ? State : never>();
  const { pages } = await readData(announcementsData, read, urls.data);
  for (let page = 1; page <= pages; page++) {
    const { announcements } = await readData(announcementsData, read, urls.dataPage(page));
    for (const { id } of announcements) {
      for (const [text, state] of textStates(await readData(announcementData, read, urls.dataOf(id as AnnouncementId)))) states.set(text, state);
    }
  }
  return states;
}

async function readData<Schema extends z.ZodType>(schema: Schema, read: ReadFile, path: string): Promise<z.output<Schema>> {
  const [text, place] = await read(path);
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new UnusableState('broken', place, error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message);
  }
}
