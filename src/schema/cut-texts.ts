import { lists, text } from './announcement.ts';

/** Fields that people write in words, here and in registries. */
const inWords = new Set([
  ...Object.keys(text),
  ...Object.values(lists).flatMap((list) => Object.keys(list.text)),
  ...['name', 'shortName', 'label', 'description', 'role', 'address'],
]);

/** A text of which YAML leaves a part out, with the line as it should be written. */
export interface CutText {
  readonly line: number;
  /** What follows a `#`; undefined where the text begins with a mark of YAML. */
  readonly cut: string | undefined;
  readonly corrected: string;
}

/**
 * Finds texts of which YAML leaves a part out: what follows a `#` after a space, because it takes it for a comment
 * (`title: Debate #budget`), and a first word with `&` or `!`, because it takes it for an anchor or a tag.
 * @param yaml the source
 * @param firstLine the line of the file at which it begins
 */
export function cutTexts(yaml: string, firstLine: number): CutText[] {
  if (!/\s#|:\s+[&!]/u.test(yaml)) return [];
  return yaml.split('\n').flatMap((line, index): CutText[] => {
    const {
      start = '',
      key = '',
      value = '',
      cut,
    } = (commented.exec(line) ?? marked.exec(line))?.groups ?? {};
    if (value === '' || !(inWords.has(key) || /^[a-z]{2}$/u.test(key))) return [];
    const whole = `${value}${cut ?? ''}`.trim().replaceAll("'", "''");
    const corrected = `${start}${key}: '${whole}'`.trim();
    return [{ line: firstLine + index, cut: cut?.trim(), corrected }];
  });
}

/** A value without quotes, and what YAML takes for a comment behind it. */
const commented =
  /^(?<start>\s*(?:- +)?)(?<key>[A-Za-z]+):[ \t]+(?<value>[^\s"'[{|>&*!#%@`](?:[^\s]|[ \t]+(?!#))*)(?<cut>[ \t]+#.*)$/u;

/** A value whose first word YAML takes for an anchor or a tag. */
const marked = /^(?<start>\s*(?:- +)?)(?<key>[A-Za-z]+):[ \t]+(?<value>[&!]\S.*)$/u;
