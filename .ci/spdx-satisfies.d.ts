declare module 'spdx-satisfies' {
  /** Whether the terms of a licence can be met by one who accepts those of the list.
   * @param licence an SPDX expression
   * @throws Error when it is none */
  export default function satisfies(licence: string, accepted: readonly string[]): boolean;
}
