import { headersOf } from '#outputs/headers.ts';

/** A file of a release by which one knows that a place holds a site of ours, and not somebody's photographs. */
export const mark = '_state/ledger.json';

/** The files of a site without the compressed copies, which only a web server knows how to send in place of what they copy. */
export function withoutCompressed(files: readonly string[]): string[] {
  const all = new Set(files);
  return files.filter(
    (file) => !all.has(file.replace(/\.(?:gz|br)$/u, '')) || !/\.(?:gz|br)$/u.test(file),
  );
}

/**
 * The order in which files may arrive, so that no page is ever seen before what it needs: first what pages refer to by a
 * name that changes with its content, then the pages and all else. What is no longer there is deleted after both.
 */
export function inWaves(
  files: readonly string[],
): readonly [immutable: string[], others: string[]] {
  const isImmutable = (file: string) =>
    headersOf(`/${file}`)['Cache-Control']?.includes('immutable') ?? false;
  return [files.filter(isImmutable), files.filter((file) => !isImmutable(file))];
}
