import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '#messages/user-error.ts';
import { folderOf, writeAnnouncement } from './write-announcement.ts';
import type { NewAnnouncement } from './new-announcement.ts';

/** Announcements that wait in the content folder, not yet visible, until a person accepts them. */
export interface Staging {
  /** Adds an announcement and writes it to disk, so that its pictures need not stay in memory. */
  add(announcement: NewAnnouncement): void;
  /**
   * Moves all announcements to their final folders.
   * @returns these folders, relative to the content folder
   * @throws {UserError} when a folder has been taken meanwhile; the announcements before it have been moved
   */
  publish(): string[];
  /** Deletes the announcements that were not published. */
  close(): void;
}

/** Creates the staging folder in the content folder. */
export function openStaging(content: string): Staging {
  // A hidden folder, and inside the content folder, so that publishing is a single rename.
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
