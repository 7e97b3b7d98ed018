import { must } from '#lang/lookup.ts';
import { fill, type Message } from '#lang/message.ts';
import { parseOwnYaml } from '#lang/yaml.ts';
import type { LanguageTag } from '#languages/languages.ts';
import { readTexts } from '#languages/read-texts.ts';
import type { ProblemId, Reported } from './problem.ts';

/** The languages in which editors are told what is wrong. */
export type EditorLocale = LanguageTag;

/** A problem in words: what is wrong, and what to do about it. */
export interface Wording {
  readonly what: string;
  readonly remedy: string;
}

/** The two sentences of a problem or finding. `remedyNear` is said in place of `remedy` where `nearest` is known. */
export interface Sentences extends Wording {
  readonly remedyNear?: string;
}

/** What `languages/<locale>/problems.yaml` says; a test ensures that it is complete and names known placeholders only. */
export interface ProblemTexts {
  readonly report: Readonly<Record<'count' | 'warnings', Message>>;
  /** The kinds of value that a field can expect, by the names zod gives them. */
  readonly types: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<ProblemId, Sentences>>;
}

export function problemTexts(locale: EditorLocale): ProblemTexts {
  return parseOwnYaml(readTexts(locale, 'problems')) as ProblemTexts;
}

/** What `languages/<locale>/rules.yaml` says of a rule. */
export interface RuleTexts {
  /** What it asks, and why. */
  readonly explanation: string;
  /** The sentences of what it finds. */
  readonly findings?: Readonly<Record<string, Sentences>>;
}

/** The texts of each rule, by its name. */
export function ruleTexts(locale: EditorLocale): Readonly<Record<string, RuleTexts>> {
  return parseOwnYaml(readTexts(locale, 'rules')) as Record<string, RuleTexts>;
}

/** @returns what finds the words of a problem or finding in the language */
export function wordingFor(
  locale: EditorLocale,
): (reported: Pick<Reported, 'id' | 'params'>) => Wording {
  const { problems, types } = problemTexts(locale);
  const findings = Object.values(ruleTexts(locale)).map((rule) => rule.findings ?? {});
  const all: Readonly<Record<string, Sentences>> = Object.fromEntries(
    [problems, ...findings].flatMap((texts) => Object.entries(texts)),
  );
  return ({ id, params }) => {
    const sentences = all[id];
    if (!sentences) throw new Error(`No sentence tells of ${id}`);
    const { what, remedy, remedyNear } = sentences;
    const inWords =
      id === 'wrong-type'
        ? {
            ...params,
            expected: must(types[params.expected ?? ''], 'name of a type'),
          }
        : params;
    return {
      what: fill(locale, what, inWords),
      remedy: fill(locale, params.nearest && remedyNear ? remedyNear : remedy, inWords),
    };
  };
}
