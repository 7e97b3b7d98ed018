import { commonParts } from './common-parts.mjs';

// What somebody else has changed while the editor was open. Runs in the browser of the press office as it is; the
// functions that need no browser are tested in Node.

/** @typedef {Readonly<Record<string, unknown>>} Fields */
/** @typedef {{ locale: string, field: string, mine: unknown, theirs: unknown }} Difference */
/** @typedef {{ path: string, data: Fields, i18n: Readonly<Record<string, { data: Fields }>> }} Entry */

/**
 * Remembers every version of a text that the editor reads or writes, as a hash of its bytes.
 * @param {{ FileSystemFileHandle: any, FileSystemWritableFileStream: any }} browser
 * @param {(bytes: ArrayBuffer) => Promise<string>} hash
 * @returns {(version: string) => Promise<boolean>} whether the editor knows a version
 */
export function rememberVersions({ FileSystemFileHandle, FileSystemWritableFileStream }, hash) {
  /** @type {Set<string>} */
  const known = new Set();
  /** @type {Promise<unknown>} */
  let working = Promise.resolve();
  const note = (/** @type {Promise<ArrayBuffer>} */ bytes) => {
    working = Promise.all([
      working,
      bytes.then(hash).then(
        (version) => known.add(version),
        () => {}, // A file that cannot be read is not known.
      ),
    ]);
  };
  const { getFile } = FileSystemFileHandle.prototype;
  FileSystemFileHandle.prototype.getFile = async function (/** @type {unknown[]} */ ...args) {
    const file = await getFile.apply(this, args);
    if (/^index\.[\w-]+\.md$/u.test(file.name)) note(file.arrayBuffer());
    return file;
  };
  const { write } = FileSystemWritableFileStream.prototype;
  FileSystemWritableFileStream.prototype.write = function (/** @type {any} */ data) {
    const written = data?.type === 'write' ? data.data : data;
    if (typeof written === 'string' || written instanceof Blob)
      note(new Blob([written]).arrayBuffer());
    return write.call(this, data);
  };
  return async (version) => {
    await working;
    return known.has(version);
  };
}

/**
 * The fields in which two versions of an entry differ.
 * @param {Readonly<Record<string, Fields>>} mine what the editor would write, by language, with `body`
 * @param {Readonly<Record<string, Fields>>} theirs what the folder has now
 * @returns {Difference[]}
 */
export function differences(mine, theirs) {
  return Object.entries(theirs).flatMap(([locale, there]) => {
    const here = mine[locale] ?? {};
    return [...new Set([...Object.keys(there), ...Object.keys(here)])]
      .filter((field) => said(here[field]) !== said(there[field]))
      .map((field) => ({ locale, field, mine: here[field], theirs: there[field] }));
  });
}

/** @param {unknown} value */
function said(value) {
  if (value === undefined || value === null || value === '' || value === false) return '';
  return typeof value === 'string' ? value.trim() : JSON.stringify(value);
}

/**
 * The passages of two bodies: what both have, and what must be chosen.
 * @param {string} mine
 * @param {string} theirs
 * @returns {Array<{ both: string[] } | { mine: string[], theirs: string[] }>}
 */
export function passages(mine, theirs) {
  const [here, there] = [mine, theirs].map((body) => body.trim().split(/\n[ \t]*\n\s*/u));
  const found = [];
  let [i, j] = [0, 0];
  const until = (/** @type {number} */ m, /** @type {number} */ n) => {
    if (m > i || n > j) found.push({ mine: here.slice(i, m), theirs: there.slice(j, n) });
    [i, j] = [m, n];
  };
  for (const [m, n] of commonParts(here, there)) {
    until(m, n);
    found.push({ both: [here[m]] });
    [i, j] = [m + 1, n + 1];
  }
  until(here.length, there.length);
  return found;
}

/**
 * The body that a person has chosen.
 * @param {ReturnType<typeof passages>} found
 * @param {(choice: number) => 'mine' | 'theirs'} sideOf by the number of the choice
 */
