import type { Album } from './album.ts';
import type { ImportNote, InputFile } from './imported.ts';

/** Gets the pictures that a page refers to. */
export interface PictureTaker {
  /**
   * Adds a picture to the album.
   * @returns its file name beside the text; undefined when it cannot be shown
   */
  picture(source: string): string | undefined;
  /** Whether the picture is in the folder. */
  has(source: string): boolean;
}

/**
 * Gets the pictures of an old page: those embedded in it and those in its folder. Pictures on other servers are not
 * fetched, because the person did not ask for requests to those servers.
 * @param nameOf possible names of a file in the folder for an address, such as `wp-content/uploads/…`
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
