import { everyWriting } from '#languages/writings.ts';
import type { HomeWords } from '#languages/writing.ts';
import { matches, type DataMatch, type PersonalData } from './personal-data.ts';

const every = everyWriting.map(({ personal }) => personal.home);
const anyOf = (part: keyof HomeWords) => every.flatMap((home) => home[part]).join('|');
const flat = new RegExp(String.raw`(?<![\p{L}\d])(?<value>${anyOf('flats')})`, 'giu');
const place = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(?:${anyOf('streets')})(?!\p{L})|(?:${anyOf('houses')}))`,
  'giu',
);
/** How far from the number of the flat the street or the house may stand, in letters. */
const near = 80;

/**
 * Where a person lives: the number of a flat beside a street or a house. A street and a house alone are where offices
 * are and accidents happen. The addresses of the site and of its divisions are public.
 */
export const homeAddress: PersonalData = {
  name: 'home-address',
  severity: 'warning',
  severityInPublication: 'error',
  id: 'private-home-address',
  *search(text, { addresses }) {
    for (const { index, value } of matches(text, flat)) {
      const whole = addressAround(text, index, value);
      if (whole && !addresses.some((own) => plain(own).includes(plain(whole.value)))) yield whole;
    }
  },
};

/** The address of which a flat is part. Undefined if neither a street nor a house stands near in the paragraph. */
function addressAround(text: string, index: number, value: string): DataMatch | undefined {
  const end = index + value.length;
  const before = lastPart(text.slice(Math.max(0, index - near), index));
  const after = text.slice(end, end + near).split(/\n\s*\n|[.!?]\s+(?=\p{Lu}\p{Ll})/u)[0] ?? '';
  const first = [...before.matchAll(place)][0];
  if (first) {
    const from = index - before.length + first.index;
    return { index: from, value: text.slice(from, end) };
  }
  const last = [...after.matchAll(place)].at(-1);
  return last ? { index, value: text.slice(index, end + last.index + last[0].length) } : undefined;
}

/** What belongs to the same paragraph as the end of a text. */
function lastPart(text: string): string {
  return text.split(/\n\s*\n/u).at(-1) ?? '';
}

function plain(address: string): string {
  return address
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]+/gu, ' ')
    .trim();
}
