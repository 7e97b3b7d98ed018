/**
 * What the editor is about to save, as a person would have written it: no `false` for a box without a tick, and facts
 * said once. The editor repeats each fact in every language; it stays where a file said it before. What only the desk
 * writes stays as it was, whatever the editor makes of it.
 * Runs in the browser as it is.
 * @typedef {Readonly<Record<string, unknown>>} Fields
 * @param {{ path: string, data: Fields, i18n: Readonly<Record<string, { data: Fields }>> }} entry `data` is of the text at `path`: of the
 *   main language, or where that is missing, of the first other, which then stands in `i18n` a second time
 * @param {{ own: readonly string[], lists: Readonly<Record<string, readonly string[]>> }} facts
 * @param {Readonly<Record<string, Fields>>} before what the files said, by language
 * @returns {{ data: Fields, i18n: Readonly<Record<string, { data: Fields }>> }}
 */
export function asWritten({ path, data, i18n }, facts, before) {
  const main = /\.([\w-]+)\.md$/u.exec(path)?.[1];
  const others = Object.entries(i18n)
    .filter(([locale]) => locale !== main)
    .map(([locale, text]) => [
      locale,
      {
        ...text,
        data: kept(once(text.data, data, facts, before[locale] ?? {}), before[locale] ?? {}),
      },
    ]);
  return {
    data: kept(said(data), before[main ?? ''] ?? {}),
    i18n: Object.fromEntries(others),
  };
}

/** What people decide at the desk, and the editor only shows. */
const decisions = ['approved', 'returned'];

/**
 * @param {Fields} fields
 * @param {Fields} before
 * @returns {Fields}
 */
function kept(fields, before) {
  const others = Object.entries(fields).filter(([name]) => !decisions.includes(name));
  const decided = decisions.flatMap((name) => (name in before ? [[name, before[name]]] : []));
  return Object.fromEntries([...others, ...decided]);
}

/** @param {Fields} fields */
function said(fields) {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== false));
}

/**
 * @param {Fields} fields
 * @param {Fields} main
 * @param {{ own: readonly string[], lists: Readonly<Record<string, readonly string[]>> }} facts
 * @param {Fields} before
 */
function once(fields, main, { own, lists }, before) {
  const kept = without(said(fields), main, own, before);
  for (const [name, keys] of Object.entries(lists)) {
    const entries = kept[name];
    if (!Array.isArray(entries)) continue;
    kept[name] = entries.map((entry, index) =>
      without(entry, entryOf(main[name], index), keys, entryOf(before[name], index)),
    );
  }
  return kept;
}

/**
 * @param {unknown} list
 * @param {number} index
 * @returns {Fields}
 */
function entryOf(list, index) {
  return (Array.isArray(list) && list[index]) || {};
}

/**
 * @param {Fields} fields
 * @param {Fields} main
 * @param {readonly string[]} facts
 * @param {Fields} before
 * @returns {Record<string, unknown>}
 */
function without(fields, main, facts, before) {
  const repeats = ([name, value]) =>
    facts.includes(name) &&
    !(name in before) &&
    JSON.stringify(value) === JSON.stringify(main[name]);
  return Object.fromEntries(Object.entries(fields).filter((field) => !repeats(field)));
}
