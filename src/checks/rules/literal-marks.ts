import { literalMarks, literalMarksOfField } from '#body/literal-marks.ts';
import type { UnplacedFinding, Rule } from '#checks/rule.ts';
import { publicSource } from './public-source.ts';

/**
 * No mark stands in a text as it is, and no letter is broken: `**Note`, «• first», «м?дениет». What nobody can have meant
 * so in a body is a problem of `body/literal-marks.ts` already; in a field it is an error here.
 */
export const literalMarksRule: Rule = {
  name: 'literal-marks',
  severity: 'warning',
  // The proofreader finds the same, so the sentences are those of the problems.
  sentences: {},
  ofText: {
    basis: () => undefined,
    inspector:
      () =>
      (text): UnplacedFinding[] => {
        const { file } = text;
        const parts = publicSource(text);
        if (!parts) return [];
        const fields = parts.yaml
          .split('\n')
          .flatMap((line, index) =>
            literalMarksOfField(field.exec(line)?.groups?.value ?? '', parts.yamlLine + index),
          );
        const body = (parts.tree ? literalMarks(parts.tree, parts.body) : [])
          .filter(({ isCertain }) => !isCertain)
          .map((found) => ({ ...found, line: (found.line ?? 1) + parts.bodyLine - 1 }));
        return [...fields, ...body].map(({ isCertain, ...found }) => ({
          ...found,
          file,
          ...(isCertain && { severity: 'error' }),
        }));
      },
  },
};

/** The value of a field that people write in words. */
const field =
  /^\s*(?:- +)?(?:title|summary|name|text|note|alt|caption|\w+(?:Alt|Caption|Place|Reason)): +(?<value>.*)$/u;
