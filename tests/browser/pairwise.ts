/** What can vary, and in which ways. */
export type Factors = Readonly<Record<string, readonly unknown[]>>;

/** One way for each factor. */
export type Case<Given extends Factors> = { readonly [Name in keyof Given]: Given[Name][number] };

/**
 * Cases in which every two ways of two factors meet at least once: faults mostly need no more than two causes (Kuhn, Wallace
 * and Gallo, "Software fault interactions and implications for software testing", 2004). Each case takes, one factor
 * after the other, the way that meets most that has not been met. The same factors give the same cases.
 */
export function pairwise<Given extends Factors>(factors: Given): Array<Case<Given>> {
  const names = Object.keys(factors);
  const missing = new Set(
    names.flatMap((a, index) =>
      names
        .slice(index + 1)
        .flatMap((b) =>
          factors[a]!.flatMap((_, one) =>
            factors[b]!.map((__, other) => pair(names, { [a]: one, [b]: other }, a, b)),
          ),
        ),
    ),
  );
  const cases: Array<Case<Given>> = [];
  while (missing.size > 0) {
    // From a pair that is missing, so that each case meets at least one.
    const chosen: Record<string, number> = JSON.parse([...missing][0]!) as Record<string, number>;
    for (const name of names.filter((each) => chosen[each] === undefined)) {
      const gains = factors[name]!.map(
        (_, way) =>
          Object.keys(chosen).filter((other) =>
            missing.has(pair(names, { ...chosen, [name]: way }, name, other)),
          ).length,
      );
      chosen[name] = gains.indexOf(Math.max(...gains));
    }
    for (const [index, a] of names.entries())
      for (const b of names.slice(index + 1)) missing.delete(pair(names, chosen, a, b));
    cases.push(
      Object.fromEntries(names.map((name) => [name, factors[name]![chosen[name]!]])) as Case<Given>,
    );
  }
  return cases;
}

/** Every case there is. */
export function product<Given extends Factors>(factors: Given): Array<Case<Given>> {
  return Object.entries(factors).reduce<Array<Record<string, unknown>>>(
    (cases, [name, ways]) => cases.flatMap((one) => ways.map((way) => ({ ...one, [name]: way }))),
    [{}],
  ) as Array<Case<Given>>;
}

function pair(
  names: readonly string[],
  ways: Readonly<Record<string, number>>,
  a: string,
  b: string,
): string {
  const [first, second] = names.indexOf(a) < names.indexOf(b) ? [a, b] : [b, a];
  return JSON.stringify({ [first]: ways[first], [second]: ways[second] });
}
