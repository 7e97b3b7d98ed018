/** What every page needs to know of a language that Jarshy knows. Small: a browser loads it for all languages at once. */
export interface Language {
  /** The languages whose folder this is: the name of the folder, and the primary subtag of BCP 47. */
  readonly tag: string;
}
