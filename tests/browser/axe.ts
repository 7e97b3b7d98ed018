import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** The success criteria of WCAG 2.2, levels A and AA, as axe names them, and what good pages do besides: landmarks, the order of headings. */
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on a page as it is now. */
export async function violations(page: Page): Promise<string[]> {
  // AxeBuilder brings axe into the page anew for each question, which takes ten times as long as the answer: once is enough.
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere)
    await new AxeBuilder({ page }).setLegacyMode().withRules(['html-has-lang']).analyze();
  const found = await page.evaluate(
    (tags) =>
      (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
        runOnly: tags,
      }),
    wcag,
  );
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

type AxeResults = Awaited<ReturnType<AxeBuilder['analyze']>>;

/** What reaches beyond the screen and would have to be scrolled to sideways. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const room = document.documentElement;
    if (room.scrollWidth <= room.clientWidth) return [];
    return [...document.body.querySelectorAll('*')]
      .filter(
        (element) =>
          element.getBoundingClientRect().right > room.clientWidth ||
          element.getBoundingClientRect().left < 0,
      )
      .map((element) => element.outerHTML.slice(0, 120));
  });
}
