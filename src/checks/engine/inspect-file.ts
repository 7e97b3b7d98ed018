import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '#cache/hash.ts';
import { outputStat } from '#cache/file-stat.ts';
import { feedReader, isFeed } from '#checks/readers/feed-document.ts';
import { outputFile } from '#checks/readers/output-file.ts';
import { pageReader } from '#checks/readers/page-reader.ts';
import type { RuleContext, UnplacedFinding, Rule } from '#checks/rule.ts';
import { rules } from './all-rules.ts';
import type { FileFacts } from './check-cache.ts';

/** A file of a finished site, read once: what rules know of it, and what is wrong with it. Plain. */
export interface InspectedFile {
  /** See `outputStat`. */
  readonly stat: string;
  readonly facts: FileFacts;
  /** With the names of the rules that found them. */
  readonly faults: ReadonlyArray<readonly [rule: string, UnplacedFinding]>;
}

/** What the rules that look at files know besides the file. Plain. */
export interface RuleInputs {
  /** Hash of the rest. */
  readonly key: string;
  readonly byRule: ReadonlyArray<readonly [rule: string, inputs: unknown]>;
}

export function ruleInputsOf(beforehand: RuleContext, asked: readonly Rule[] = rules): RuleInputs {
  const byRule = asked.flatMap(({ name, ofFile }) =>
    ofFile ? [[name, ofFile.basis(beforehand)] as const] : [],
  );
  return { key: hashOf(byRule), byRule };
}

/**
 * @param folder of the finished site, absolute
 * @returns reads a file, by its path from the site's root, or what has been written into it just now; undefined where there is none
 */
export function fileInspector(
  folder: string,
  { byRule }: RuleInputs,
  asked: readonly Rule[] = rules,
): (path: string, bytes?: Buffer) => InspectedFile | undefined {
  const bases = new Map(byRule);
  const inspectors = asked.flatMap(({ name, ofFile }) =>
    ofFile && bases.has(name) ? [[name, ofFile.inspector(bases.get(name))] as const] : [],
  );
  const [readFeed, readPage] = [feedReader(), pageReader()];
  return (path, bytes) => {
    const place = join(folder, path);
    // Before its bytes are read: if it is written in between, its next stat differs.
    const stat = outputStat(place);
    if (stat === undefined) return undefined;
    const file = outputFile(path, bytes ?? readFileSync(place));
    const faults = inspectors.flatMap(([rule, inspect]) =>
      inspect(file).map((fault) => [rule, fault] as const),
    );
    const page = isPage(path)
      ? readPage(path.replace(/index\.html$/u, ''), file.text())
      : undefined;
    const feed = isFeed(path) ? readFeed(path, file.text()) : undefined;
    return { stat, facts: { page, feed }, faults };
  };
}

/** The search engine's own folder holds no page of ours. */
function isPage(path: string): boolean {
  return path.endsWith('.html') && !path.startsWith('/_');
}
