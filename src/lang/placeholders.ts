import type { Params } from './message.ts';

/**
 * The sentences of a dictionary by id, each with the names of its `{placeholders}`. This is their only declaration: the
 * types below are derived from it, and a test compares it with the sentences of every language.
 */
export type PlaceholderTable = Readonly<Record<string, readonly string[]>>;

/** A value for each placeholder of a sentence. For a union of ids: for each placeholder of any of them. */
export type ValuesOf<Table extends PlaceholderTable, Id extends keyof Table> = {
  readonly [Name in Table[Id][number]]: Params[string];
};

/** Like `ValuesOf`, but an empty object for a sentence without placeholders. */
export type ParamsOf<Table extends PlaceholderTable, Id extends keyof Table> = [
  Table[Id][number],
] extends [never]
  ? Readonly<Record<string, never>>
  : ValuesOf<Table, Id>;

/** The arguments after the id of a sentence in a call: its values, or nothing if it has no placeholders. */
export type ArgumentsOf<Table extends PlaceholderTable, Id extends keyof Table> = [
  Table[Id][number],
] extends [never]
  ? []
  : [params: ValuesOf<Table, Id>];

/** The id of a sentence with its values, to be formatted later. */
export type Filled<Table extends PlaceholderTable, Id extends keyof Table = keyof Table> = {
  readonly [One in Id]: { readonly id: One; readonly params: ParamsOf<Table, One> };
}[Id];
