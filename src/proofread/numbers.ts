import { everyWriting } from '#languages/writings.ts';
import { monthForms, monthWord } from './months.ts';
import type { Proof, Remark } from './passages.ts';
import { must } from '#lang/lookup.ts';

/** A number in a text, normalised so that it is the same in every language. */
interface Figure {
  /** `5`, `12.5`, `50%`, `day 22.1`, `09:30`, `phone 7272544444` */
  readonly key: string;
  /** Whether this is the year of a numeric date. The other text may leave the year out, but must not change it. */
  readonly isYear?: boolean;
  readonly written: string;
  readonly line: number;
}

const every = everyWriting.map(({ numbers }) => numbers);

/** Words that multiply a number: «5 млн», «5 миллион», «5 мың», «5 тысяч». */
const scales = [...patternsOf(every.map(({ scales: words }) => words))].map(
  ([value, forms]) => [new RegExp(`^(?:${forms})`, 'iu'), Number(value)] as const,
);
const percent = new RegExp(
  [
    String.raw`^(?:[-\u2011]?\p{L}{0,4}\s?%`,
    '%',
    ...every.flatMap((words) => words.percent ?? []),
  ].join('|') + ')',
  'iu',
);

/** The beginnings of small numbers in words: one language may use digits where another uses a word. */
const inWords = new Map(
  [...patternsOf(every.map((words) => words.inWords))].map(([number, forms]) => [
    number,
    new RegExp(`(?<!\\p{L})(?:${forms})`, 'iu'),
  ]),
);

/** For each number, the words of all languages as one pattern. */
function patternsOf(tables: ReadonlyArray<Readonly<Record<string, string>>>): Map<string, string> {
  const words = Map.groupBy(
    tables.flatMap((table) => Object.entries(table)),
    ([number]) => number,
  );
  return new Map(
    [...words].map(([number, found]) => [number, found.map(([, forms]) => forms).join('|')]),
  );
}

/** Finds numbers and dates that one language has and another lacks: the classic slip of a translation. */
export function differingNumbers(proofs: readonly Proof[]): Remark[] {
  return proofs.flatMap((here) =>
    proofs.filter((there) => there !== here).flatMap((there) => missingIn(here, there)),
  );
}

function missingIn(here: Proof, there: Proof): Remark[] {
  const known = knownIn(there);
  const namesYears = [...known].some((key) => /^(?:19|20)\d{2}$/u.test(key));
  const words = there.passages.map(({ text }) => text).join('\n');
  const told = new Set<string>();
  return figuresOf(here).flatMap(({ key, written, line, isYear }): Remark[] => {
    if (
      (isYear && !namesYears) ||
      known.has(key) ||
      told.has(key) ||
      inWords.get(key.replace('%', ''))?.test(words)
    )
      return [];
    told.add(key);
    return [
      {
        id: 'number-differs',
        file: here.file,
        line,
        params: { value: written, language: here.locale, other: there.locale },
      },
    ];
  });
}

/**
 * The keys that count as present in a text: its own numbers, and other readings of them. «22 и 23 января» is «қаңтардың
 * 22-сі мен 23-і», so a day may stand in one language as a plain number. 10.30 may also be a time. II is 2.
 */
function knownIn(proof: Proof): Set<string> {
  const figures = figuresOf(proof);
  const keys = figures.map(({ key }) => key);
  const whole = proof.passages.map(({ text }) => text).join('\n');
  const months = monthForms.flatMap((forms, index) =>
    new RegExp(`(?<!\\p{L})(?:${forms})`, 'iu').test(whole) ? [index + 1] : [],
  );
  return new Set([
    ...keys,
    ...keys.flatMap((key) => /^day (?<day>\d+)\./u.exec(key)?.groups?.day ?? []),
    ...keys
      .filter((key) => /^\d{1,2}$/u.test(key))
      .flatMap((key) => months.map((month) => `day ${key}.${month}`)),
    ...figures.flatMap(({ written }) => timeKeys(written)),
    ...(whole.match(/(?<![\p{L}\d])[IVX]+(?![\p{L}\d])/gu) ?? []).map((roman) =>
      String(valueOf(roman)),
    ),
  ]);
}

