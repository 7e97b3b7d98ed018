import type { Album } from './album.ts';
import type { ImportNote, InputFile } from './imported.ts';

/**
 * Takes the pictures of an old page: those that are written out in it and those that lie beside it. What lies elsewhere
 * is not fetched: nobody asked us to call that server.
 */
export function pictureTaker(
  file: InputFile,
  album: Album,
  notes: ImportNote[],
): (source: string) => string | undefined {
  return (source) => {
    const inside = /^data:image\/[\w.+-]+;base64,(?<data>.*)$/isu.exec(source)?.groups!.data;
    if (inside !== undefined) return album.add(Buffer.from(inside, 'base64'), 'picture');
    if (!/^[a-z][a-z0-9+.-]*:|^\/\//iu.test(source)) return album.addFile(file, source);
    notes.push({ id: 'picture-elsewhere', params: { address: source.slice(0, 200) } });
    return undefined;
  };
}
