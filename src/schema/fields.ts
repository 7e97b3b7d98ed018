import { z } from 'zod';
import { likelyMoment, readAnyMoment } from '#lang/read-moment.ts';
import type { Written } from '#lang/time.ts';
import { turnsText } from '#lang/visible.ts';
import type { FilledProblem, ProblemId } from './problem.ts';

/** A problem found by one of our own refinements. zod's issue carries it to `check.ts`. */
export type FieldFault = {
  readonly [Id in ProblemId]: {
    readonly id: Id;
    /** The values that its sentences need, except those that `check.ts` adds. */
    readonly params: Omit<
      FilledProblem<Id>['params'],
      'field' | 'value' | (Id extends 'bad-format' ? 'nearest' : never)
    >;
  };
}[ProblemId];

/** A text that matches a pattern. Problems show the example. */
export function matching(pattern: RegExp, example: string) {
  return z.string().refine((text) => pattern.test(text), {
    params: { id: 'bad-format', params: { example } } satisfies FieldFault,
  });
}

/**
 * A text that a function accepts.
 * @param faultOf what is wrong with one that it does not accept
 */
export function accepted(by: (text: string) => boolean, faultOf: (text: string) => FieldFault) {
  return z.string().superRefine((text, context) => {
    if (!by(text)) context.addIssue({ code: 'custom', params: faultOf(text), input: text });
  });
}

/** A whole number within limits, both inclusive. */
export function wholeNumber(least: number, most: number) {
  const within = (value: number) => Number.isInteger(value) && value >= least && value <= most;
  return z.number().refine(within, {
    params: { id: 'out-of-range', params: { least, most } } satisfies FieldFault,
  });
}

/** Joins lines by spaces. A pattern of spaces around a line end takes minutes for a long text of spaces. */
function onOneLine(text: string): string {
  return text
    .split('\n')
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ');
}

/** One line of text. It may not turn the direction of the text around it. */
export const line = z
  .string()
  .refine((text) => !turnsText(text), {
    params: { id: 'turned-text', params: {} } satisfies FieldFault,
  })
  .transform(onOneLine);

/** A day or a moment, in any way that has only one reading; see `readAnyMoment`. */
const momentInText = z.string().transform((text, context): Written => {
  const written = readAnyMoment(text.trim());
  if (written) return written;
  context.issues.push({
    code: 'custom',
    input: text,
    params: {
      id: 'impossible-date',
      params: { nearest: likelyMoment(text.trim()) ?? '' },
    } satisfies FieldFault,
  });
  return z.NEVER;
});

/** In YAML, `20260122` is a number. */
export const moment = z.preprocess(
  (input) => (typeof input === 'number' ? String(input) : input),
  momentInText,
) as z.ZodType<Written, string>;

/** The id of a topic, division or person: lower-case Latin letters, digits and hyphens. */
export const id = matching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'road-safety');
export const ids = z.array(id);

/** A file in the same folder as the text. */
export const fileBeside = matching(/^(?:\.\/)?[^/\\]+$/u, './photo.jpg').transform((path) =>
  path.replace(/^\.\//u, ''),
);

/** A web address. */
export const webAddress = matching(/^https?:\/\/[^\s]+$/u, 'https://example.org/');

/**
 * A path from the root of this site, including the locale: an old address that must keep working. Browsers copy an
 * address encoded, people write it as they read it; it is decoded once, here.
 */
export const sitePath = z
  .string()
  .refine(isSitePath, {
    params: {
      id: 'bad-format',
      params: { example: '/ru/news/2023/old-name/' },
    } satisfies FieldFault,
  })
  .transform((text) => decodeURIComponent(text));

/**
 * Whether a text is a path from the site's root: names between slashes, none of them `.` or `..`. Characters that an
 * address must not contain unencoded (RFC 3986, section 2) are refused even when percent-encoded, because these paths
 * are written into the configuration of servers, in syntaxes where such characters may have a meaning.
 */
export function isSitePath(text: string): boolean {
  let path;
  try {
    path = decodeURIComponent(text);
  } catch {
    return false; // A percent sign without two hexadecimal digits.
  }
  return (
    /^\/(?:[^/]+\/)*[^/]*$/u.test(path) &&
    !/[?#%\\"<>^`{|}$\p{Cc}\p{Cs}\p{Z}]|\/\.{1,2}(?:\/|$)/u.test(path)
  );
}

export const email = matching(/^[^\s@]+@[^\s@]+$/u, 'press@example.org');
export const phone = matching(/^\+?[\d\s()-]{3,}$/u, '+7 727 000 00 00');

/** One text for each language of the site. The languages are listed in `site.yaml`. */
export const perLocale = z.record(z.string(), line);
export type PerLocale = Readonly<Record<string, string>>;