/** The keys of 10.30 and 10:30: each may be a time or a decimal number. */
function timeKeys(written: string): string[] {
  const { hour, minute } =
    /^(?<hour>[01]?\d|2[0-3])[.:](?<minute>[0-5]\d)(?!\d)/u.exec(written)?.groups ?? {};
  return hour && minute ? [timeKey(hour, minute), String(Number(`${hour}.${minute}`))] : [];
}

function timeKey(hour: string, minute: string): string {
  return minute === '00' ? String(Number(hour)) : `${hour.padStart(2, '0')}:${minute}`;
}

/** The value of a Roman numeral. A smaller sign before a larger one is subtracted. */
function valueOf(roman: string): number {
  const values = [...roman].map((sign) =>
    must({ I: 1, V: 5, X: 10 }[sign], `Roman numeral ${sign}`),
  );
  return values.reduce(
    (sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value),
    0,
  );
}

/** The named groups of the patterns below. Each pattern has only the groups from which its key is made. */
interface Groups {
  readonly day: string;
  readonly month: string;
  readonly year?: string;
  readonly hour: string;
  readonly minute: string;
  readonly phone: string;
  readonly number: string;
  readonly fraction?: string;
  readonly unit?: string;
}

/** Every number of a text. A telephone number counts as one. */
export function figuresOf({ passages }: Pick<Proof, 'passages'>): Figure[] {
  return passages.flatMap(({ text, line }) => {
    const figures: Figure[] = [];
    let rest = text;
    const take = (pattern: RegExp, key: (groups: Groups) => string) => {
      rest = rest.replaceAll(pattern, (...found: unknown[]) => {
        const [written, groups] = [found[0] as string, found.at(-1) as Groups];
        figures.push({ key: key(groups), written: written.trim(), line });
        if (groups.year)
          figures.push({ key: groups.year, written: groups.year, line, isYear: true });
        return ' '.repeat(written.length);
      });
    };
    // A telephone number has ten or more digits that are not grouped in thousands. Only the last ten are compared, so a
    // leading 8 and a leading +7 are equal.
    take(
      /(?<![\d+])(?!\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?![ \u00A0\u202F(-]*\d))(?<phone>\+?\d(?:[ \u00A0\u202F()-]*\d){9,13})(?!\d)/gu,
      ({ phone }) => `phone ${phone.replaceAll(/\D/gu, '').slice(-10)}`,
    );
    const day = (number: string, month: number) => `day ${Number(number)}.${month}`;
    take(
      /(?<!\d)(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?!\d)/gu,
      ({ day: number, month }) => day(number, Number(month)),
    );
    take(/(?<!\d)(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/gu, ({ day: number, month }) =>
      day(number, Number(month)),
    );
    for (const [index, forms] of monthForms.entries()) {
      take(
        new RegExp(String.raw`(?<!\d)(?<day>\d{1,2})\s(?:${forms})\p{L}*`, 'giu'),
        ({ day: number }) => day(number, index + 1),
      );
      take(
        new RegExp(
          String.raw`(?<!\p{L})(?:${forms})\p{L}*${monthWord}\s(?<day>\d{1,2})(?!\d|:\d)`,
          'giu',
        ),
        ({ day: number }) => day(number, index + 1),
      );
    }
    take(/(?<!\d)(?<hour>\d{1,2}):(?<minute>\d{2})(?!\d)/gu, ({ hour, minute }) =>
      timeKey(hour, minute),
    );
    take(
      /(?<number>(?<!\d)\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?!\d)|\d+)(?:[.,](?<fraction>\d+))?(?:[ \u00A0\u202F-]?(?<unit>%|\p{L}+))?/gu,
      ({ number, fraction, unit }) => numberKey(number, fraction, unit),
    );
    return figures;
  });
}

function numberKey(number: string, fraction: string | undefined, unit = ''): string {
  const value = Number(`${number.replaceAll(/\D/gu, '')}${fraction ? `.${fraction}` : ''}`);
  if (percent.test(unit)) return `${value}%`;
  const scale = scales.find(([word]) => word.test(unit))?.[1] ?? 1;
  return String(Number((value * scale).toPrecision(15)));
}
