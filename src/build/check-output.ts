import { createRuleContext } from '#checks/engine/rule-context.ts';
import { checkSite } from '#checks/engine/check-site.ts';
import { ruleInputsOf } from '#checks/engine/inspect-file.ts';
import type { Finding } from '#checks/rule.ts';
import { createClock } from '#clock.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Of } from '#cache/file-stat.ts';
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
  // A target of `publish` leads to its site by a link.
  const { build: record, files } = readBuild<BuildRecord>(realpathSync(out)) ?? {};
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
    changed: [...(files ?? [])].flatMap(([path, sha256]) =>
      existsSync(join(out, path)) && sha256Of(join(out, path)) === sha256 ? [] : [path],
    ),
  });
  const inspector = outputWriterInWorker(out, ruleInputsOf(context));
  try {
    return (await checkSite(context, out, { inspector })).findings;
  } finally {
    await inspector.stop();
  }
}
