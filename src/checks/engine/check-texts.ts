import type { BuildCache } from '#cache/build-cache.ts';
import { hashOf } from '#cache/hash.ts';
import type { RuleContext, UnplacedFinding, Rule } from '#checks/rule.ts';
import type { SourceText } from '#site/sources.ts';
import { rules } from './all-rules.ts';
import { textCheck, textCheckKey } from './check-cache.ts';

/** Content texts to check. A plain value, so that a worker can do the check. */
export interface TextTask {
  readonly texts: readonly SourceText[];
  /** The inputs of each rule for texts, apart from the texts themselves. */
  readonly byRule: ReadonlyArray<readonly [rule: string, inputs: unknown]>;
}

/** What was found in each text of a task, with the names of the rules that found it. */
export type CheckedTexts = ReadonlyArray<ReadonlyArray<readonly [rule: string, UnplacedFinding]>>;

/** @returns a task with the texts that the cache does not list as clean */
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

/** Runs the rules for texts on every text of a task. */
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

/** Records in the cache which texts are clean. */
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
