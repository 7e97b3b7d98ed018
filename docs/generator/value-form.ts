import { z } from 'zod';
import type { Params } from '#lang/message.ts';
import * as fields from '#schema/fields.ts';
import { code } from './markdown.ts';

/** The forms that schemas share, in words. */
const knownForms = new Map<unknown, string>([
  [fields.moment, 'a day or a moment'],
  [fields.id, 'an id'],
  [fields.line, 'a line of text'],
  [fields.fileBeside, 'the name of a file beside it'],
  [fields.webAddress, 'an address of the web'],
  [fields.sitePath, 'a path of this site'],
  [fields.email, 'an e-mail address'],
  [fields.phone, 'a telephone number'],
  [fields.perLocale, 'a text for each language'],
]);

const textFormats: Readonly<Record<string, string>> = {
  datetime: 'a moment (RFC 3339)',
  date: 'a day',
  url: 'an address',
};

/** A schema without what says that it may be absent. */
export function required(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? required(schema.unwrap() as z.ZodType)
    : schema;
}

/** What a value must look like, in words: `a line of text`, `a list: an id`, `a whole number from 1 to 200`. */
export function valueForm(schema: z.ZodType): string {
  const inner = required(schema);
  const known = knownForms.get(inner);
  if (known) return known;
  if (inner instanceof z.ZodBoolean) return `${code('true')} or ${code('false')}`;
  if (inner instanceof z.ZodEnum)
    return inner.options.map((option) => code(String(option))).join(', ');
  if (inner instanceof z.ZodLiteral) return code(String(inner.value));
  if (inner instanceof z.ZodArray) return listForm(inner.element as z.ZodType);
  if (inner instanceof z.ZodRecord) return `by name: ${valueForm(inner.valueType as z.ZodType)}`;
  if (inner instanceof z.ZodObject) return 'a group of fields';
  if (inner instanceof z.ZodNumber) return numberForm(inner);
  return textForm(inner);
}

function listForm(element: z.ZodType): string {
  return required(element) instanceof z.ZodObject
    ? 'a list of groups of fields'
    : `a list: ${valueForm(element)}`;
}

/** What the schema itself says when it refuses a number that is far too small: its limits are nowhere else. */
function numberForm(schema: z.ZodNumber): string {
  const { least, most, known } = refusalOf(schema, Number.MIN_SAFE_INTEGER);
  if (known !== undefined) return `the number ${known}`;
  return least === undefined ? 'a whole number' : `a whole number from ${least} to ${most}`;
}

function textForm(schema: z.ZodType): string {
  const format = schema instanceof z.ZodStringFormat ? textFormats[schema.format ?? ''] : undefined;
  if (format) return format;
  const { example } = refusalOf(schema, '\n');
  return example === undefined ? 'a text' : `such as ${code(String(example))}`;
}

/** The params of the finding with which a schema of `fields.ts` refuses a value. */
function refusalOf(schema: z.ZodType, value: unknown): Partial<Params> {
  const issue = schema.safeParse(value).error?.issues[0];
  if (issue?.code !== 'custom') return {};
  return (issue.params as fields.FieldFault | undefined)?.params ?? {};
}

/** What stands when nothing is written: `20`, `true`; empty where there is no such value. */
export function defaultOf(schema: z.ZodType): string {
  if (!(schema instanceof z.ZodDefault)) return '';
  const value = schema.def.defaultValue;
  return value === undefined || typeof value === 'object'
    ? ''
    : code(JSON.stringify(value).replaceAll('"', ''));
}
