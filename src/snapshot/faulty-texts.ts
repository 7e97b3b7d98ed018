import { splitFrontMatter } from '#schema/front-matter.ts';
import type { Locale } from '#lang/locale.ts';
import type { Problem } from '#schema/problem.ts';
import type { Source } from '#site/model.ts';
import type { SourceText } from '#site/sources.ts';
import { urls } from '#site/urls.ts';

/** A text that is in no announcement, because something is wrong in the fields of its announcement. */
export interface FaultyText {
  readonly source: Source;
  readonly locale: Locale;
  /** The address that its page would have. */
  readonly address: string;
}

/**
 * The texts whose announcement or page has a problem in its fields. Their bodies are checked, too, so that all problems
 * are reported at once and not in several rounds. Drafts are left out.
 * @param problems of the fields
 * @param texts all texts that were read
 */
export function faultyTexts(
  problems: readonly Problem[],
  texts: readonly SourceText[],
  locales: readonly Locale[],
): FaultyText[] {
  const folders = new Set(problems.map(({ file }) => folderOf(file)));
  return texts.flatMap(({ file, written }): FaultyText[] => {
    const { folder = '', room, name = '', locale = '', format } = place.exec(file)?.groups ?? {};
    const parts = splitFrontMatter(written);
    if (!parts || !folders.has(folder) || !locales.includes(locale)) return [];
    if (/^draft:[ \t]+true\b/mu.test(parts.yaml)) return [];
    const { body, bodyLine } = parts;
    return [
      {
        source: { file, format: format === 'mdx' ? 'mdx' : 'md', body, bodyLine },
        locale,
        address: room === 'pages' ? urls.page(locale, name) : `${urls.home(locale)}news/${name}/`,
      },
    ];
  });
}

const place =
  /^(?<folder>(?<room>announcements|pages)\/(?<name>(?:\d{4}\/)?[^/]+))\/index\.(?<locale>[^/.]+)\.(?<format>mdx?)$/u;

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/'));
}
