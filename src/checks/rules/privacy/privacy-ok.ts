import { must, mustGet } from '#lang/lookup.ts';
import type { Filled, PlaceholderTable } from '#lang/placeholders.ts';
import { nearest } from '#lang/nearest.ts';
import type { ContentRuleContext, FindingOf, Rule } from '#checks/rule.ts';
import { takenApart } from './permissions.ts';
import { privacyRules } from './privacy-rules.ts';

const sentences = {
  'privacy-ok-unknown': ['rule', 'rules', 'nearest'],
  'privacy-ok-reason': ['rule'],
  'privacy-ok-unused': ['rule'],
} as const satisfies PlaceholderTable;
type Found = FindingOf<typeof sentences>;

/** A line of `privacyOk` names a rule that exists, gives a reason, and is needed. */
export const privacyOk: Rule<Found> = {
  name: 'privacy-ok',
  severity: 'error',
  sentences,
  ofContent(checked) {
    const needed = neededIn(checked);
    return checked.sources.permissions.flatMap((permission): Found[] => {
      const { file, line, folder, standing } = permission;
      if (standing === 'removed') return [];
      const { rule, reason } = takenApart(permission);
      const known = privacyRules.map(({ name }) => name);
      const fault = (found: Filled<typeof sentences>, severity?: Found['severity']): Found[] => [
        { ...found, file, line, severity },
      ];
      if (!known.includes(rule))
        return fault({
          id: 'privacy-ok-unknown',
          params: {
            rule,
            rules: known.join(', '),
            nearest: nearest(rule, known) ?? '',
          },
        });
      if (reason === '') return fault({ id: 'privacy-ok-reason', params: { rule } });
      return needed(folder).has(rule)
        ? []
        : fault({ id: 'privacy-ok-unused', params: { rule } }, 'advice');
    });
  },
};

/**
 * @returns a function that lists the rules that would find something in an announcement's folder if nothing silenced
 * them
 */
function neededIn(checked: ContentRuleContext): (folder: string) => Set<string> {
  const silenced = new Set(checked.sources.permissions.map(({ folder }) => folder));
  if (silenced.size === 0) return () => new Set();
  const within = <Source extends { folder?: string | undefined }>(sources: readonly Source[]) =>
    sources.filter(({ folder }) => folder !== undefined && silenced.has(folder));
  const sources = {
    texts: within(checked.sources.texts),
    files: within(checked.sources.files),
    permissions: [],
  };
  const folderOf = new Map(
    [...sources.texts, ...sources.files].map(({ file, folder }) => [
      file,
      must(folder, 'folder of an announcement'),
    ]),
  );
  const needed = new Map<string, Set<string>>();
  for (const rule of privacyRules) {
    const inspect = rule.ofText?.inspector(
      rule.ofText.basis({ snapshot: checked.snapshot, sources }),
    );
    const found = [
      ...sources.texts.flatMap((text) => inspect?.(text) ?? []),
      ...(rule.ofContent?.({ ...checked, sources }) ?? []),
    ];
    for (const { file } of found) {
      const folder = mustGet(folderOf, must(file, 'file of a finding'));
      needed.set(folder, (needed.get(folder) ?? new Set()).add(rule.name));
    }
  }
  return (folder) => needed.get(folder) ?? new Set();
}
