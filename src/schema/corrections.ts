import { z } from 'zod';
import { likelyMoment } from '#lang/read-moment.ts';
import { writeYaml } from '#lang/yaml.ts';
import { latinTwins } from '#languages/cyrillic/look-alikes.ts';
import { everyWriting } from '#languages/writings.ts';

const words = everyWriting.map(({ frontMatter }) => frontMatter);
const yes = new Set(words.flatMap((each) => each.yes));
const no = new Set(words.flatMap((each) => each.no));

/** What a word for `true` or `false` means, in any known language; undefined for other values. */
export function flagOf(value: unknown): boolean | undefined {
  const word = String(value).trim().toLowerCase();
  return yes.has(word) ? true : no.has(word) ? false : undefined;
}

/** Which key of an entry a text alone can mean, in lists of groups of fields. */
const keysOfText = ['note', 'file', 'src', 'text'];

/**
 * What a person most likely meant by a value that its schema refuses.
 * @param schema of the field, without what says that it may be absent
 * @param input as YAML gives it
 * @returns a value that the schema accepts, apart from entries `…` that are still to be written; undefined when there is none
 */
export function correctedValue(schema: z.ZodType, input: unknown): unknown {
  const found = correctionOf(bare(schema), input);
  return found === undefined || found === input ? undefined : found;
}

/** The same as a line to paste: `topics: [roads]`. */
export function correctedLine(
  field: string,
  schema: z.ZodType,
  input: unknown,
): string | undefined {
  const value = correctedValue(schema, input);
  return value === undefined ? undefined : lineOf(field, value);
}

/** A field with its value on one line. */
export function lineOf(field: string, value: unknown): string {
  return `${field}: ${inLine(value)}`;
}

function inLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inLine).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, one]) => lineOf(key, one))
      .join(', ')} }`;
  const written = writeYaml(value).trim();
  // What needs no quotes on a line of its own may need them between brackets.
  return typeof value === 'string' && /^[^'"]*[,[\]{}]/u.test(written)
    ? `'${value.replaceAll("'", "''")}'`
    : written;
}

function correctionOf(schema: z.ZodType, input: unknown): unknown {
  if (schema instanceof z.ZodBoolean) return flagOf(input);
  if (schema instanceof z.ZodArray) return listFrom(bare(schema.element as z.ZodType), input);
  const accepts = (value: unknown) => schema.safeParse(value).success;
  if (typeof input === 'number' || typeof input === 'boolean')
    return accepts(String(input)) ? String(input) : undefined;
  if (typeof input === 'string') return textsLike(input).find(accepts);
  return Array.isArray(input) && input.length === 1 ? correctionOf(schema, input[0]) : undefined;
}

function listFrom(element: z.ZodType, input: unknown): unknown[] | undefined {
  if (element instanceof z.ZodObject) {
    const keys = Object.keys(element.shape);
    const own = keysOfText.find((key) => keys.includes(key));
    if (own === undefined || typeof input !== 'string') return undefined;
    const missing = ['date', 'title', 'alt'].filter((key) => keys.includes(key));
    return [{ ...Object.fromEntries(missing.map((key) => [key, '…'])), [own]: input.trim() }];
  }
  const parts =
    typeof input === 'string' ? input.split(/[,;]/u).map((part) => part.trim()) : [input].flat();
  const corrected = parts
    .filter((part) => part !== '')
    .map((part) => (element.safeParse(part).success ? part : correctionOf(element, part)));
  return corrected.length > 0 && corrected.every((part) => part !== undefined)
    ? corrected
    : undefined;
}

/** What a text may have been meant to be, the likeliest first. */
function textsLike(text: string): string[] {
  const plain = text.trim().replaceAll(/^[«»“”„‟"'‘’]+|[«»“”„‟"'‘’]+$/gu, '');
  const latin = [...plain.toLowerCase()].map((letter) => latinTwins.get(letter) ?? letter).join('');
  const name = plain.split(/[/\\]/u).at(-1) ?? '';
  // Letters of an address are as they are: only the host can be too much.
  if (/^(?:https?:\/)?\//u.test(plain)) return [plain, URL.parse(plain)?.pathname ?? plain];
  return [
    plain,
    likelyMoment(plain) ?? '',
    ...(/^(?:www\.|[\w-]+(?:\.[\w-]+)+\/?)/iu.test(plain) ? [`https://${plain}`] : []),
    latin.replaceAll(/[\s_]+/gu, '-'),
    // A path on somebody's machine: the file should lie beside the text.
    ...(name !== plain && name.includes('.') ? [`./${name}`] : []),
  ].filter((each) => each !== '');
}

function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? bare(schema.unwrap() as z.ZodType)
    : schema;
}
