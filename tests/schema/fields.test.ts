import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseYaml, type Yaml } from '#lang/yaml.ts';
import { checkValue } from '#schema/check.ts';
import {
  email,
  fileBeside,
  id,
  ids,
  line,
  moment,
  perLocale,
  phone,
  sitePath,
  webAddress,
  wholeNumber,
} from '#schema/fields.ts';

/** What a field makes of a value as it stands in a file; the id of the problem where it refuses it. */
function read(field: z.ZodType, written: string): unknown {
  const result = checkValue(
    z.strictObject({ field }),
    parseYaml(`field: ${written}`) as Yaml,
    'file.yaml',
  );
  return 'value' in result ? result.value.field : result.problems.map((problem) => problem.id);
}

const cases: Record<string, [field: z.ZodType, ...cases: Array<[written: string, read: unknown]>]> =
  {
    line: [
      line,
      ['" a "', 'a'],
      ['"a\\n  b"', 'a b'],
      ['12', ['wrong-type']],
      ['[a]', ['wrong-type']],
      ['" "', ['missing-field']],
    ],
    moment: [
      moment,
      ['2026-01-22', { day: '2026-01-22' }],
      ['2026-01-22T10:00Z', { instant: new Date('2026-01-22T10:00Z') }],
      ['22.01.2026', { day: '2026-01-22' }],
      ['20260122', { day: '2026-01-22' }],
      ['2026-01-22 10:00', { local: '2026-01-22T10:00:00' }],
      ['03/04/2026', ['impossible-date']],
      ['2026', ['impossible-date']],
      ['[2026-01-22]', ['wrong-type']],
      ['', ['missing-field']],
    ],
    id: [
      id,
      ['road-safety', 'road-safety'],
      ['a1', 'a1'],
      ['Road', ['bad-format']],
      ['a--b', ['bad-format']],
      ['-a', ['bad-format']],
      ['жол', ['bad-format']],
      ['../a', ['bad-format']],
    ],
    ids: [
      ids,
      ['[a, b]', ['a', 'b']],
      ['a', ['wrong-type']],
      ['[A, b, C]', ['bad-format', 'bad-format']],
    ],
    fileBeside: [
      fileBeside,
      ['photo.jpg', 'photo.jpg'],
      ['./фото 1.jpg', 'фото 1.jpg'],
      ['../photo.jpg', ['bad-format']],
      ['/photo.jpg', ['bad-format']],
      ['a\\b.jpg', ['bad-format']],
    ],
    webAddress: [
      webAddress,
      ['https://example.org/', 'https://example.org/'],
      ['http://example.org', 'http://example.org'],
      ['example.org', ['bad-format']],
      ['javascript:alert(1)', ['bad-format']],
      ['"https://a b"', ['bad-format']],
    ],
    sitePath: [
      sitePath,
      ['/ru/old/', '/ru/old/'],
      ['/ru/a.html', '/ru/a.html'],
      ['/ru/%D0%B6%D0%BE%D0%BB/', '/ru/жол/'],
      ['/ru/100%25/', ['bad-format']],
      ['/ru/100%/', ['bad-format']],
      ['ru/old/', ['bad-format']],
      ['//example.org/', ['bad-format']],
      ['/ru/?a', ['bad-format']],
    ],
    email: [email, ['press@example.org', 'press@example.org'], ['press', ['bad-format']]],
    phone: [
      phone,
      ["'+7 727 000 00 00'", '+7 727 000 00 00'],
      ["'102'", '102'],
      ['102', ['wrong-type']],
      ['звоните', ['bad-format']],
    ],
    wholeNumber: [
      wholeNumber(1, 200),
      ['1', 1],
      ['200', 200],
      ['0', ['out-of-range']],
      ['201', ['out-of-range']],
      ['1.5', ['out-of-range']],
      ['ten', ['wrong-type']],
    ],
    perLocale: [
      perLocale,
      ['{ kk: Қала, ru: Город }', { kk: 'Қала', ru: 'Город' }],
      ['Город', ['wrong-type']],
      ['{ kk: 1 }', ['wrong-type']],
    ],
  };

describe.each(Object.entries(cases))('%s', (_name, [field, ...written]) => {
  test.each(written)('%s', (text, expected) => expect(read(field, text)).toEqual(expected));
});
