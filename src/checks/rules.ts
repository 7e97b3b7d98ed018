import { feeds } from './feeds.ts';
import { held } from './held.ts';
import { languages } from './languages.ts';
import { links } from './links.ts';
import type { Rule } from './rule.ts';
import { titles } from './titles.ts';

/** Every rule, in the order in which they are listed. */
export const rules: readonly Rule[] = [held, links, languages, titles, feeds];
