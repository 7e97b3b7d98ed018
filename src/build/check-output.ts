import { createRuleContext } from '#checks/engine/rule-context.ts';
import { checkSite } from '#checks/engine/check-site.ts';
import { ruleInputsOf } from '#checks/engine/inspect-file.ts';
import type { Finding } from '#checks/rule.ts';
import { createClock } from '#clock.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { readBuild } from '#cache/manifest.ts';
import type { BuildRecord } from './build-result.ts';
import { outputWriterInWorker } from './output-writer.ts';

/** What `checkOutput` needs to find the site and its content. */
export interface CheckOutputOptions {
  /** The content folder, absolute. */
  readonly content: string;
  /** The folder of the finished site, absolute. */
  readonly out: string;
  /**
   * The moment as of which the site was built. By default it is read from the build record; if there is none, it is the
   * current time.
   */
  readonly now?: Date | undefined;
}

/**
 * Checks an existing site against the content from which it was built.
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
