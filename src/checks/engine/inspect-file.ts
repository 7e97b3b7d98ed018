import { hash } from 'node:crypto';
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

/**
 * The inspection of one file of a finished site, which is read once: its facts and the findings in it. A plain
 * value.
 */
export interface InspectedFile {
  /** See `outputStat`. */
  readonly stat: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string;
  readonly facts: FileFacts;
  /** Each with the name of the rule that found it. */
  readonly faults: ReadonlyArray<readonly [rule: string, UnplacedFinding]>;
}

/** What the rules for files know apart from the file itself. A plain value. */
export interface RuleInputs {
  /** Hash of `byRule`. */
  readonly key: string;
  readonly byRule: ReadonlyArray<readonly [rule: string, inputs: unknown]>;
}

/** Collects the inputs of the rules for files before any file is read. */
export function ruleInputsOf(beforehand: RuleContext, asked: readonly Rule[] = rules): RuleInputs {
  const byRule = asked.flatMap(({ name, ofFile }) =>
    ofFile ? [[name, ofFile.basis(beforehand)] as const] : [],
  );
  return { key: hashOf(byRule), byRule };
}

/**
 * Creates a function that inspects one file, given its path from the site's root. The function reads the file unless
 * it gets the bytes that were just written. It returns undefined if the file does not exist.
 * @param folder absolute path of the finished site
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
    // The stat is taken before the bytes are read. If the file is written in between, its next stat differs.
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
    return { stat, sha256: hash('sha256', file.bytes), facts: { page, feed }, faults };
  };
}

/** HTML files in the folder of the search engine (`/_…`) are not pages of the site. */
function isPage(path: string): boolean {
  return path.endsWith('.html') && !path.startsWith('/_');
}
