// The editor's own door, run in the browser of the press office as it is: no bundler comes between.
import CMS from './cms/npm/index.js';

const answer = await fetch('./config.json');
const { config, local } = await answer.json();

/** The editor writes `false` for a box without a tick, where a person writes nothing. */
const said = (fields) => fields.filterNot((value) => value === false);

CMS.registerEventListener({
  name: 'preSave',
  async handler({ entry }) {
    // What the editor would damage is not saved: the desk compares what it would write with what stands in the folder.
    if (local) {
      const checked = await fetch('./check/', { method: 'POST', body: JSON.stringify(entry) });
      const { refused } = await checked.json();
      if (refused) {
        alert(refused);
        throw new Error(refused);
      }
    }
    return entry.update('data', said).update('i18n', (texts) => texts.map((text) => text.update('data', said)));
  },
});
CMS.init({ config });
