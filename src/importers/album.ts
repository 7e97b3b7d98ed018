import { readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import { decoded } from '#body/resolve-links.ts';
import { isAnimated } from '#images/is-animated.ts';
import { signatureOf } from '#images/signature.ts';
import { slugOf } from '#lang/slug.ts';
import { attachmentTypes, endingOf } from '#schema/attachment.ts';
import type { ImportNote, InputFile } from './imported.ts';

/** The pictures of one announcement, collected while its text is read. */
export interface Album {
  readonly files: Map<string, Buffer>;
  readonly notes: ImportNote[];
  /**
   * Adds a picture.
   * @returns its file name beside the text; undefined when it cannot be published, which `notes` then report
   */
  add(bytes: Buffer, name: string): string | undefined;
  /** Adds a picture file from the folder of the input file. Files outside that folder are never read. */
  addFile(near: InputFile, path: string): string | undefined;
  /**
   * Adds a document from the folder of the input file.
   * @returns its file name; undefined when there is none, or its type may not be published
   */
  addDocument(near: InputFile, path: string): string | undefined;
  /** Whether the folder of the input file contains such a file. */
  hasFile(near: InputFile, path: string): boolean;
}

const endings = { jpeg: 'jpg', png: 'png', webp: 'webp', gif: 'gif', avif: 'avif' } as const;

/** Creates an empty album. */
export function createAlbum(): Album {
  const files = new Map<string, Buffer>();
  const notes: ImportNote[] = [];
  const refuse = (
    id: 'picture-heic' | 'picture-unreadable' | 'picture-missing',
    name: string,
  ): undefined => void notes.push({ id, params: { name } });
  const put = (bytes: Buffer, name: string, ending: string): string => {
    const known = [...files].find(([, other]) => other.equals(bytes));
    if (known) return known[0];
    const stem = slugOf(basename(name).replace(/\.[^.]+$/u, '')) ?? 'picture';
    let free = `${stem}.${ending}`;
    for (let number = 2; files.has(free); number++) free = `${stem}-${number}.${ending}`;
    files.set(free, bytes);
    return free;
  };
  const add = (bytes: Buffer, name: string): string | undefined => {
    const format = signatureOf(bytes);
    if (format === 'heic') return refuse('picture-heic', name);
    if (format === undefined || format === 'svg') return refuse('picture-unreadable', name);
    const isKnown = [...files.values()].some((other) => other.equals(bytes));
    const free = put(bytes, name, endings[format]);
    if (!isKnown && isAnimated(bytes)) notes.push({ id: 'picture-still', params: { name: free } });
    return free;
  };
  return {
    files,
    notes,
    add,
    addDocument(near, path) {
      const place = findBeside(near, nameOf(path));
      const ending = endingOf(path);
      if (place === undefined || !Object.hasOwn(attachmentTypes, ending)) return undefined;
      return put(readFileSync(place), path, ending);
    },
    hasFile: (near, path) => findBeside(near, nameOf(path)) !== undefined,
    addFile(near, path) {
      const place = findBeside(near, nameOf(path));
      const bytes = place === undefined ? undefined : readFileSync(place);
      return bytes ? add(bytes, path) : refuse('picture-missing', path);
    },
  };
}

function nameOf(path: string): string {
  return decoded(path.replace(/[?#].*$/su, ''));
}

/** Finds a file below the folder of another. Links that lead out of the folder are not followed. */
function findBeside({ path }: InputFile, name: string): string | undefined {
  try {
    const folder = realpathSync(dirname(path));
    const file = realpathSync(resolve(folder, name));
    return file.startsWith(`${folder}${sep}`) && statSync(file).isFile() ? file : undefined;
  } catch {
    return undefined; // The file does not exist, or this cannot be a file name.
  }
}
