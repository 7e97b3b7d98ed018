import { createRuleContext } from '#checks/engine/rule-context.ts';
import { checkSite } from '#checks/engine/check-site.ts';
import { ruleInputsOf } from '#checks/engine/inspect-file.ts';
import type { Finding } from '#checks/rule.ts';
import { createClock } from '#clock.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { readBuild } from '#cache/manifest.ts';
import type { BuildRecord } from './build-result.ts';
import { outputWriterInWorker } from './output-writer.ts';

export interface CheckOutputOptions {
  /** The content folder, absolute. */
  readonly content: string;
  /** The folder of the finished site, absolute. */
  readonly out: string;
  /** As of when the site was built; else its record says it; else it counts as built now. */
  readonly now?: Date | undefined;
}

/**
 * Checks a site that was built before against the content that it was made from.
 * @throws {Problems} when the content can no longer be read
 */
export async function checkOutput({
  content,
  out,
  now,
}: CheckOutputOptions): Promise<readonly Finding[]> {
  const record = readBuild<BuildRecord>(out);
  const { snapshot, sources } = await makeSnapshot({
    folder: content,
    clock: createClock(now ?? record?.now),
    preview: record?.preview ?? false,
  });
  const context = await createRuleContext({
    snapshot,
    sources: sources(),
    content,
    pictures: record?.pictures,
  });
  const inspector = outputWriterInWorker(out, ruleInputsOf(context));
  try {
    return (await checkSite(context, out, { inspector })).findings;
  } finally {
    await inspector.stop();
  }
}
