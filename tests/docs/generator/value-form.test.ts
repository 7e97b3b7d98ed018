import { expect, test } from 'vitest';
import { z } from 'zod';
import { fileBeside, id, ids, matching, moment, perLocale, wholeNumber } from '#schema/fields.ts';
import { defaultOf, valueForm } from '../../../docs/generator/value-form.ts';

test.each<[z.ZodType, string]>([
  [moment, 'a day or a moment'],
  [ids, 'a list: an id'],
  [id.optional(), 'an id'],
  [perLocale, 'a text for each language'],
  [fileBeside.optional(), 'the name of a file beside it'],
  [z.boolean().default(true), '`true` or `false`'],
  [z.enum(['open', 'done']), '`open`, `done`'],
  [wholeNumber(1, 200).default(20), 'a whole number from 1 to 200'],
  [matching(/^a$/u, 'a').optional(), 'such as `a`'],
  [z.string(), 'a text'],
  [z.int(), 'a whole number'],
  [z.iso.datetime({ offset: true }).optional(), 'a moment (RFC 3339)'],
  [z.url(), 'an address'],
  [z.array(z.strictObject({})), 'a list of groups of fields'],
  [z.record(z.string(), z.array(id)), 'by name: a list: an id'],
])('%#: %s', (schema, words) => expect(valueForm(schema)).toBe(words));

test.each<[z.ZodType, string]>([
  [z.boolean().default(false), '`false`'],
  [z.string().default('news'), '`news`'],
  [wholeNumber(1, 200).default(20), '`20`'],
  [z.array(z.string()).default([]), ''],
  [z.string(), ''],
])('what stands when nothing is written, %#', (schema, words) =>
  expect(defaultOf(schema)).toBe(words),
);
