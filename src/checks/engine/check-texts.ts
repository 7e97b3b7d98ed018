import { hashOf } from '#cache/hash.ts';
import type { SourceText } from '#site/sources.ts';
import type { RuleContext, UnplacedFinding, Rule } from '#checks/rule.ts';
import { rules } from './all-rules.ts';
import { textKey } from './check-cache.ts';

/** Texts of the content to be looked at. Plain, so that another thread can do it. */
export interface TextTask {
  readonly texts: readonly SourceText[];
  /** What the rules that look at texts know beforehand. */
  readonly byRule: ReadonlyArray<readonly [rule: string, basis: unknown]>;
  /** Keys of texts in which an earlier check has found nothing. */
  readonly clean: ReadonlySet<string>;
}

export interface CheckedTexts {
  /** Keys of texts in which nothing was found. */
  readonly clean: ReadonlySet<string>;
  /** With the names of the rules that found them. */
  readonly faults: ReadonlyArray<readonly [rule: string, UnplacedFinding]>;
}

export function textTaskOf(
  beforehand: Pick<RuleContext, 'snapshot' | 'sources'>,
  clean: ReadonlySet<string>,
  asked: readonly Rule[] = rules,
): TextTask {
  return {
    texts: beforehand.sources.texts,
    byRule: asked.flatMap(({ name, ofText }) =>
      ofText ? [[name, ofText.basis(beforehand)] as const] : [],
    ),
    clean,
  };
}

export function checkTexts(
  { texts, byRule, clean: before }: TextTask,
  asked: readonly Rule[] = rules,
): CheckedTexts {
  const bases = new Map(byRule);
  const inspectors = asked.flatMap(({ name, ofText }) =>
    ofText ? [[name, ofText.inspector(bases.get(name))] as const] : [],
  );
  const basis = hashOf(byRule);
  const clean = new Set<string>();
  const faults = texts.flatMap((text) => {
    const key = textKey(basis, text);
    const found = before.has(key)
      ? []
      : inspectors.flatMap(([rule, inspect]) =>
          inspect(text).map((fault) => [rule, fault] as const),
        );
    if (found.length === 0) clean.add(key);
    return found;
  });
  return { clean, faults };
}
