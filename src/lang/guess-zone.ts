import { slugOf } from './slug.ts';
import { isTimeZone, minutesInWinter } from './time.ts';

/** Zones that are named first when several have the same offset: those of the region, one for each offset. */
const usual = [
  'Asia/Almaty',
  'Europe/Moscow',
  'Asia/Bishkek',
  'Asia/Baku',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Kyiv',
];

/** All of Kazakhstan has one time, but not every town has a zone of its name. */
const townsOfAlmaty = new Set(
  'astana nur-sultan nursultan shymkent karaganda karagandy qaraghandy pavlodar semei semey taraz turkistan turkestan petropavl petropavlovsk kokshetau taldykorgan taldyqorghan oskemen ust-kamenogorsk zhezkazgan zhezqazghan ekibastuz konaev qonaev talgar kaskelen'.split(
    ' ',
  ),
);

/** What was written in place of a time zone, and the zone that is meant. */
export interface GuessedZone {
  readonly written: 'offset' | 'town';
  readonly zone: string;
}

/**
 * The time zone that a person means who has written an offset («UTC+5») or a town («Алматы») in its place.
 * @returns undefined when there is no guess
 */
export function guessZone(written: string): GuessedZone | undefined {
  const text = written.trim();
  const offset =
    /^(?:UTC|GMT)?\s*(?<sign>[+−-])\s*(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?$/iu.exec(text);
  if (offset?.groups) {
    const { sign, hours, minutes = '00' } = offset.groups;
    const wanted = (Number(hours) * 60 + Number(minutes)) * (sign === '+' ? 1 : -1);
    const zone = zones().find((each) => minutesInWinter(each) === wanted);
    return zone === undefined ? undefined : { written: 'offset', zone };
  }
  const town = (slugOf(text) ?? '').replace(/-(?:qalasy|kalasy)$|^(?:gorod|qala|g)-/u, '');
  const zone = townsOfAlmaty.has(town)
    ? 'Asia/Almaty'
    : zones().find((each) => townOf(each) === town);
  return zone === undefined ? undefined : { written: 'town', zone };
}

let known: readonly string[] | undefined;

function zones(): readonly string[] {
  return (known ??= [...usual, ...Intl.supportedValuesOf('timeZone')].filter(isTimeZone));
}

/** `Asia/Almaty` → `almaty`, `America/New_York` → `new-york` */
function townOf(zone: string): string {
  return zone
    .slice(zone.lastIndexOf('/') + 1)
    .toLowerCase()
    .replaceAll('_', '-');
}
