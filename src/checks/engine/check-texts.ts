import type { BuildCache } from '#cache/build-cache.ts';
import { hashOf } from '#cache/hash.ts';
import type { RuleContext, UnplacedFinding, Rule } from '#checks/rule.ts';
import type { SourceText } from '#site/sources.ts';
import { rules } from './all-rules.ts';
import { textCheck, textCheckKey } from './check-cache.ts';

/** Texts of the content to be checked. Plain, so that a worker can do it. */
export interface TextTask {
  readonly texts: readonly SourceText[];
  /** What each rule that looks at texts knows besides. */
  readonly byRule: ReadonlyArray<readonly [rule: string, inputs: unknown]>;
}

/** What was found in each text of a task, with the names of the rules that found it. */
export type CheckedTexts = ReadonlyArray<ReadonlyArray<readonly [rule: string, UnplacedFinding]>>;

/** @returns a task of the texts that are not known to be clean */
export function textTaskOf(
  context: Pick<RuleContext, 'snapshot' | 'sources'>,
  cache: BuildCache,
  asked: readonly Rule[] = rules,
): TextTask {
  const byRule = asked.flatMap(({ name, ofText }) =>
    ofText ? [[name, ofText.basis(context)] as const] : [],
  );
  const inputs = hashOf(byRule);
  const isClean = (text: SourceText) =>
    cache.get(textCheck, text.file, textCheckKey(inputs, text)) ?? false;
  return { texts: context.sources.texts.filter((text) => !isClean(text)), byRule };
}

export function checkTexts(
  { texts, byRule }: TextTask,
  asked: readonly Rule[] = rules,
): CheckedTexts {
  const inputs = new Map(byRule);
  const inspectors = asked.flatMap(({ name, ofText }) =>
    ofText ? [[name, ofText.inspector(inputs.get(name))] as const] : [],
  );
  return texts.map((text) =>
    inspectors.flatMap(([rule, inspect]) =>
      inspect(text).map((finding) => [rule, finding] as const),
    ),
  );
}

/** Keeps which texts are clean. */
export function keepCheckedTexts(
  cache: BuildCache,
  { texts, byRule }: TextTask,
  checked: CheckedTexts,
): void {
  const inputs = hashOf(byRule);
  for (const [index, text] of texts.entries())
    if (checked[index]?.length === 0)
      cache.set(textCheck, text.file, textCheckKey(inputs, text), true);
}
