import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { findFiles } from '#importers/find-files.ts';
import { importFiles, type Made } from '#importers/import-files.ts';
import type { Refused } from '#importers/imported.ts';
import { readBasics } from '#site/read-basics.ts';
import { announcementFiles } from '#authoring/write-announcement.ts';
import { type Content, writeContent } from '../site/content.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface Reading {
  readonly made: Made[];
  readonly refused: Refused[];
  /** The Markdown file of an announcement, its front matter included. */
  file(index?: number): string;
  /** The text of an announcement. */
  body(index?: number): string;
  /** The ids of what a person must see to. */
  notes(index?: number): string[];
}

/** Writes files into a folder that lives as long as the test. */
export function writeFiles(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'jarshy-import-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

/** Imports a folder of files into the small site with changes. */
export async function read(
  files: Files,
  { content = {}, ready = true }: { content?: Content; ready?: boolean } = {},
): Promise<Reading> {
  const folder = writeFiles(files);
  return readFolder(folder, writeContent(content), ready);
}

export async function readFolder(folder: string, content: string, ready = true): Promise<Reading> {
  const [made, refused]: [Made[], Refused[]] = [[], []];
  const options = {
    ...readBasics(content),
    content,
    now: new Date('2026-02-01T12:00:00+05:00'),
    ready,
  };
  for await (const found of importFiles(findFiles(['.'], folder).files, options)) {
    if ('reason' in found) refused.push(found);
    else made.push(found);
  }
  const file = (index = 0) => String([...announcementFiles(made[index]!.announcement).values()][0]);
  return {
    made,
    refused,
    file,
    body: (index) => file(index).replace(/^---\n.*?\n---\n\n/su, ''),
    notes: (index = 0) => made[index]!.notes.map(({ id }) => id),
  };
}
