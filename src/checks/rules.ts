import { feeds } from './feeds.ts';
import { held } from './held.ts';
import { languages } from './languages.ts';
import { links } from './links.ts';
import { privacyOk } from './privacy/privacy-ok.ts';
import { privacyRules } from './privacy/privacy-rules.ts';
import type { Rule } from './rule.ts';
import { titles } from './titles.ts';

/** Every rule, in the order in which they are listed. */
export const rules: readonly Rule[] = [held, ...privacyRules, privacyOk, links, languages, titles, feeds];
