import { mask } from './mask.ts';
import { type About, readable } from './personal-data.ts';
import { personalDataKinds } from './privacy-rules.ts';

/** Personal data in a text that is not part of the site yet: the rule that finds it, and the masked value. */
export interface FoundData {
  readonly rule: string;
  readonly value: string;
}

/** Finds what the rules would find, once each, before a text is written into the content. */
export function findPersonalData(text: string, about: About): FoundData[] {
  const plain = readable(text);
  return personalDataKinds.flatMap(({ name, search }) =>
    [...new Set([...search(plain, about)].map(({ value }) => mask(value)))].map((value) => ({
      rule: name,
      value,
    })),
  );
}
