import { knownTag, knownTags } from './languages.ts';
import type { Writing } from './writing.ts';

/**
 * The `writing.ts` of every language folder. It is imported by path, so that a new language does not need a second
 * table.
 */
const read = new Map(
  await Promise.all(
    knownTags.map(async (tag) => {
      const { writing } = (await import(`./${tag}/writing.ts`)) as { readonly writing: Writing };
      return [tag, writing] as const;
    }),
  ),
);

/** How each supported language is written, in the order of `languages`. */
export const everyWriting: readonly Writing[] = [...read.values()];

/** @returns undefined for a language that Jarshy does not support */
export function writingOf(locale: string): Writing | undefined {
  const tag = knownTag(locale);
  return tag && read.get(tag);
}
