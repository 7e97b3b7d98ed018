import { isCut, isTurned } from '#images/cut-out.ts';
import { cutOut } from '#images/codec.ts';
import { signatureOf } from '#images/signature.ts';
import type { ImportNote } from '#importers/imported.ts';
import { createTally, type Tally } from '#importers/tally.ts';
import { settleChanges } from './changes.ts';
import { type DocumentPackage, openPackage, type Relation } from './document-package.ts';
import { fileName, type Prepare, settleAlternates, settleDrawings } from './drawings.ts';
import { settleFields } from './fields.ts';
import { takeOutHidden } from './hidden-text.ts';
import { settleNumbers } from './numbering.ts';
import { settleMarks } from './small-marks.ts';
import { readStyles, type Styles } from './styles.ts';
import { below, childrenOf, nameOf, wordsIn } from './xml.ts';

/** What may be noted of a picture that is shown otherwise than it is stored. */
export type PictureNoteId = 'picture-cropped' | 'picture-turned' | 'picture-shaped';

/** A document of which only what Word shows is left, written so that mammoth reads all of it. */
export interface Rewritten {
  readonly bytes: Buffer;
  readonly notes: readonly ImportNote[];
  /** What is to be noted of a picture, once it has its name. */
  notesOf(picture: Buffer): readonly PictureNoteId[];
}

/** @throws {Error} at what is no Word document */
export async function rewrite(bytes: Buffer): Promise<Rewritten> {
  const document = await openPackage(bytes);
  const tally = createTally();
  const changed: Array<{ readonly bytes: Buffer; readonly notes: readonly PictureNoteId[] }> = [];
  const relations = await document.relations(document.main);
  const part = (type: string) =>
    relations.find((relation) => relation.type === type && !relation.isExternal)?.target;
  const read = async (type: string) => {
    const path = part(type);
    return path === undefined ? undefined : document.xml(path);
  };
  const styles = readStyles(await read('styles'));
  const numbering = await read('numbering');
  const comments = childrenOf((await read('comments'))?.documentElement);
  tally.count('comments-dropped', comments.filter((one) => nameOf(one) === 'w:comment').length);
  await sayPageEdges(document, relations, tally);
  for (const path of [document.main, part('footnotes'), part('endnotes')]) {
    const xml = path === undefined ? undefined : await document.xml(path);
    if (path === undefined || !xml) continue;
    const story = xml.documentElement;
    settleAlternates(story);
    settleChanges(story, tally);
    takeOutHidden(story, styles, tally);
    const prepare = preparing(document, path, await document.relations(path), tally, changed);
    await settleDrawings(story, prepare, tally);
    settle(story, numbering, styles, tally);
    document.writeXml(path, xml);
  }
  return {
    bytes: await document.close(),
    notes: tally.notes(),
    notesOf: (picture) => changed.find((one) => one.bytes.equals(picture))?.notes ?? [],
  };
}

function settle(
  story: Element,
  numbering: Document | undefined,
  styles: Styles,
  tally: Tally,
): void {
  settleFields(story, tally);
  settleMarks(story, styles, tally);
  settleNumbers(story, numbering, styles);
}

/** What stands at the edges of every page is no part of the text; numbers of pages are not worth a word. */
async function sayPageEdges(
  document: DocumentPackage,
  relations: readonly Relation[],
  tally: Tally,
): Promise<void> {
  for (const { type, target } of relations) {
    if (type !== 'header' && type !== 'footer') continue;
    const xml = await document.xml(target);
    if (!xml) continue;
    const says = /\p{L}/u.test(wordsIn(xml)) || below(xml, 'a:blip', 'v:imagedata').length > 0;
    if (says) tally.count('page-edges-dropped');
  }
}

function preparing(
  document: DocumentPackage,
  path: string,
  relations: readonly Relation[],
  tally: Tally,
  changed: Array<{ readonly bytes: Buffer; readonly notes: readonly PictureNoteId[] }>,
): Prepare {
  const targetOf = (id: string | undefined) =>
    id === undefined ? undefined : relations.find((relation) => relation.id === id);
  return async ({ embedded, linked, cut, isShaped }) => {
    const inside = targetOf(embedded);
    const bytes = inside && !inside.isExternal ? await document.bytes(inside.target) : undefined;
    if (!inside || !bytes || embedded === undefined) {
      const target = (targetOf(linked) ?? inside)?.target;
      if (target !== undefined && /^https?:/iu.test(target))
        tally.say({ id: 'picture-elsewhere', params: { address: target } });
      else tally.say({ id: 'picture-missing', params: { name: fileName(target ?? '?') } });
      return undefined;
    }
    const name = fileName(inside.target);
    const format = signatureOf(bytes);
    if (format === undefined || format === 'svg' || format === 'heic') {
      tally.say({
        id: format === 'heic' ? 'picture-heic' : 'picture-unreadable',
        params: { name },
      });
      return undefined;
    }
    const shape: PictureNoteId[] = isShaped ? ['picture-shaped'] : [];
    if (!isCut(cut) && !isTurned(cut)) {
      if (isShaped) changed.push({ bytes, notes: shape });
      return embedded;
    }
    try {
      const shown = await cutOut(bytes, cut);
      if (!shown) {
        tally.count('hidden-text');
        return undefined;
      }
      changed.push({
        bytes: shown.bytes,
        notes: [
          ...(isCut(cut) ? (['picture-cropped'] as const) : []),
          ...(isTurned(cut) ? (['picture-turned'] as const) : []),
          ...shape,
        ],
      });
      return await document.addPicture(path, shown.bytes, shown.ending);
    } catch {
      // Sharp's error: the picture is damaged. The whole of it must not be published in place of a part.
      tally.say({ id: 'picture-unreadable', params: { name } });
      return undefined;
    }
  };
}
