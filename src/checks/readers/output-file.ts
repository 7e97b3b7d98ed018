/** A file of a finished site, as it lies there. */
export interface OutputFile {
  /** From the site's root: `/kk/index.html`. */
  readonly path: string;
  readonly bytes: Buffer;
  /** The same bytes as text. */
  text(): string;
}

export function outputFile(path: string, bytes: Buffer): OutputFile {
  let text: string | undefined;
  return { path, bytes, text: () => (text ??= bytes.toString('utf8')) };
}
