import { createHash, hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from '#site/sources.ts';
import type { RuleContext } from '#checks/rule.ts';
import type { Search } from './search.ts';
import { unpackArchive } from '#checks/readers/unpack.ts';
import { mustGet } from '#lang/lookup.ts';

/** Pictures that nobody must see. Plain. */
export interface SecretPictures {
  /** The digest of each, and its file. */
  readonly sources: ReadonlyArray<readonly [digest: string, file: string]>;
  /** Pictures of the output that were made of one of them, by name. There should be none. */
  readonly made: ReadonlyArray<readonly [name: string, file: string]>;
}

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
  // Only those of equal size can be the same picture: no other public one needs to be read.
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

/** A picture in its sizes is none of the source's bytes any more: its name, or what the build has told, says of which it was made, so none is decoded. */
export function searchSecretPictures({ sources, made }: SecretPictures): Search {
  const [byDigest, byName] = [new Map(sources), new Map(made)];
  return ({ path }) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const file = byName.get(name) ?? byDigest.get(name.slice(0, 20));
    return file === undefined ? [] : [{ file }];
  };
}

/** Files that nobody must see, and those which are offered to readers with the very bytes left out. */
export type SecretFiles = ReadonlyArray<{
  readonly file: string;
  readonly size: number;
  readonly digest: string;
}>;

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

/** A file that lies in the output as it is, under whatever name, packed or not. */
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
