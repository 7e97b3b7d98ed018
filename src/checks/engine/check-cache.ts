import type { Task } from '#cache/build-cache.ts';
import { hashOf } from '#cache/hash.ts';
import type { FeedDocument } from '#checks/readers/feed-document.ts';
import type { Page } from '#checks/readers/read-page.ts';
import type { SourceText } from '#site/sources.ts';

/** What rules know of a file of the site, where it is a page or a feed. */
export interface FileFacts {
  readonly page?: Page | undefined;
  readonly feed?: FeedDocument | string | undefined;
}

/** The check of a file in which nothing was found. */
export const fileCheck: Task<FileFacts> = { kind: 'check', sharesStrings: true };

/** @param stat see `outputStat`
 * @param inputs key of what the rules know besides: see `RuleInputs` */
export function fileCheckKey(stat: string, inputs: string): string {
  return `${stat} ${inputs}`;
}

/** The check of a text of the content in which nothing was found. */
export const textCheck: Task<true> = { kind: 'text check' };

/** @param inputs key of what the rules that look at texts know besides */
export function textCheckKey(
  inputs: string,
  { file, folder, standing, written }: SourceText,
): string {
  return hashOf([inputs, file, folder, standing, written]);
}
