import type { Snapshot } from '#snapshot/snapshot.ts';
import { type DataSchemaName, jsonSchema } from '#schema/open-data.ts';
import { absolute, urls } from '#site/urls.ts';

/** Writes an open data document. Its `$schema` names the schema that it follows. */
export function writeJson({ model }: Snapshot, schema: DataSchemaName, value: object): string {
  const document = { $schema: absolute(model.site, urls.dataSchema(schema)), ...value };
  return `${wellFormedJson(document)}\n`;
}

/**
 * Serializes a value as JSON without lone surrogates. JSON allows them, but many parsers reject them (RFC 8259,
 * section 8.2).
 */
export function wellFormedJson(value: object): string {
  const json = JSON.stringify(value);
  // `JSON.stringify` escapes a lone surrogate, so it is enough to look for the escape. Lone surrogates are very rare,
  // and checking each string separately would take three times as long.
  return /\\ud[89a-f]/u.test(json)
    ? JSON.stringify(value, (_key, part: unknown) =>
        typeof part === 'string' ? part.toWellFormed() : part,
      )
    : json;
}

/** Writes the JSON Schema (2020-12) of these documents. The schema lets a document name it in `$schema`. */
export function writeJsonSchema({ model }: Snapshot, name: DataSchemaName): string {
  const { properties, ...schema } = jsonSchema(name) as { properties: object };
  return `${JSON.stringify({ $id: absolute(model.site, urls.dataSchema(name)), ...schema, properties: { $schema: { type: 'string' }, ...properties } }, undefined, 2)}\n`;
}
