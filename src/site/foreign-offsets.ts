import { readAnyMoment } from '#lang/read-moment.ts';
import { isoIn, startOf } from '#lang/time.ts';
import { type Problem, problemAt } from '#schema/problem.ts';
import type { ReadText } from './files.ts';

/** The fields that hold a moment, at the top of a file and in its lists. */
const moments = new Set(
  'date appeared eventStart eventEnd expires pinnedUntil withdrawnOn removedOn due at'.split(' '),
);

const offset = /(?<sign>[+-])(?<hours>\d{2}):?(?<minutes>\d{2})$/u;

/**
 * Reports moments with an offset that the site's zone does not have at that moment. Offsets change: what a person copies
 * from an older text comes an hour too early or too late. UTC is what programs write, and stays.
 */
export function foreignOffsets({ file, yaml }: ReadText<unknown>, zone: string): Problem[] {
  const problems: Problem[] = [];
  const look = (value: unknown, path: readonly PropertyKey[]): void => {
    if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value))
        look(item, [...path, Array.isArray(value) ? Number(key) : key]);
    else if (typeof value === 'string' && moments.has(String(path.at(-1)))) {
      const params = correctionOf(value.trim(), zone);
      if (params)
        problems.push(
          problemAt(
            'other-offset',
            { file, line: yaml.lineOf(path) },
            {
              field: path.join('.'),
              value: value.trim(),
              ...params,
            },
          ),
        );
    }
  };
  look(yaml.value, []);
  return problems;
}

/** The same time of day with the offset of the zone, and the same moment. */
function correctionOf(
  value: string,
  zone: string,
): { corrected: string; same: string } | undefined {
  const written = offset.exec(value);
  if (!written || /[+-]00:?00$/u.test(value)) return undefined;
  const moment = readAnyMoment(value);
  if (!moment || !('instant' in moment)) return undefined;
  const same = isoIn(zone, moment.instant);
  const { sign = '', hours = '', minutes = '' } = written.groups ?? {};
  if (same.endsWith(`${sign}${hours}:${minutes}`)) return undefined;
  const local = readAnyMoment(value.slice(0, written.index).trim());
  if (!local || !('local' in local)) return undefined;
  const corrected = isoIn(zone, startOf(local, zone));
  return { corrected, same };
}
