import { type DataSchemaName, dataSchemas } from '#schema/open-data.ts';
import { logFile } from '#schema/state.ts';
import { feedFormats, feedNames, feedTypes, urls } from '#site/urls.ts';
import type { z } from 'zod';
import { fieldsOf } from './field-rows.ts';
import { code, table } from './markdown.ts';
import { required, valueForm } from './value-form.ts';

/** The formats of the feeds, with file and media type. */
export function feedTable(): string {
  return table(
    ['format', 'address', 'media type'],
    feedFormats.map((format) => [
      feedNames[format],
      code(urls.feed('<l>', { type: 'site' }, format)),
      code(feedTypes[format]),
    ]),
  );
}

function shape(schema: z.ZodType): string {
  return table(
    ['key', 'value', 'meaning'],
    fieldsOf(schema, '<l>').map(({ path, schema: field, needed }) => [
      needed ? code(path) : `${code(path)} (may be absent)`,
      valueForm(field),
      (field.description ?? required(field).description ?? '').replaceAll('<', '\\<'),
    ]),
  );
}

/** The keys of each document of the open data. */
export function dataTables(): string {
  return (Object.keys(dataSchemas) as DataSchemaName[])
    .map(
      (name) =>
        `### ${code(name)}\n\nJSON Schema: ${code(urls.dataSchema(name))}.\n\n${shape(dataSchemas[name])}`,
    )
    .join('\n\n');
}

/** The keys of `/log.json`. */
export function logTable(): string {
  return shape(logFile);
}
