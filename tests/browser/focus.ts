import type { Page } from 'playwright-core';
import { type Colour, contrast } from '#schema/colour.ts';

/** Where the keyboard is, as a reader sees it. */
export interface Stop {
  /** Its markup, shortened, and its number among all elements: which one it is. */
  readonly element: string;
  readonly number: number;
  /** What is said of it: its label, or its text. */
  readonly name: string;
  /** From the start of the page, not of the screen. */
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  /** What keeps a reader from seeing where they are. */
  readonly faults: readonly string[];
}

/** What WCAG 2.2 asks of a mark of focus: 2 px thick (2.4.13), and to stand out from its ground (1.4.11). */
const least = { thickness: 2, contrast: 3 };

/** @returns undefined where no element of the page has the keyboard */
export async function focused(page: Page): Promise<Stop | undefined> {
  return judge(await page.evaluate(look));
}

function judge(seen: ReturnType<typeof look>): Stop | undefined {
  if (!seen) return undefined;
  const { mark, ground, ...stop } = seen;
  const faults = [...stop.faults];
  if (mark.thickness < least.thickness) faults.push(`its mark is ${mark.thickness} px thick`);
  const reached = contrast(hex(mark.colour), hex(ground));
  if (reached < least.contrast) faults.push(`its mark has a contrast of ${reached.toFixed(1)}`);
  return { ...stop, faults };
}

/** Goes on by one step of the keyboard. @returns where it is then */
export async function step(
  page: Page,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<Stop | undefined> {
  await page.keyboard.press(key);
  return focused(page);
}

/**
 * Goes on to the next element of that name, and sees on each step of the way that the reader sees where they are.
 * @throws Error when the page ends before, or when focus cannot be seen
 */
export async function stepTo(
  page: Page,
  name: string | RegExp,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
): Promise<Stop> {
  const passed: string[] = [];
  for (let steps = 0; steps < 200; steps++) {
    const stop = await step(page, key);
    if (!stop) break;
    if (stop.faults.length > 0) throw new Error(`${stop.element}: ${stop.faults.join('; ')}`);
    if (typeof name === 'string' ? stop.name === name : name.test(stop.name)) return stop;
    passed.push(stop.name);
  }
  throw new Error(`The keyboard does not come to ${name}, only to: ${passed.join(' | ')}`);
}

/**
 * All steps through a page from its start to its end, as of a reader who holds the key down. What each of them shows is
 * looked at when the next key comes.
 */
export async function walk(page: Page): Promise<Stop[]> {
  await page.evaluate(
    `{ const look = ${String(look)}; window.seen = []; addEventListener('keydown', () => window.seen.push(look()), true); }`,
  );
  for (let from = 1; from < 400;) {
    await Promise.all(Array.from({ length: 25 }, () => page.keyboard.press('Tab')));
    // Before the first step there was nowhere; after the last comes the browser's own window, or where it has none the first element again.
    const seen = await page.evaluate<Array<ReturnType<typeof look>>>('window.seen');
    const end = seen.findIndex(
      (stop, index) => index > 1 && (!stop || stop.number === seen[1]!.number),
    );
    if (end > 0) return seen.slice(1, end).map((stop) => judge(stop)!);
    from = seen.length;
  }
  throw new Error('The page does not end.');
}

function hex(colour: string): Colour {
  const [red = 0, green = 0, blue = 0] = colour.match(/[\d.]+/gu)!.map(Number);
  return `#${[red, green, blue].map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

/** Runs in the page. */
function look() {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return undefined;
  const style = getComputedStyle(element);
  const offset = parseFloat(style.outlineOffset);
  const drawn = !['none', 'hidden'].includes(style.outlineStyle);
  const thickness = drawn ? parseFloat(style.outlineWidth) : 0;
  const faults: string[] = [];

  // What lies at the middle and near each side of each of its lines is it, or something in it.
  const boxes = [...element.getClientRects()].filter(
    ({ width, height }) => width > 0 && height > 0,
  );
  const points = boxes.flatMap(
    ({ left, right, top, bottom }) =>
      [
        [(left + right) / 2, (top + bottom) / 2],
        [left + 1, (top + bottom) / 2],
        [right - 1, (top + bottom) / 2],
        [(left + right) / 2, top + 1],
        [(left + right) / 2, bottom - 1],
      ] as const,
  );
  const whole = element.getBoundingClientRect();
  if (points.length === 0) faults.push('it has no size');
  if (
    whole.height < innerHeight &&
    (whole.top < 0 || whole.bottom > innerHeight || whole.left < 0 || whole.right > innerWidth)
  )
    faults.push('it is not on the screen');
  for (const [x, y] of points) {
    const there = document.elementFromPoint(x, y);
    if (y >= 0 && y < innerHeight && there && !element.contains(there) && !there.contains(element))
      faults.push(`${there.tagName}.${there.className} lies over it`);
  }

  const name = (
    element.getAttribute('aria-label') ??
    document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent ??
    (element instanceof HTMLInputElement || element instanceof HTMLSelectElement
      ? element.labels?.[0]?.textContent
      : element instanceof HTMLVideoElement
        ? element.title
        : // A link around a picture is called as the picture is.
          element.textContent.trim() ||
          [...element.querySelectorAll('img')].map(({ alt }) => alt).join(' ')) ??
    ''
  )
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const isBox = ['DIV', 'SECTION', 'SPAN', 'P'].includes(element.tagName);
  if (!name || (isBox && !(element.ariaLabel || element.hasAttribute('aria-labelledby'))))
    faults.push('nobody is told what it is');
  // Whoever works by voice says the words that are seen (WCAG 2.5.3).
  if (
    element.matches('a, button, summary') &&
    !name.includes(element.innerText.replaceAll(/\s+/gu, ' ').trim())
  )
    faults.push('it is called otherwise than is seen');

  // Nothing that hides what reaches out of it cuts the mark off.
  const reach = Math.max(0, offset + thickness);
  for (
    let around = element.parentElement;
    around && around !== document.documentElement;
    around = around.parentElement
  ) {
    const { overflowX, overflowY } = getComputedStyle(around);
    const room = around.getBoundingClientRect();
    const cut =
      (overflowX !== 'visible' &&
        (whole.left - reach < room.left || whole.right + reach > room.right)) ||
      (overflowY !== 'visible' &&
        (whole.top - reach < room.top || whole.bottom + reach > room.bottom));
    if (cut) faults.push(`its mark is cut off by ${around.tagName}.${around.className}`);
  }

  // The mark is drawn on what the element stands on, or inside on the element itself.
  let ground: Element | null = offset < 0 ? element : element.parentElement;
  const transparent = /^rgba\(.*, 0\)$|^transparent$/u;
  while (ground && transparent.test(getComputedStyle(ground).backgroundColor))
    ground = ground.parentElement;

  return {
    element: element.outerHTML.replaceAll(/\s+/gu, ' ').slice(0, 100),
    // In the body: scripts put elements into the head while keys are pressed.
    number: [...document.body.querySelectorAll('*')].indexOf(element),
    name,
    box: {
      left: whole.left,
      top: whole.top + scrollY,
      right: whole.right,
      bottom: whole.bottom + scrollY,
    },
    faults: [...new Set(faults)],
    mark: { thickness, colour: style.outlineColor },
    ground: ground ? getComputedStyle(ground).backgroundColor : 'rgb(255, 255, 255)',
  };
}
