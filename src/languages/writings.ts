import { knownTag, languageTags } from './languages.ts';
import type { Writing } from './writing.ts';

/** The file `writing.ts` of every folder, found by its name, so that a new language needs no second table. */
const read = new Map(
  await Promise.all(
    languageTags.map(async (tag) => {
      const { writing } = (await import(`./${tag}/writing.ts`)) as { readonly writing: Writing };
      return [tag, writing] as const;
    }),
  ),
);

/** How each known language is written, in the order of `languages`. */
export const everyWriting: readonly Writing[] = [...read.values()];

/** @returns undefined for a language that Jarshy does not know */
export function writingOf(locale: string): Writing | undefined {
  const tag = knownTag(locale);
  return tag && read.get(tag);
}
