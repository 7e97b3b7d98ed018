import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** A JSON value. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * Writes a value as canonical JSON (RFC 8785): keys sorted by code unit, no spaces. Equal values give equal text,
 * whatever the order of their keys.
 * @throws {Error} when the value cannot be JSON: a number that is not finite, or a string with a lone surrogate
 */
export function canonicalJson(value: Json): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError(`${typeof value} is no value of JSON`);
  return text;
}

/**
 * The SHA-256 hash of a value's canonical JSON, in hexadecimal digits.
 * @throws {Error} in the same cases as `canonicalJson`
 */
export function sha256(value: Json): string {
  return hash('sha256', canonicalJson(value), 'hex');
}
