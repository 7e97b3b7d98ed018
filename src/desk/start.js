// The editor's own door, run in the browser of the press office as it is: no bundler comes between.
import CMS from './cms/npm/index.js';
import { fromJS } from 'immutable';
import { asWritten } from './as-written.js';
import { askWhichStays, differences, rememberVersions, withChosen } from './elsewhere.js';

const hex = (bytes) =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0'));
const isKnown = rememberVersions(globalThis, async (bytes) =>
  hex(await crypto.subtle.digest('SHA-256', bytes)).join(''),
);
const answer = await fetch('./config.json');
const { config, facts, local, addElsewhere, words } = await answer.json();

CMS.registerEventListener({
  name: 'preSave',
  async handler({ entry }) {
    // What the editor would damage is not saved: the desk compares what it would write with what stands in the folder.
    const ask = async (question) =>
      (await fetch(`./${question}/`, { method: 'POST', body: JSON.stringify(entry) })).json();
    const { refused, before } = local ? await ask('check') : { before: {} };
    if (refused) {
      alert(refused);
      throw new Error(refused);
    }
    const plain = entry.toJS();
    const written = { ...plain, ...asWritten(plain, facts, before) };
    return fromJS(local ? await withoutLoss(written, before, await ask('versions')) : written);
  },
});

// Somebody else may have changed the text since the editor read it: a person decides, place by place.
async function withoutLoss(entry, before, { bodies, versions }) {
  const unknown = [];
  for (const [locale, version] of Object.entries(versions))
    if (!(await isKnown(version))) unknown.push(locale);
  if (unknown.length === 0) return entry;
  const main = /\.([\w-]+)\.md$/u.exec(entry.path)?.[1];
  const mine = Object.fromEntries(
    unknown.map((locale) => [
      locale,
      locale === main ? entry.data : (entry.i18n[locale]?.data ?? {}),
    ]),
  );
  const theirs = Object.fromEntries(
    unknown.map((locale) => [locale, { ...before[locale], body: bodies[locale] }]),
  );
  const found = differences(mine, theirs);
  if (found.length === 0) return entry;
  const chosen = await askWhichStays(found, words);
  if (!chosen) throw new Error(words.changed);
  return withChosen(entry, chosen, main);
}
// What comes from Word keeps its headings, lists, tables and links: the desk makes Markdown of it, as it does of files.
if (local)
  addEventListener(
    'paste',
    async (event) => {
      const html = event.clipboardData?.getData('text/html') ?? '';
      const inBody = event.target.closest?.('[data-key-path="body"]');
      if (!inBody || !/<(?:b|strong|i|em|h[1-6]|li|table|a)[\s>]/iu.test(html)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      // The clipboard is closed when the answer comes.
      const plain = event.clipboardData.getData('text/plain');
      const answer = await fetch('./paste/', { method: 'POST', body: html });
      const { markdown, lines } = await answer.json();
      document.execCommand('insertText', false, markdown ?? plain);
      if (lines.length > 0) alert(lines.join('\n'));
    },
    { capture: true },
  );

// Into an announcement that is there, the editor cannot put another language (Sveltia CMS 0.221): its own button fails without a word
// for its main language, and puts the text of any other beside the announcement, under a wrong name. The desk begins that text.
addEventListener(
  'click',
  (event) => {
    if (
      !location.hash.includes('/entries/') ||
      !event.target.closest('[data-mode="edit"][data-locale] .empty-state button')
    )
      return;
    event.stopImmediatePropagation();
    alert(addElsewhere);
    if (local) location.href = '/desk/#missing';
  },
  { capture: true },
);
CMS.init({ config });
