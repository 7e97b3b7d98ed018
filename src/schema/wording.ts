import { must } from '#lang/lookup.ts';
import { fill, type Message } from '#lang/message.ts';
import { parseOwnYaml } from '#lang/yaml.ts';
import type { LanguageTag } from '#languages/languages.ts';
import { readTexts } from '#languages/read-texts.ts';
import type { ProblemId, Reported } from './problem.ts';

/** The languages in which editors read about problems. */
export type EditorLocale = LanguageTag;

/** A problem in words: what is wrong, and its remedy. */
export interface Wording {
  readonly what: string;
  readonly remedy: string;
}

/** The two sentences of a problem or finding. `remedyNear` replaces `remedy` when `nearest` is not empty. */
export interface Sentences extends Wording {
  readonly remedyNear?: string;
}

/**
 * The content of `languages/<locale>/problems.yaml`. A test ensures that it is complete and uses known placeholders
 * only.
 */
export interface ProblemTexts {
  readonly report: Readonly<Record<'count' | 'warnings' | 'besides' | 'more', Message>>;
  /** Words for the types of value that a field can expect, by their names in zod. */
  readonly types: Readonly<Record<string, string>>;
  readonly problems: Readonly<Record<ProblemId, Sentences>>;
}

/** Reads the sentences of all problems in one language. */
export function problemTexts(locale: EditorLocale): ProblemTexts {
  return parseOwnYaml(readTexts(locale, 'problems')) as ProblemTexts;
}

/** The texts of a rule in `languages/<locale>/rules.yaml`. */
export interface RuleTexts {
  /** What the rule demands, and why. */
  readonly explanation: string;
  /** The sentences of its findings. */
  readonly findings?: Readonly<Record<string, Sentences>>;
}

/** The texts of each rule, by its name. */
export function ruleTexts(locale: EditorLocale): Readonly<Record<string, RuleTexts>> {
  return parseOwnYaml(readTexts(locale, 'rules')) as Record<string, RuleTexts>;
}

/**
 * Loads the sentences of a language.
 * @returns a function that puts a problem or finding into words; it throws an Error for an id without sentences
 */
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
