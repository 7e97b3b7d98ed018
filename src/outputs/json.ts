import type { Edition } from '#edition/edition.ts';
import { type DataSchemaName, jsonSchema } from '#schema/open-data.ts';
import { absolute, urls } from '#site/urls.ts';

/** A document of the open data, which names the schema it keeps. Text is whole characters only: many that read JSON stumble over halves (RFC 8259, section 8.2). */
export function writeJson({ model }: Edition, schema: DataSchemaName, value: object): string {
  const document = { $schema: absolute(model.site, urls.dataSchema(schema)), ...value };
  return `${JSON.stringify(document, (_key, part: unknown) => (typeof part === 'string' ? part.toWellFormed() : part))}\n`;
}

/** The schema of such documents (JSON Schema 2020-12). They may name it. */
export function writeJsonSchema({ model }: Edition, name: DataSchemaName): string {
  const { properties, ...schema } = jsonSchema(name) as { properties: object };
  return `${JSON.stringify({ $id: absolute(model.site, urls.dataSchema(name)), ...schema, properties: { $schema: { type: 'string' }, ...properties } }, undefined, 2)}\n`;
}
