/** Words of a language that have a meaning of their own in a query. Both lists are in lower case, with all forms. */
export interface QueryWords {
  /** The closed class of words that ask: no query is about them. */
  readonly asking: readonly string[];
  /** Prepositions, conjunctions, particles, pronouns and auxiliary verbs: a longer question is not about them. */
  readonly function: readonly string[];
  /** Patterns of the twelve months in all their forms, January first. */
  readonly months: readonly string[];
  /** Words for «year» in dates. */
  readonly year: readonly string[];
  /** Words for days near today, each with its distance from today in days. */
  readonly days: Readonly<Record<string, number>>;
}
