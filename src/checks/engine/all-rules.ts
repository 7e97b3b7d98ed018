import { asBuilt } from '#checks/rules/as-built.ts';
import { documents } from '#checks/rules/documents.ts';
import { everyLanguage } from '#checks/rules/every-language.ts';
import { feeds } from '#checks/rules/feeds.ts';
import { held } from '#checks/rules/held.ts';
import { hostLimits } from '#checks/rules/host-limits.ts';
import { html } from '#checks/rules/html.ts';
import { images } from '#checks/rules/images.ts';
import { languages } from '#checks/rules/languages.ts';
import { links } from '#checks/rules/links.ts';
import { literalMarksRule } from '#checks/rules/literal-marks.ts';
import { mixedScriptsRule } from '#checks/rules/mixed-scripts.ts';
import { markup } from '#checks/rules/markup.ts';
import { pageWeight } from '#checks/rules/page-weight.ts';
import { pictureMetadataRule } from '#checks/rules/picture-metadata.ts';
import { policy } from '#checks/rules/policy.ts';
import { privacyOk } from '#checks/rules/privacy/privacy-ok.ts';
import { privacyRules } from '#checks/rules/privacy/privacy-rules.ts';
import type { Rule } from '#checks/rule.ts';
import { textLanguage } from '#checks/rules/text-language.ts';
import { titles } from '#checks/rules/titles.ts';

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
  everyLanguage,
  documents,
  mixedScriptsRule,
  literalMarksRule,
  markup,
  html,
  policy,
  pageWeight,
  hostLimits,
  asBuilt,
];
