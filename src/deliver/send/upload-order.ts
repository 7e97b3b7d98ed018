import { headersOf } from '#outputs/headers.ts';

/** A file of every release. It identifies a place as holding a site of ours and not other files. */
export const mark = '_state/ledger.json';

/** The files of a site without the compressed copies. Only a web server can send those in place of the originals. */
export function withoutCompressed(files: readonly string[]): string[] {
  const all = new Set(files);
  return files.filter(
    (file) => !all.has(file.replace(/\.(?:gz|br)$/u, '')) || !/\.(?:gz|br)$/u.test(file),
  );
}

/**
 * The order in which files may arrive, so that readers never see a page before the files that it needs. First come
 * the files whose names change with their content, then the pages and everything else. Files that no longer exist
 * are deleted after both.
 */
export function inWaves(
  files: readonly string[],
): readonly [immutable: string[], others: string[]] {
  const isImmutable = (file: string) =>
    headersOf(`/${file}`)['Cache-Control']?.includes('immutable') ?? false;
  return [files.filter(isImmutable), files.filter((file) => !isImmutable(file))];
}
