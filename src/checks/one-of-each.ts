/**
 * Makes plain values that share their texts. What is read from ten thousand pages is mostly the same, and a text that was cut
 * out of a page keeps the whole page in memory as long as it lives (V8's sliced strings).
 * @returns gives the same value, made of one text for all that are equal
 */
export function oneOfEach(): <Value>(value: Value) => Value {
  const known = new Map<string, string>();
  const text = (found: string) => {
    let own = known.get(found);
    if (own === undefined) known.set((own = Buffer.from(found).toString()), own);
    return own;
  };
  const share = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(share);
    return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, share(part)])) : value;
  };
  return share as <Value>(value: Value) => Value;
}
