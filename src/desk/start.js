// The editor's own door, run in the browser of the press office as it is: no bundler comes between.
import CMS from './cms/npm/index.js';
import { fromJS } from 'immutable';
import { asWritten } from './as-written.js';

const answer = await fetch('./config.json');
const { config, facts, local, addElsewhere } = await answer.json();

CMS.registerEventListener({
  name: 'preSave',
  async handler({ entry }) {
    // What the editor would damage is not saved: the desk compares what it would write with what stands in the folder.
    const { refused, before } = local
      ? await (await fetch('./check/', { method: 'POST', body: JSON.stringify(entry) })).json()
      : { before: {} };
    if (refused) {
      alert(refused);
      throw new Error(refused);
    }
    const plain = entry.toJS();
    return fromJS({ ...plain, ...asWritten(plain, facts, before) });
  },
});
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
