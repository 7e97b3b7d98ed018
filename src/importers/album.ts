import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import { decoded } from '#body/resolve-links.ts';
import { signatureOf } from '#images/signature.ts';
import { slugOf } from '#lang/slug.ts';
import type { ImportNote, InputFile } from './imported.ts';

/** The pictures of one announcement, collected while its text is read. */
export interface Album {
  readonly files: Map<string, Buffer>;
  readonly notes: ImportNote[];
  /** Takes a picture. @returns its name beside the text; undefined when it cannot be published, which the notes say */
  add(bytes: Buffer, name: string): string | undefined;
  /** The same for a file beside the one that is read; what lies outside its folder is not touched. */
  addFile(near: InputFile, path: string): string | undefined;
}

const endings = { jpeg: 'jpg', png: 'png', webp: 'webp', gif: 'gif', avif: 'avif' } as const;

export function createAlbum(): Album {
  const files = new Map<string, Buffer>();
  const notes: ImportNote[] = [];
  const refuse = (
    id: 'picture-heic' | 'picture-unreadable' | 'picture-missing',
    name: string,
  ): undefined => void notes.push({ id, params: { name } });
  const add = (bytes: Buffer, name: string): string | undefined => {
    const format = signatureOf(bytes);
    if (format === 'heic') return refuse('picture-heic', name);
    if (format === undefined || format === 'svg') return refuse('picture-unreadable', name);
    const known = [...files].find(([, other]) => other.equals(bytes));
    if (known) return known[0];
    const stem = slugOf(basename(name).replace(/\.[^.]+$/u, '')) ?? 'picture';
    let free = `${stem}.${endings[format]}`;
    for (let number = 2; files.has(free); number++) free = `${stem}-${number}.${endings[format]}`;
    files.set(free, bytes);
    return free;
  };
  return {
    files,
    notes,
    add,
    addFile(near, path) {
      const bytes = readBeside(near, decoded(path.replace(/[?#].*$/su, '')));
      return bytes ? add(bytes, path) : refuse('picture-missing', path);
    },
  };
}

/** A file below the folder of another; links that lead out of it are not followed. */
function readBeside({ path }: InputFile, name: string): Buffer | undefined {
  try {
    const folder = realpathSync(dirname(path));
    const file = realpathSync(resolve(folder, name));
    return file.startsWith(`${folder}${sep}`) ? readFileSync(file) : undefined;
  } catch {
    return undefined; // Not there, a folder, or no name of a file at all.
  }
}
