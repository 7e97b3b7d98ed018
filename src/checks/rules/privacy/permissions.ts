import type { Permission, Sources } from '#site/sources.ts';

/** A line of `privacyOk`, taken apart; the reason may be missing. */
export function takenApart({ said }: Permission): { rule: string; reason: string } {
  const [, rule = said.trim(), reason = ''] =
    /^\s*(?<rule>[^:\s]+)\s*:(?<reason>.*)$/su.exec(said) ?? [];
  return { rule, reason: reason.trim() };
}

/** Whether the announcement in a folder says, with a reason, that a rule must bear with it. */
export function isPermitted(
  { permissions }: Pick<Sources, 'permissions'>,
  folder: string | undefined,
  rule: string,
): boolean {
  return permissions.some((permission) => {
    if (permission.folder !== folder) return false;
    const said = takenApart(permission);
    return said.rule === rule && said.reason !== '';
  });
}
