import { rules } from '#checks/engine/all-rules.ts';
import { privacyRules } from '#checks/rules/privacy/privacy-rules.ts';
import { ruleTexts } from '#schema/wording.ts';
import { code, table } from './markdown.ts';

/** Every rule: its name, how serious a finding is, whether an announcement can silence it, and what it asks. */
export function ruleTable(): string {
  const texts = ruleTexts('en');
  const silenced = new Set(privacyRules.map(({ name }) => name));
  return table(
    ['rule', 'severity', 'what it asks, and why'],
    rules.map(({ name, severity }) => {
      const text = texts[name]?.explanation;
      if (text === undefined) throw new Error(`The rule ${name} has no text in English.`);
      return [code(name), silenced.has(name) ? `${severity}, can be silenced` : severity, text];
    }),
  );
}
