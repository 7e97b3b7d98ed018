import { createHash, hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '#site/sources.ts';
import type { RuleContext } from '#checks/rule.ts';
import type { Search } from './search.ts';
import { unpackArchive } from '#checks/readers/unpack.ts';
import { mustGet } from '#lang/lookup.ts';

/** Pictures that readers must not see. A plain value. */
export interface SecretPictures {
  /** Hash of each picture, and its file. */
  readonly sources: ReadonlyArray<readonly [digest: string, file: string]>;
  /** Names of pictures in the output that were made from a hidden picture. There should be none. */
  readonly made: ReadonlyArray<readonly [name: string, file: string]>;
}

/** Collects the pictures that are not public. A picture whose bytes are also public is left out. */
export function secretPictures({ content, sources, pictures = {} }: RuleContext): SecretPictures {
  const digestOf = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(content, file)))
      .digest('hex')
      .slice(0, 20);
  const isPicture = ({ file }: SourceFile) => /\.(?:webp|jpe?g|png|gif|avif)$/iu.test(file);
  const hidden = new Map(
    sources.files
      .filter((source) => source.standing !== 'public' && isPicture(source))
      .map(({ file }) => [digestOf(file), file]),
  );
  if (hidden.size === 0) return { sources: [], made: [] };
  // Only files of equal size can be the same picture, so no other public picture needs to be read.
  const sizeOf = ({ file }: Pick<SourceFile, 'file'>) => statSync(join(content, file)).size;
  const sizes = new Set([...hidden.values()].map((file) => sizeOf({ file })));
  for (const source of sources.files)
    if (source.standing === 'public' && isPicture(source) && sizes.has(sizeOf(source)))
      hidden.delete(digestOf(source.file));
  const made = Object.entries(pictures).flatMap(([name, digest]) =>
    hidden.has(digest) ? [[name, mustGet(hidden, digest)] as const] : [],
  );
  return { sources: [...hidden], made };
}

/**
 * A resized picture no longer contains the bytes of its source. Its name, or the build's own record, says which
 * source it was made from, so no picture is decoded.
 */
export function searchSecretPictures({ sources, made }: SecretPictures): Search {
  const [byDigest, byName] = [new Map(sources), new Map(made)];
  return ({ path }) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const file = byName.get(name) ?? byDigest.get(name.slice(0, 20));
    return file === undefined ? [] : [{ file }];
  };
}

/** Files that readers must not see. Files whose exact bytes are also public are left out. */
export type SecretFiles = ReadonlyArray<{
  readonly file: string;
  readonly size: number;
  readonly digest: string;
}>;

/** Collects the files that are not public. */
export function secretFiles({ content, sources }: RuleContext): SecretFiles {
  const sizeOf = ({ file }: SourceFile) => statSync(join(content, file)).size;
  const digestOf = ({ file }: SourceFile) => hash('sha256', readFileSync(join(content, file)));
  const hidden = sources.files
    .filter(({ standing }) => standing !== 'public')
    .map((source) => ({ file: source.file, size: sizeOf(source), digest: digestOf(source) }));
  const sizes = new Set(hidden.map(({ size }) => size));
  const shown = new Set(
    hidden.length > 0
      ? sources.files
          .filter((source) => source.standing === 'public' && sizes.has(sizeOf(source)))
          .map(digestOf)
      : [],
  );
  return hidden.filter(({ size, digest }) => size > 0 && !shown.has(digest));
}

/** Finds a hidden file that was copied to the output unchanged, under any name, packed or not. */
export function searchSecretFiles(files: SecretFiles): Search {
  const [sizes, byDigest] = [
    new Set(files.map(({ size }) => size)),
    new Map(files.map(({ digest, file }) => [digest, file])),
  ];
  return ({ path, bytes }) =>
    files.length === 0
      ? []
      : [bytes, ...unpackArchive(path, bytes)].flatMap((each) => {
          const file = sizes.has(each.length) ? byDigest.get(hash('sha256', each)) : undefined;
          return file === undefined ? [] : [{ file }];
        });
}
