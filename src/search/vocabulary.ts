import { byCode } from '#lang/sort.ts';
import { endOfFile, fileOf, vocabularyFile, vocabularySize } from './vocabulary-file.ts';

/**
 * The words that a mistyped word may stand for: the folded stems of an index, one per line, split into files by first
 * letter. The last line is `endOfFile`.
 */
export function vocabularyFiles(keys: Iterable<string>): Map<string, string> {
  const stems = new Set<string>();
  for (const key of keys) stems.add(key.slice(0, key.lastIndexOf('x')));
  const byFile = Map.groupBy([...stems].filter(Boolean).sort(byCode), vocabularyFile);
  return new Map(
    Array.from({ length: vocabularySize }, (_, number) => [
      fileOf(number),
      [...(byFile.get(fileOf(number)) ?? []), endOfFile].join('\n'),
    ]),
  );
}
