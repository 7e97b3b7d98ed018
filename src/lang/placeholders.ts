import type { Params } from './message.ts';

/**
 * The sentences of a dictionary by id, each with the `{placeholders}` that it names. The one declaration of them: the types
 * below follow from it, and a test compares it with the sentences of every language.
 */
export type PlaceholderTable = Readonly<Record<string, readonly string[]>>;

/** A value for each placeholder of a sentence. Of several ids: for each placeholder of any of them. */
export type ValuesOf<Table extends PlaceholderTable, Id extends keyof Table> = {
  readonly [Name in Table[Id][number]]: Params[string];
};

/** The same as a value of its own, which is empty where there is no placeholder. */
export type ParamsOf<Table extends PlaceholderTable, Id extends keyof Table> = [
  Table[Id][number],
] extends [never]
  ? Readonly<Record<string, never>>
  : ValuesOf<Table, Id>;

/** What follows the id of a sentence in a call: its values, or nothing where it has no placeholder. */
export type ArgumentsOf<Table extends PlaceholderTable, Id extends keyof Table> = [
  Table[Id][number],
] extends [never]
  ? []
  : [params: ValuesOf<Table, Id>];

/** A sentence with its values, to be put into words later. */
export type Filled<Table extends PlaceholderTable, Id extends keyof Table = keyof Table> = {
  readonly [One in Id]: { readonly id: One; readonly params: ParamsOf<Table, One> };
}[Id];
