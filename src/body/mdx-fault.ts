import type { MdxFault } from './body.ts';
import { bodyComponents } from './components.ts';
import type { BodyProblem } from './mdx.ts';

/**
 * The problem for a failed component: where the text uses it, and where its file is.
 * @param text the text without front matter
 * @param own the names of the theme's components
 */
export function failedComponent(
  failure: MdxFault,
  text: string,
  own: ReadonlySet<string>,
): BodyProblem {
  if (failure.fault === 'component-throws') {
    const { name, place, detail } = failure;
    const names = name === undefined ? usedIn(text, own) : [name];
    return {
      id: 'component-throws',
      line: lineOf(text, names),
      params: { name: names.join(', '), place: place || names.join(', '), detail },
    };
  }
  const names = usedIn(text, own);
  return {
    id: 'component-endless',
    line: lineOf(text, names),
    params: { names: names.join(', '), seconds: String(failure.seconds) },
  };
}

/** The theme's components that a text uses; if there are none, the names of the built-in ones. */
function usedIn(text: string, own: ReadonlySet<string>): string[] {
  const used = [...own].filter((name) => lineOf(text, [name]) !== undefined);
  return used.length > 0 ? used : Object.keys(bodyComponents);
}

/** The first line on which one of these components is used, counted from 1. */
function lineOf(text: string, names: readonly string[]): number | undefined {
  const index = text
    .split('\n')
    .findIndex((line) => names.some((name) => new RegExp(`<${name}\\b`, 'u').test(line)));
  return index < 0 ? undefined : index + 1;
}
