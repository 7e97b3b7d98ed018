import type { Beforehand } from '#checks/rule.ts';
import { readAttachments } from '#checks/readers/read-attachments.ts';

/** What rules can know of a site before it is finished. */
export async function lookBeforehand(known: Omit<Beforehand, 'attachments'>): Promise<Beforehand> {
  return { ...known, attachments: await readAttachments(known.content, known.sources) };
}
