import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** What JSON can hold. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The one way to write a value as JSON (RFC 8785): keys sorted by code unit, no spaces. Equal values give equal texts,
 * whatever the order in which they were put together.
 * @throws Error where the value is none of JSON after all: a number that is not finite, a text with half of a surrogate pair
 */
export function canonicalJson(value: Json): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError(`${typeof value} is no value of JSON`);
  return text;
}

/** The SHA-256 of a value's canonical JSON, in hexadecimal digits. @throws Error as `canonicalJson` does */
export function sha256(value: Json): string {
  return hash('sha256', canonicalJson(value), 'hex');
}
