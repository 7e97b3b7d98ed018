import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createRuleContext } from '#checks/engine/rule-context.ts';
import { checkSite } from '#checks/engine/check-site.ts';
import type { Finding, Rule } from '#checks/rule.ts';
import { createClock } from '#clock.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { type Content, writeContent } from '../site/content.ts';

/** Some days after the announcement of the small site came out. */
const now = new Date('2026-02-01T12:00:00+05:00');

/** What rules find in a finished site whose files a test has written, made of the small site with changes. */
export async function findingsIn(
  asked: readonly Rule[],
  content: Content,
  output: Content,
  pictures?: Record<string, string>,
): Promise<Finding[]> {
  const from = writeContent(content);
  const folder = mkdtempSync(join(tmpdir(), 'jarshy-site-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, written] of Object.entries(output)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), written!);
  }
  const { snapshot, sources } = await makeSnapshot({ folder: from, clock: createClock(now) });
  const { findings } = await checkSite(
    await createRuleContext({ snapshot, sources: sources(), content: from, pictures }),
    folder,
    { rules: asked },
  );
  return [...findings];
}
