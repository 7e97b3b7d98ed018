import { z } from 'zod';
import { guessDay, readMoment } from '#lang/time.ts';
import type { FilledProblem, ProblemId } from './problem.ts';

/** A custom finding of a field: carried through zod's issue to `check.ts`. */
export type FieldFault = {
  readonly [Id in ProblemId]: {
    readonly id: Id;
    /** What its sentences need besides `field` and `value`. */
    readonly params: Omit<FilledProblem<Id>['params'], 'field' | 'value'>;
  };
}[ProblemId];

/** A text of a certain form, shown by an example. */
export function matching(pattern: RegExp, example: string) {
  return z.string().refine((text) => pattern.test(text), {
    params: { id: 'bad-format', params: { example } } satisfies FieldFault,
  });
}

/** A text that something else must accept. */
export function accepted(by: (text: string) => boolean, id: 'unknown-language' | 'bad-time-zone') {
  return z.string().refine(by, { params: { id, params: {} } satisfies FieldFault });
}

/** A whole number within limits, both included. */
export function wholeNumber(least: number, most: number) {
  const within = (value: number) => Number.isInteger(value) && value >= least && value <= most;
  return z.number().refine(within, {
    params: { id: 'out-of-range', params: { least, most } } satisfies FieldFault,
  });
}

/** One line of text. */
export const line = z.string().transform((text) => text.trim().replaceAll(/\s*\n\s*/gu, ' '));

/** A day, or a time with offset; see `readMoment`. */
export const moment = z.string().transform((text, context) => {
  const written = readMoment(text.trim());
  if (written) return written;
  context.issues.push({
    code: 'custom',
    input: text,
    params: {
      id: 'impossible-date',
      params: { nearest: guessDay(text.trim()) ?? '' },
    } satisfies FieldFault,
  });
  return z.NEVER;
});

/** The name of a topic, division or person: lower-case Latin letters, digits and hyphens. */
export const id = matching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'road-safety');
export const ids = z.array(id);

/** A file that lies beside the text. */
export const fileBeside = matching(/^(?:\.\/)?[^/\\]+$/u, './photo.jpg').transform((path) =>
  path.replace(/^\.\//u, ''),
);

/** An address on the web. */
export const webAddress = matching(/^https?:\/\/[^\s]+$/u, 'https://example.org/');

/** An address of this site, from its root, locale included: an old one that must keep working. */
export const sitePath = z.string().refine(isSitePath, {
  params: {
    id: 'bad-format',
    params: { example: '/ru/news/2023/old-name/' },
  } satisfies FieldFault,
});

/**
 * Whether a text is a path from the site's root: names between slashes, none of them dots only. Marks that no address holds
 * undisguised (RFC 3986, section 2) are refused in disguise, too: servers are told these paths in languages of their own.
 */
export function isSitePath(text: string): boolean {
  let path;
  try {
    path = decodeURIComponent(text);
  } catch {
    return false; // A percent sign without its two digits.
  }
  return (
    /^\/(?:[^/]+\/)*[^/]*$/u.test(path) &&
    !/[?#\\"<>^`{|}$\p{Cc}\p{Cs}\p{Z}]|\/\.{1,2}(?:\/|$)/u.test(path)
  );
}

export const email = matching(/^[^\s@]+@[^\s@]+$/u, 'press@example.org');
export const phone = matching(/^\+?[\d\s()-]{3,}$/u, '+7 727 000 00 00');

/** One text for each language of the site; which languages those are, `site.yaml` says. */
export const perLocale = z.record(z.string(), line);
export type PerLocale = Readonly<Record<string, string>>;
