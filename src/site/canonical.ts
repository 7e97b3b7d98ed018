import { hash } from 'node:crypto';

/** What JSON can hold. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one way to write a value as JSON (RFC 8785): keys sorted by code unit, no spaces. Equal values give equal texts,
 * whatever the order in which they were put together.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

/** The SHA-256 of a value's canonical JSON, in hexadecimal digits. */
export function sha256(value: Json): string {
  return hash('sha256', canonicalJson(value), 'hex');
}
