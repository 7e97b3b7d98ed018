import { mask } from './mask.ts';
import { type About, readable } from './personal-data.ts';
import { personalDataKinds } from './privacy-rules.ts';

/** Personal data in a text that is no part of the site yet: which rule knows it, and its value, masked. */
export interface FoundData {
  readonly rule: string;
  readonly value: string;
}

/** Finds what the rules would, once each, before a text is written into the content at all. */
export function findPersonalData(text: string, about: About): FoundData[] {
  const plain = readable(text);
  return personalDataKinds.flatMap(({ name, search }) =>
    [...new Set([...search(plain, about)].map(({ value }) => mask(value)))].map((value) => ({
      rule: name,
      value,
    })),
  );
}
