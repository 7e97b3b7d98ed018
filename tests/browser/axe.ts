import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** The success criteria of WCAG 2.2, levels A and AA, as axe names them, and what good pages do besides: landmarks, the order of headings. */
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What is not needed to find a violation takes half of the time of a run: a report on all elements that passed, and the
 * style sheets, which only an experimental rule reads. Films and sounds are needed by `no-autoplay-audio`.
 */
const options = {
  runOnly: wcag,
  resultTypes: ['violations'],
  preload: { assets: ['media'] },
} satisfies axe.RunOptions;

/** The rules that ask for colours. By night no other one can find what it did not find by day. */
export const ofColours = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds on a page as it is now: the rule, the element and what is wrong, one line for each.
 * @param rules all rules, if it is left out
 */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in window);
  if (!isThere) await page.evaluate(axe.source);
  const found = await page.evaluate(
    (given) => (window as unknown as { axe: typeof axe }).axe.run(given),
    { ...options, ...(rules && { runOnly: [...rules] }) },
  );
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

/** What reaches beyond the screen and would have to be scrolled to sideways. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    // The width of the page does not tell: what stands out of a size container cannot even be scrolled to.
    const isInScroller = (element: Element | null): boolean =>
      element !== null &&
      (getComputedStyle(element).overflowX !== 'visible' || isInScroller(element.parentElement));
    return [...document.body.querySelectorAll('*')]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return (
          (right > width + 0.5 || left < -0.5) &&
          element.checkVisibility({ visibilityProperty: true }) &&
          getComputedStyle(element).position !== 'fixed' &&
          !isInScroller(element.parentElement)
        );
      })
      .map((element) => element.outerHTML.slice(0, 120));
  });
}
