import type { Album } from './album.ts';
import type { ImportNote, InputFile } from './imported.ts';

export interface PictureTaker {
  /** Takes a picture into the album. @returns its name beside the text; undefined: not to be shown */
  picture(source: string): string | undefined;
  /** Whether it is there to be taken. */
  has(source: string): boolean;
}

/**
 * Takes the pictures of an old page: those that are written out in it and those that lie beside it. What lies elsewhere
 * is not fetched: nobody asked us to call that server.
 * @param nameOf the name of a file beside the page where an address tells one, such as `wp-content/uploads/…`
 */
export function pictureTaker(
  file: InputFile,
  album: Album,
  notes: ImportNote[],
  nameOf: (source: string) => readonly string[] = () => [],
): PictureTaker {
  const near = (source: string) =>
    /^[a-z][a-z0-9+.-]*:|^\/\//iu.test(source)
      ? nameOf(source).find((name) => album.hasFile(file, name))
      : [source, ...nameOf(source)].find((name) => album.hasFile(file, name));
  return {
    has: (source) => near(source) !== undefined,
    picture(source) {
      const inside = /^data:image\/[\w.+-]+;base64,(?<data>.*)$/isu.exec(source)?.groups?.data;
      if (inside !== undefined) return album.add(Buffer.from(inside, 'base64'), 'picture');
      const name = near(source);
      if (name !== undefined) return album.addFile(file, name);
      if (!/^[a-z][a-z0-9+.-]*:|^\/\//iu.test(source)) return album.addFile(file, source);
      notes.push({ id: 'picture-elsewhere', params: { address: source.slice(0, 200) } });
      return undefined;
    },
  };
}
