/**
 * One address for each kind of page in each language: the first of its kind in the given order. `/kk/topics/roads/` and
 * `/kk/topics/weather/` are of the same kind. `/ru/topics/roads/` is of another kind, and so are a further page, a year
 * and a month of a list.
 */
export function oneOfEachKind(addresses: readonly string[]): string[] {
  const kindOf = (address: string) =>
    address
      .replace(
        /\/(?<scope>news|topics|divisions|people|kinds)\/.*?(?<page>\d+\/)?$/u,
        '/$<scope>/$<page>',
      )
      .replaceAll(/\d{4}/gu, 'year')
      .replaceAll(/\d+/gu, 'number');
  return [...Map.groupBy(addresses, kindOf).values()].map(([first]) => first!);
}
