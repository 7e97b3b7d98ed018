import type { Task } from '#cache/build-cache.ts';
import { hashOf } from '#cache/hash.ts';
import type { FeedDocument } from '#checks/readers/feed-document.ts';
import type { Page } from '#checks/readers/read-page.ts';
import type { SourceText } from '#site/sources.ts';

/** What the rules know about one file of the site, if it is a page or a feed. */
export interface FileFacts {
  readonly page?: Page | undefined;
  readonly feed?: FeedDocument | string | undefined;
}

/** Cache task: the facts of a file in which the rules found nothing. */
export const fileCheck: Task<FileFacts> = { kind: 'check', sharesStrings: true };

/**
 * Cache key of a checked file.
 * @param stat see `outputStat`
 * @param inputs `RuleInputs.key`: hash of everything else that the rules know
 */
export function fileCheckKey(stat: string, inputs: string): string {
  return `${stat} ${inputs}`;
}

/** Cache task: a content text in which the rules found nothing. */
export const textCheck: Task<true> = { kind: 'text check' };

/**
 * Cache key of a checked text.
 * @param inputs hash of everything else that the rules for texts know
 */
export function textCheckKey(
  inputs: string,
  { file, folder, standing, written }: SourceText,
): string {
  return hashOf([inputs, file, folder, standing, written]);
}
