import { feeds } from './feeds.ts';
import { held } from './held.ts';
import { hostLimits } from './host-limits.ts';
import { html } from './html.ts';
import { images } from './images.ts';
import { languages } from './languages.ts';
import { links } from './links.ts';
import { mixedScripts } from './mixed-scripts.ts';
import { pageWeight } from './page-weight.ts';
import { pictureMetadataRule } from './picture-metadata-rule.ts';
import { policy } from './policy.ts';
import { privacyOk } from './privacy/privacy-ok.ts';
import { privacyRules } from './privacy/privacy-rules.ts';
import type { Rule } from './rule.ts';
import { textLanguage } from './text-language.ts';
import { titles } from './titles.ts';

/** Every rule, in the order in which they are listed. */
export const rules: readonly Rule[] = [
  held,
  ...privacyRules,
  privacyOk,
  links,
  languages,
  titles,
  feeds,
  images,
  pictureMetadataRule,
  textLanguage,
  mixedScripts,
  html,
  policy,
  pageWeight,
  hostLimits,
];
