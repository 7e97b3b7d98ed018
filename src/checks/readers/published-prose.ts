import { itemAt } from '#lang/lookup.ts';
import { splitFrontMatter } from '#schema/front-matter.ts';
import type { SourceText } from '#site/sources.ts';

/** One line of a text as readers see it. */
export interface ProseLine {
  readonly line: number;
  readonly text: string;
}

/** The words of a Markdown file, line by line, without code, addresses, tags and field names. */
export function publishedProse({ written }: Pick<SourceText, 'written'>): ProseLine[] {
  const parts = splitFrontMatter(written);
  if (!parts) return [];
  const fields = parts.yaml.split('\n').map((text, index) => ({
    line: parts.yamlLine + index,
    text: text.replaceAll(/(?:^|[\s{,])[\w-]+:(?=\s|$)|#.*$/gu, ' '),
  }));
  const body = withoutFences(parts.body)
    .split('\n')
    .map((text, index) => ({ line: parts.bodyLine + index, text }));
  return [...fields, ...body]
    .map(({ line, text }) => ({
      line,
      text: mayHoldOthers.test(text) ? withoutOthers(text) : text,
    }))
    .filter(({ text }) => text.trim() !== '');
}

/** A quick test. `withoutOthers` looks at each letter, and hardly any line contains something to remove. */
const mayHoldOthers = /[`<@/]|\]\(|\.(?:jpe?g|png|webp|pdf|docx|xlsx|zip|csv|mp4|vtt)\b/iu;

/**
 * Replaces code, tags, addresses and file names in a line with blanks. This is written by hand because one pattern
 * for all these kinds tries each of them again at every letter: a line of 120 KB took twenty seconds.
 */
function withoutOthers(text: string): string {
  const endAt = otherFinder(text);
  const parts: string[] = [];
  let kept = 0;
  for (let at = 0; at < text.length;) {
    const end = endAt(at);
    if (end < 0) at++;
    else {
      parts.push(text.slice(kept, at), ' ');
      at = end;
      kept = end;
    }
  }
  return parts.join('') + text.slice(kept);
}

const pathAt = /\.?\/[\w./-]+/uy;
const addressAt = /https?:\/\/\S+/iuy;
const endingAt = /\.(?:jpe?g|png|webp|pdf|docx|xlsx|zip|csv|mp4|vtt)\b/iuy;

/**
 * @returns a function that says where the item that begins at an index ends, or -1 if nothing begins there. It must
 * be called with increasing indices.
 */
function otherFinder(text: string): (at: number) => number {
  const tick = nextIndex(text, '`');
  const bracket = nextIndex(text, ')');
  const angle = nextIndex(text, '>');
  // The sequence of non-blank letters, and the sequence of name letters, that contain the current index.
  let run = { end: 0, lastAt: -1 };
  let name = { end: 0, isFile: false };
  const matched = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex : -1;
  };
  return (at) => {
    const letter = text.charAt(at);
    if (at >= run.end) run = runFrom(text, at);
    if (at >= name.end) {
      let end = at;
      while (end < text.length && isNameLetter.test(text.charAt(end))) end++;
      const file = end > at ? matched(endingAt, end) : -1;
      name = { end, isFile: file >= 0 };
    }
    if (letter === '`') {
      const close = tick(at + 1);
      if (close >= 0) return close + 1;
    }
    if (letter === ']' && text[at + 1] === '(') {
      const close = bracket(at + 2);
      if (close >= 0) return close + 1;
    }
    if (letter === '<') {
      const close = angle(at + 1);
      if (close >= 0) return close + 1;
    }
    if ((letter === 'h' || letter === 'H') && !/\w/u.test(text[at - 1] ?? ' ')) {
      const end = matched(addressAt, at);
      if (end >= 0) return end;
    }
    if (run.lastAt > at) return run.end;
    if (letter === '.' || letter === '/') {
      const end = matched(pathAt, at);
      if (end >= 0) return end;
    }
    return name.isFile && at < name.end ? matched(endingAt, name.end) : -1;
  };
}

const isNameLetter = /[\w-]/u;

/** The letters up to the next blank, and the index of the last `@` among them that is followed by a letter. */
function runFrom(text: string, at: number): { end: number; lastAt: number } {
  let end = at;
  let lastAt = -1;
  for (; end < text.length && !/\s/u.test(text.charAt(end)); end++)
    if (text[end - 1] === '@' && end - 1 >= at) lastAt = end - 1;
  return { end: Math.max(end, at + 1), lastAt };
}

/**
 * @returns a function like `indexOf` that never searches the same part twice. It must be called with increasing
 * indices.
 */
function nextIndex(text: string, sign: string): (from: number) => number {
  let found = text.indexOf(sign);
  return (from) => {
    if (found >= 0 && found < from) found = text.indexOf(sign, from);
    return found;
  };
}

/**
 * Replaces code blocks with empty lines. A fence ends at the next fence that is at least as long. If there is none,
 * it ends at the longest later fence.
 */
function withoutFences(body: string): string {
  const lines = body.split('\n');
  const ahead = { '`': longestAhead(lines, '`'), '~': longestAhead(lines, '~') };
  for (let index = 0; index < lines.length; index++) {
    const line = itemAt(lines, index);
    const sign = line[0];
    if (sign !== '`' && sign !== '~') continue;
    const length = Math.min(runOf(line, sign), itemAt(ahead[sign], index));
    if (length < 3) continue;
    do lines[index++] = '';
    while (runOf(itemAt(lines, index), sign) < length);
    lines[index] = itemAt(lines, index).slice(length);
  }
  return lines.join('\n');
}

/** For each line, the longest run of `sign` at the beginning of any later line. */
function longestAhead(lines: readonly string[], sign: string): number[] {
  const longest = lines.map(() => 0);
  for (let index = lines.length - 2; index >= 0; index--)
    longest[index] = Math.max(itemAt(longest, index + 1), runOf(itemAt(lines, index + 1), sign));
  return longest;
}

function runOf(line: string, sign: string): number {
  let length = 0;
  while (line[length] === sign) length++;
  return length;
}
