import { isDeepStrictEqual } from 'node:util';
import { parseYaml } from '#lang/yaml.ts';
import type { AnnouncementFile } from '#schema/announcement.ts';
import { splitFrontMatter } from '#schema/front-matter.ts';
import type { ReadText } from '#site/files.ts';
import { textParts } from '#site/text-parts.ts';
import { type Better, repairBody } from './repair.ts';

/**
 * Repairs the words of a whole file: its text fields and its body. Every other byte stays.
 * @param written the file as it is, with its own line ends
 * @returns `written` itself where the file has no front matter, or has line ends that are neither LF nor CRLF
 */
export function repairFile(
  written: string,
  read: ReadText<AnnouncementFile>,
  better: Better,
): string {
  // The repair works on LF. A file with CRLF gets its CRLF back afterwards.
  const windows = written.includes('\r\n');
  const [bom, text] = written.startsWith('\uFEFF') ? ['\uFEFF', written.slice(1)] : ['', written];
  const plain = windows ? text.replaceAll('\r\n', '\n') : text;
  const parts = splitFrontMatter(plain);
  if (!parts || plain.includes('\r')) return written;
  const { yaml, body } = parts;
  const start = plain.slice(0, plain.indexOf('\n') + 1);
  const fence = plain.slice(start.length + yaml.length, plain.length - body.length);
  const fields = textParts(read).filter(({ field }) => field !== '');
  const repaired =
    start +
    fields.reduce((whole, { text: value }) => repairField(whole, value, better(value)), yaml) +
    fence +
    repairBody({ ...read.source, body }, better);
  return bom + (windows ? repaired.replaceAll('\n', '\r\n') : repaired);
}

/**
 * Repairs a field only where its value occurs exactly once in the YAML, written as it reads. Folded texts, and values
 * whose quotes would have to be escaped, stay.
 */
function repairField(yaml: string, value: string, better: string): string {
  if (value === better || yaml.split(value).length !== 2) return yaml;
  const candidate = yaml.replace(value, () => better);
  const [before, after] = [parseYaml(yaml), parseYaml(candidate)];
  if ('faults' in before || 'faults' in after) return yaml;
  return isDeepStrictEqual(after.value, replaced(before.value, value, better)) ? candidate : yaml;
}

function replaced(value: unknown, old: string, better: string): unknown {
  if (typeof value === 'string')
    return value.trim() === old ? value.replace(old, () => better) : value;
  if (Array.isArray(value)) return value.map((item) => replaced(item, old, better));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, replaced(item, old, better)]),
  );
}
