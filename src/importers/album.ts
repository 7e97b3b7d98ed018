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
  /** Takes a picture. @returns its name beside the text; undefined when it cannot be published, which the notes say */
  add(bytes: Buffer, name: string): string | undefined;
  /** The same for a file beside the one that is read; what lies outside its folder is not touched. */
  addFile(near: InputFile, path: string): string | undefined;
  /** Takes a document that lies beside the file that is read. @returns its name; undefined where there is none of a kind that is published */
  addDocument(near: InputFile, path: string): string | undefined;
  /** Whether there is such a file. */
  hasFile(near: InputFile, path: string): boolean;
}

const endings = { jpeg: 'jpg', png: 'png', webp: 'webp', gif: 'gif', avif: 'avif' } as const;

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

/** A file below the folder of another; links that lead out of it are not followed. */
function findBeside({ path }: InputFile, name: string): string | undefined {
  try {
    const folder = realpathSync(dirname(path));
    const file = realpathSync(resolve(folder, name));
    return file.startsWith(`${folder}${sep}`) && statSync(file).isFile() ? file : undefined;
  } catch {
    return undefined; // Not there, or no name of a file at all.
  }
}
