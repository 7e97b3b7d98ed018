import { splitFrontMatter } from '#schema/front-matter.ts';
import type { Problem } from '#schema/problem.ts';
import type { Sources } from './sources.ts';

/**
 * Parts the problems of announcements that are drafts in every language from all others. Such an announcement is not
 * sound, so it is shown nowhere; nobody else's texts need to wait for it.
 * @param texts everything that was read
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
    // What has been public is no draft, whatever it says now. What could not be read may be anything.
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

/** Also of front matter that is no YAML. */
function saysDraft(written: string): boolean {
  return /^draft:[ \t]+true[ \t]*(?:#.*)?$/mu.test(splitFrontMatter(written)?.yaml ?? '');
}
