// The editor's own door, run in the browser of the press office as it is: no bundler comes between.
import CMS from './cms/npm/index.js';

const answer = await fetch('./config.json');
const { config, local } = await answer.json();

if (local) {
  // What the editor would damage is not saved: the desk compares what it would write with what stands in the folder.
  CMS.registerEventListener({
    name: 'preSave',
    async handler({ entry }) {
      const checked = await fetch('./check/', { method: 'POST', body: JSON.stringify(entry) });
      const { refused } = await checked.json();
      if (!refused) return;
      alert(refused);
      throw new Error(refused);
    },
  });
}
CMS.init({ config });
