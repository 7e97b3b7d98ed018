import { splitFrontMatter } from '#schema/front-matter.ts';
import type { Problem } from '#schema/problem.ts';
import type { Sources } from './sources.ts';

/**
 * Separates the problems of announcements that are drafts in every language from all other problems. An announcement
 * with a problem is not shown anywhere, so a problem in such a draft need not stop the texts of other authors.
 * @param texts every text that was read
 */
export function draftFaults(
  problems: readonly Problem[],
  { texts }: Pick<Sources, 'texts'>,
): { readonly ofDrafts: Problem[]; readonly others: Problem[] } {
  const folders = Map.groupBy(
    texts.filter(({ file }) => isText.test(file)),
    ({ folder }) => folder,
  );
  const isDraft = ({ id, file }: Problem) => {
    const own = folders.get(file.slice(0, file.lastIndexOf('/'))) ?? [];
    // A text that was public before is not a draft, even if it says so now. A file that could not be read may be
    // anything, so it is not treated as a draft.
    return (
      id !== 'published-held' &&
      own.some((text) => text.file === file) &&
      own.every(({ written }) => saysDraft(written))
    );
  };
  const { ofDrafts = [], others = [] } = Object.groupBy(problems, (problem) =>
    isDraft(problem) ? 'ofDrafts' : 'others',
  );
  return { ofDrafts, others };
}

const isText = /^announcements\/\d{4}\/[^/]+\/index\.[^/]+$/u;

/**
 * Whether a text says that it is a draft. Works with a regular expression, because the front matter may be invalid YAML.
 */
export function saysDraft(written: string): boolean {
  return /^draft:[ \t]+true[ \t]*(?:#.*)?$/mu.test(splitFrontMatter(written)?.yaml ?? '');
}
