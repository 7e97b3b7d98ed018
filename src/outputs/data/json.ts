import type { Snapshot } from '#snapshot/snapshot.ts';
import { type DataSchemaName, jsonSchema } from '#schema/open-data.ts';
import { absolute, urls } from '#site/urls.ts';

/** A document of the open data, which names the schema it keeps. */
export function writeJson({ model }: Snapshot, schema: DataSchemaName, value: object): string {
  const document = { $schema: absolute(model.site, urls.dataSchema(schema)), ...value };
  return `${wellFormedJson(document)}\n`;
}

/** A value as JSON. Text is whole characters only: JSON may hold halves of surrogate pairs, but many that read it cannot (RFC 8259, section 8.2). */
export function wellFormedJson(value: object): string {
  const json = JSON.stringify(value);
  // A half is escaped. Hardly ever is there one: to look at each string by itself would take three times as long.
  return /\\ud[89a-f]/u.test(json)
    ? JSON.stringify(value, (_key, part: unknown) =>
        typeof part === 'string' ? part.toWellFormed() : part,
      )
    : json;
}

/** The schema of such documents (JSON Schema 2020-12). They may name it. */
export function writeJsonSchema({ model }: Snapshot, name: DataSchemaName): string {
  const { properties, ...schema } = jsonSchema(name) as { properties: object };
  return `${JSON.stringify({ $id: absolute(model.site, urls.dataSchema(name)), ...schema, properties: { $schema: { type: 'string' }, ...properties } }, undefined, 2)}\n`;
}
