import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { createClock } from '#clock.ts';
import { openStaging } from '#authoring/staging.ts';
import type { ConvertedText, DroppedFile, ImportedDocuments } from '#desk/dropped-files.ts';
import { findFiles } from '#importers/find-files.ts';
import { importFiles, type Made } from '#importers/import-files.ts';
import type { Refused } from '#importers/imported.ts';
import { firstOf } from '#lang/lookup.ts';
import type { Say } from '#messages/messages.ts';
import { readBasics } from '#site/read-basics.ts';
import { noteSentence, refusalSentence } from '#cli/terminal/import-report.ts';

/**
 * Makes drafts from files that a person has dropped on the desk, with the readers of `npm run import`.
 * @throws {UserError} when a folder has been taken meanwhile
 */
export function importDropped(content: string, say: Say) {
  return async (files: readonly DroppedFile[]): Promise<ImportedDocuments> => {
    const stage = openStaging(content);
    try {
      const { made, refused } = await readDropped(content, files);
      for (const { announcement } of made) stage.add(announcement);
      const folders = made.length > 0 ? stage.publish() : [];
      return {
        folders,
        lines: [
          ...made.flatMap(({ source, folder, notes }) => [
            say('desk.import.made', { source, folder }),
            ...notes.map((note) => noteSentence(note, say)),
          ]),
          ...refused.map((one) => `${one.source}: ${refusalSentence(one, say)}`),
        ],
      };
    } finally {
      stage.close();
    }
  };
}

/** Makes Markdown of what a person has pasted, with the same readers. Writes nothing. */
export function convertPasted(content: string, say: Say) {
  return async (html: string): Promise<ConvertedText> => {
    const bytes = Buffer.from(`<!doctype html><meta charset="utf-8"><body>${html}`);
    const { made, refused } = await readDropped(content, [{ name: 'paste.html', bytes }]);
    const [first] = made;
    if (!first)
      return { markdown: undefined, lines: refused.map((one) => refusalSentence(one, say)) };
    const { fields, body } = firstOf([...first.announcement.texts.values()]);
    return {
      // In a pasted passage the first heading is part of the text.
      markdown: body.trim() === '' ? fields.title : body.trim(),
      lines: first.notes
        .filter(({ id }) => !aboutWholeTexts.has(id))
        .map((note) => noteSentence(note, say)),
    };
  };
}

/** What matters for a new announcement, and not for a passage of one. */
const aboutWholeTexts: ReadonlySet<string> = new Set([
  'no-date',
  'no-title',
  'no-topic',
  'may-be-pair',
  'cover-offered',
]);

async function readDropped(
  content: string,
  files: readonly DroppedFile[],
): Promise<{ made: Made[]; refused: Refused[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'jarshy-dropped-'));
  try {
    mkdirSync(folder, { recursive: true });
    // The name comes from a browser: only its last part counts.
    const names = files.map(({ name, bytes }) => {
      const plain = basename(name.replaceAll('\\', '/')) || 'document';
      writeFileSync(join(folder, plain), bytes);
      return plain;
    });
    const made: Made[] = [];
    const refused: Refused[] = [];
    const options = { ...readBasics(content), content, now: createClock().now, ready: false };
    for await (const found of importFiles(findFiles(names, folder).files, options))
      if ('reason' in found) refused.push(found);
      else made.push(found);
    return { made, refused };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
