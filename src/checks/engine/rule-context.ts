import type { RuleContext } from '#checks/rule.ts';
import { readAttachments } from '#checks/readers/read-attachments.ts';

/** Builds the rule context: what rules can know about a site before it is finished. */
export async function createRuleContext(
  known: Omit<RuleContext, 'attachments' | 'unread'>,
): Promise<RuleContext> {
  return { ...known, ...(await readAttachments(known.content, known.sources)) };
}
