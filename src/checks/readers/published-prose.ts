import { splitFrontMatter } from '#schema/front-matter.ts';
import type { SourceText } from '#site/sources.ts';

/** A line of a text as readers read it. */
export interface ProseLine {
  readonly line: number;
  readonly text: string;
}

/** What a Markdown file says in words, line by line: code, addresses, tags and the names of fields left out. */
export function publishedProse({ written }: Pick<SourceText, 'written'>): ProseLine[] {
  const parts = splitFrontMatter(written);
  if (!parts) return [];
  const fields = parts.yaml.split('\n').map((text, index) => ({
    line: parts.yamlLine + index,
    text: text.replaceAll(/(?:^|[\s{,])[\w-]+:(?=\s|$)|#.*$/gu, ' '),
  }));
  const body = withoutFences(parts.body)
    .split('\n')
    .map((text, index) => ({ line: parts.bodyLine + index, text }));
  return [...fields, ...body]
    .map(({ line, text }) => ({
      line,
      text: mayHoldOthers.test(text) ? text.replaceAll(notWords, ' ') : text,
    }))
    .filter(({ text }) => text.trim() !== '');
}

const notWords =
  /`[^`]*`|\]\([^)]*\)|<[^>]*>|\bhttps?:\/\/\S+|\S+@\S+|\.?\/[\w./-]+|[\w-]+\.(?:jpe?g|png|webp|pdf|docx|xlsx|zip|csv|mp4|vtt)\b/giu;

/** Found at once, where the pattern above would try each letter: hardly any line has something to leave out. */
const mayHoldOthers = /[`<@/]|\]\(|\.(?:jpe?g|png|webp|pdf|docx|xlsx|zip|csv|mp4|vtt)\b/iu;

/** Blocks of code become empty lines. */
function withoutFences(body: string): string {
  return body.replaceAll(/^(?<fence>`{3,}|~{3,}).*?^\k<fence>/gmsu, (block) =>
    block.replaceAll(/[^\n]/gu, ''),
  );
}
