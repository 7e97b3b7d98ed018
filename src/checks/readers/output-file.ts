/** A file of a finished site. */
export interface OutputFile {
  /** Path from the site's root, such as `/kk/index.html`. */
  readonly path: string;
  readonly bytes: Buffer;
  /** The bytes decoded as UTF-8. */
  text(): string;
}

/** Makes an `OutputFile`, whose bytes are decoded once, on the first call of `text`. */
export function outputFile(path: string, bytes: Buffer): OutputFile {
  let text: string | undefined;
  return { path, bytes, text: () => (text ??= bytes.toString('utf8')) };
}
