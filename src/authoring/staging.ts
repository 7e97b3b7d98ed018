import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '#messages/user-error.ts';
import { folderOf, writeAnnouncement } from './write-announcement.ts';
import type { NewAnnouncement } from './new-announcement.ts';

/** Announcements that wait beside the content until a person has agreed to them. */
export interface Staging {
  /** Takes one in. Its pictures need not be kept in memory any longer. */
  add(announcement: NewAnnouncement): void;
  /** Puts all into their places. @returns their folders, from the content folder
   * @throws {UserError} when somebody has taken one meanwhile; those before it are in their places */
  publish(): string[];
  /** Throws away what was not put into its place. */
  close(): void;
}

export function openStaging(content: string): Staging {
  // Hidden, and in the content folder itself, so that one rename suffices.
  const folder = mkdtempSync(join(content, '.import-'));
  const waiting: string[] = [];
  return {
    add(announcement) {
      writeAnnouncement(folder, announcement);
      waiting.push(folderOf(announcement));
    },
    publish() {
      for (const path of waiting) {
        const place = join(content, path);
        if (existsSync(place)) throw new UserError('announcement-exists', { folder: path });
        mkdirSync(dirname(place), { recursive: true });
        renameSync(join(folder, path), place);
      }
      return waiting;
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
