import { z } from 'zod';
import { itemAt } from '#lang/lookup.ts';
import { black, type Colour, dark, light } from '#styles/colours.ts';
import type { FieldFault } from './fields.ts';

export type { Colour };

/** The darkest background behind links on a light page, and the lightest one on a dark page. */
export const grounds = { light: light.tint, dark: dark.tint };

/** The contrast that text must have with its background (WCAG 2.2, 1.4.3), and the one that it should have (1.4.6). */
export const leastContrast = 4.5;
export const goodContrast = 7;

const example = light.accent;

/**
 * The colour of links and buttons on a light page. A colour that is not legible there is refused, and the problem
 * suggests the nearest legible one.
 */
export const accentColour = z.string().transform((text, context): Colour => {
  const fault = faultOf(text);
  if (!fault) return text.toLowerCase() as Colour;
  context.issues.push({ code: 'custom', input: text, params: fault });
  return z.NEVER;
});

function faultOf(text: string): FieldFault | undefined {
  if (!/^#[0-9a-f]{6}$/iu.test(text)) return { id: 'bad-format', params: { example } };
  const colour = text.toLowerCase() as Colour;
  const reached = contrast(colour, grounds.light);
  if (reached >= leastContrast) return undefined;
  // Truncate, do not round: 4.49 must not be reported as 4.5.
  const told = Math.floor(reached * 10) / 10;
  return {
    id: 'poor-contrast',
    params: {
      contrast: told,
      least: leastContrast,
      legible: legible(colour, black, grounds.light, leastContrast),
    },
  };
}

/** The contrast ratio of two colours: 1 to 21 (WCAG 2.2). */
export function contrast(a: Colour, b: Colour): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/**
 * Moves a colour towards another, only as far as needed to reach a contrast with the background. Returns the other
 * colour when no mixture reaches it.
 */
export function legible(colour: Colour, towards: Colour, ground: Colour, least: number): Colour {
  const steps = Array.from({ length: 100 }, (_, step) => mix(colour, towards, step / 100));
  return steps.find((each) => contrast(each, ground) >= least) ?? towards;
}

function luminance(colour: Colour): number {
  const [red, green, blue] = channels(colour)
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mix(a: Colour, b: Colour, share: number): Colour {
  const other = channels(b);
  const mixed = channels(a).map((value, index) =>
    Math.round(value + (itemAt(other, index) - value) * share),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: Colour): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}
