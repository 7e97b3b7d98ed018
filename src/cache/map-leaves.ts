/** A plain value with each of its leaves changed: what is neither list nor object. Asked about millions, so it makes nothing besides. */
export function mapLeaves(value: unknown, change: (leaf: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((part) => mapLeaves(part, change));
  if (typeof value !== 'object' || value === null) return change(value);
  const changed: Record<string, unknown> = {};
  for (const key in value)
    changed[key] = mapLeaves((value as Record<string, unknown>)[key], change);
  return changed;
}