export function chosenBody(found, sideOf) {
  let choice = 0;
  return `${found
    .flatMap((part) => ('both' in part ? part.both : part[sideOf(choice++)]))
    .filter(Boolean)
    .join('\n\n')}\n`;
}

/**
 * Shows both versions, and waits for a choice in each place.
 * @param {Difference[]} found
 * @param {Readonly<Record<string, string>>} words
 * @returns {Promise<undefined | Array<Difference & { chosen: unknown }>>} undefined when the person goes back to the text
 */
export function askWhichStays(found, words) {
  const dialog = document.createElement('dialog');
  dialog.id = 'elsewhere';
  dialog.style.cssText = 'max-width:70rem;width:90vw;max-height:90vh;overflow:auto;padding:1.5rem';
  const form = add(dialog, 'form');
  form.method = 'dialog';
  add(form, 'p', words.changed);
  const reads = found.map((difference, index) => {
    const { locale, field, mine, theirs } = difference;
    if (field !== 'body') {
      choice(
        form,
        `${locale} · ${field}`,
        `${index}`,
        [shown(mine, words), shown(theirs, words)],
        words,
      );
      return () => (sideIn(form, `${index}`) === 'mine' ? mine : theirs);
    }
    const parts = passages(String(mine ?? ''), String(theirs ?? ''));
    let number = 0;
    for (const part of parts)
      if (!('both' in part))
        choice(
          form,
          locale,
          `${index}-${number++}`,
          [shown(part.mine.join('\n\n'), words), shown(part.theirs.join('\n\n'), words)],
          words,
        );
    return () => chosenBody(parts, (at) => sideIn(form, `${index}-${at}`));
  });
  const save = add(form, 'button', words.save);
  save.value = 'save';
  const cancel = add(form, 'button', words.cancel);
  cancel.value = 'cancel';
  cancel.formNoValidate = true;
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((done) => {
    dialog.addEventListener('close', () => {
      const isSaved = dialog.returnValue === 'save';
      const chosen = isSaved
        ? found.map((one, index) => ({ ...one, chosen: reads[index]() }))
        : undefined;
      dialog.remove();
      done(chosen);
    });
  });
}

function choice(form, legend, name, texts, words) {
  const group = add(form, 'fieldset');
  group.style.cssText = 'display:grid;grid-template-columns:1fr 1fr;gap:1rem;margin:1rem 0';
  add(group, 'legend', legend);
  ['mine', 'theirs'].forEach((side, index) => {
    const label = add(group, 'label');
    label.style.minWidth = '0';
    const input = add(label, 'input');
    Object.assign(input, { type: 'radio', name, value: side, required: true });
    add(label, 'strong', ` ${words[side]}`);
    add(label, 'pre', texts[index]).style.cssText = 'white-space:pre-wrap;overflow-wrap:anywhere';
  });
}

function sideIn(form, name) {
  return new FormData(form).get(name) === 'theirs' ? 'theirs' : 'mine';
}

function shown(value, words) {
  if (value === undefined || value === null || value === '') return words.empty;
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1);
}

function add(parent, name, text) {
  const element = document.createElement(name);
  if (text !== undefined) element.textContent = text;
  parent.append(element);
  return element;
}

/**
 * Puts what was chosen into an entry.
 * @param {Entry} entry
 * @param {ReadonlyArray<Difference & { chosen: unknown }>} chosen
 * @param {string | undefined} main the language of `data`
 */
export function withChosen(entry, chosen, main) {
  const put = (/** @type {Fields} */ data, /** @type {string | undefined} */ locale) => {
    const own = chosen.filter((one) => one.locale === locale);
    const fields = { ...data };
    for (const { field, chosen: value } of own)
      if (value === undefined) delete fields[field];
      else fields[field] = value;
    return fields;
  };
  return {
    ...entry,
    data: put(entry.data, main),
    i18n: Object.fromEntries(
      Object.entries(entry.i18n).map(([locale, text]) => [
        locale,
        { ...text, data: put(text.data, locale) },
      ]),
    ),
  };
}
