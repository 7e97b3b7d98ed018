import { lists, text } from './announcement.ts';

/** Fields that people write in words, here and in registries. */
const inWords = new Set([
  ...Object.keys(text),
  ...Object.values(lists).flatMap((list) => Object.keys(list.text)),
  ...['name', 'shortName', 'label', 'description', 'role', 'address'],
]);

/** A text that YAML ends at a `#`, with the line as it should be written. */
export interface CutText {
  readonly line: number;
  readonly cut: string;
  readonly corrected: string;
}

/**
 * Finds texts that YAML ends at a `#` after a space, because it takes the rest for a comment: `title: Debate #budget`.
 * @param yaml the source
 * @param firstLine the line of the file at which it begins
 */
export function cutTexts(yaml: string, firstLine: number): CutText[] {
  if (!/\s#/u.test(yaml)) return [];
  return yaml.split('\n').flatMap((line, index): CutText[] => {
    const { start = '', key = '', value = '', cut = '' } = written.exec(line)?.groups ?? {};
    if (cut === '' || !(inWords.has(key) || /^[a-z]{2}$/u.test(key))) return [];
    const whole = `${value}${cut}`.trim().replaceAll("'", "''");
    return [
      {
        line: firstLine + index,
        cut: cut.trim(),
        corrected: `${start}${key}: '${whole}'`.trim(),
      },
    ];
  });
}

/** A value without quotes, and what YAML takes for a comment behind it. */
const written =
  /^(?<start>\s*(?:- +)?)(?<key>[A-Za-z]+):[ \t]+(?<value>[^\s"'[{|>&*!#%@`](?:[^\s]|[ \t]+(?!#))*)(?<cut>[ \t]+#.*)$/u;
