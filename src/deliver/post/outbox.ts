import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '#lang/lookup.ts';
import { readData } from '#schema/open-data.ts';
import type { AnnouncementId } from '#site/model.ts';
import { urls } from '#site/urls.ts';
import { readReleases } from '#release/releases.ts';
import { readState } from '#release/state-files.ts';
import { UserError } from '#messages/user-error.ts';
import type { Message } from './channel.ts';

/**
 * What the public release has told readers first, the oldest first: from its log, and from what its own pages say. So
 * nothing is sent that is not public, or not any more.
 * @param to the folder of the releases
 * @throws {UserError} when nothing is public
 */
export function readOutbox(to: string): Message[] {
  const { current } = readReleases(to);
  if (!current) throw new UserError('state-missing', { place: to });
  const { log } = readState(current);
  const published = (log?.lines ?? []).flatMap(({ what, text }) =>
    what === 'published' && text !== undefined ? [text] : [],
  );
  return [...new Set(published)].flatMap((text) => {
    const { id, language } = must(
      /^(?<id>\d{4}\/[^/]+)\/(?<language>.+)$/u.exec(text)?.groups,
      'name of a text',
    ) as { id: AnnouncementId; language: string };
    const file = join(current.publicFolder, urls.dataOf(id));
    if (!existsSync(file)) return [];
    const { texts, withdrawn } = readData('announcement', readFileSync(file, 'utf8'));
    const said = texts[language];
    if (!said || withdrawn !== undefined) return [];
    const { title, summary, url, appeared } = said;
    return [{ text, language, title, summary, url, appeared }];
  });
}
