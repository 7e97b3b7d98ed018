import { parseSource, type SourceNode } from '#body/parse.ts';
import { memoizeLast } from '#memo.ts';
import { type FrontMatter, splitFrontMatter } from '#schema/front-matter.ts';
import type { SourceText } from '#site/sources.ts';

/** The parts of a Markdown text, and its body as a tree. */
export interface PublicSource extends FrontMatter {
  /** Undefined for MDX that cannot be parsed, which the build reports. */
  readonly tree: SourceNode | undefined;
}

/**
 * Reads the source of a public text, for rules that look at what its author wrote. They look at one text after the
 * other, and it is parsed once for all of them.
 * @returns undefined for texts that are not public, and for files without front matter
 */
export const publicSource = memoizeLast(
  ({ file, written, standing }: SourceText): PublicSource | undefined => {
    const parts = standing === 'public' ? splitFrontMatter(written) : undefined;
    return parts && { ...parts, tree: treeOf(file, parts.body) };
  },
);

function treeOf(file: string, body: string): SourceNode | undefined {
  try {
    return parseSource(body, file.endsWith('.mdx') ? 'mdx' : 'md');
  } catch {
    return undefined;
  }
}
