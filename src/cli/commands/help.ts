import { UserError } from '#messages/user-error.ts';
import { manualPage, recipes } from '#cli/manual.ts';
import { helpIn } from '#cli/help-texts.ts';
import { overview } from '#cli/help.ts';
import type { Call, Run } from '#cli/command.ts';

/** `npm run help`: the overview of the commands, the recipes of the manual, one of them by its number, or the card. */
export const help: Run<'help'> = async (call) => console.log(textOn(call));

function textOn({ args: [topic], say, locale }: Call<'help'>): string {
  if (topic === undefined) return `${overview(helpIn(locale))}\n\n${say('help.recipes')}`;
  if (topic === 'card') return manualPage(locale, 'card').trim();
  const all = recipes(locale);
  if (topic === 'recipes') {
    const titles = all.map(({ title }, index) => `${String(index + 1).padStart(4)}  ${title}`);
    return [...titles, '', say('help.one-recipe'), say('help.card')].join('\n');
  }
  const recipe = /^\d+$/u.test(topic) ? all[Number(topic) - 1] : undefined;
  if (!recipe) throw new UserError('no-help-on', { topic, last: all.length });
  return `${recipe.title}\n\n${recipe.text}`;
}
