import { fill, type Message } from '#lang/message.ts';
import { parseOwnYaml } from '#lang/yaml.ts';
import type { LanguageTag } from '#languages/languages.ts';
import { readTexts } from '#languages/read-texts.ts';
import type { Problem, ProblemId } from './problem.ts';

/** The languages in which editors are told what is wrong. */
export type EditorLocale = LanguageTag;

/** A problem in words: what is wrong, and what to do about it. */
export interface Wording {
  readonly what: string;
  readonly remedy: string;
}

/** What `languages/<locale>/problems.yaml` says; that it is complete and names known places only, a test sees to. */
export interface ProblemTexts {
  readonly report: Readonly<Record<'count' | 'warnings', Message>>;
  /** The kinds of value that a field can expect, by the names zod gives them. */
  readonly types: Readonly<Record<string, string>>;
  /** `remedyNear` is said where `nearest` is known. */
  readonly problems: Readonly<
    Record<
      ProblemId,
      { readonly what: string; readonly remedy: string; readonly remedyNear?: string }
    >
  >;
}

export function problemTexts(locale: EditorLocale): ProblemTexts {
  return parseOwnYaml(readTexts(locale, 'problems')) as ProblemTexts;
}

/** @returns what finds the words of a problem in the language */
export function wordingFor(
  locale: EditorLocale,
): (problem: Pick<Problem, 'id' | 'params'>) => Wording {
  const { problems, types } = problemTexts(locale);
  return ({ id, params }) => {
    const { what, remedy, remedyNear } = problems[id];
    const inWords =
      id === 'wrong-type' ? { ...params, expected: types[params.expected!]! } : params;
    return {
      what: fill(locale, what, inWords),
      remedy: fill(locale, params.nearest && remedyNear ? remedyNear : remedy, inWords),
    };
  };
}
