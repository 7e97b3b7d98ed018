import type { Permission, Sources } from '#site/sources.ts';

/** Splits a line of `privacyOk` into the rule and the reason, which is empty if it is missing. */
export function takenApart({ said }: Permission): { rule: string; reason: string } {
  const [, rule = said.trim(), reason = ''] =
    /^\s*(?<rule>[^:\s]+)\s*:(?<reason>.*)$/su.exec(said) ?? [];
  return { rule, reason: reason.trim() };
}

/** Whether the announcement in a folder permits what a rule finds, and gives a reason. */
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
