import { describe, expect, test } from 'vitest';
import { builtInLocales } from '#lang/built-in.ts';
import { places, pluralForms } from '#lang/message.ts';
import type { FindingOf } from '#checks/rule.ts';
import { type Problem, problemAt, type ProblemId, problemPlaceholders } from '#schema/problem.ts';
import { problemTexts, wordingFor } from '#schema/wording.ts';
import { foreignQuotationMarks } from '../languages/quotation-marks.ts';

const ids = Object.keys(problemPlaceholders) as ProblemId[];
/** A value for every place that the sentences of a problem may name. */
const valuesFor = (id: ProblemId) =>
  Object.fromEntries(
    problemPlaceholders[id].map((place) => [place, place === 'expected' ? 'string' : `<${place}>`]),
  );

describe.each(builtInLocales)('problems in %s', (locale) => {
  const { report, types, problems } = problemTexts(locale);
  const wording = wordingFor(locale);

  test('every problem has its sentences, and no sentences are left over', () => {
    expect(Object.keys(problems).sort()).toEqual([...ids].sort());
  });

  test.each(ids)('%s', (id) => {
    const { what, remedy, remedyNear } = problems[id];
    const known: readonly string[] = problemPlaceholders[id];
    const sentences = [what, remedy, remedyNear].filter((sentence) => sentence !== undefined);
    expect(sentences.flatMap(places).filter((place) => !known.includes(place))).toEqual([]);
    // The remedy without a hint must not need the hint, and a hint that is known must be given.
    expect(places(remedy)).not.toContain('nearest');
    expect(remedyNear !== undefined).toBe(known.includes('nearest'));
    if (remedyNear) expect(places(remedyNear)).toContain('nearest');
    for (const sentence of sentences) {
      expect(sentence).not.toMatch(/!(?!\[)/u);
      expect(sentence).toMatch(/^\S.*\S$/su);
    }

    const withHint = wording({ id, params: valuesFor(id) });
    const without = wording({ id, params: { ...valuesFor(id), nearest: '' } });
    for (const filled of [withHint.what, withHint.remedy, without.what, without.remedy])
      expect(filled.replaceAll('{<place>}', '')).not.toMatch(/\{\w+\}|undefined/u);
  });

  test('every kind of value has a name', () => {
    expect(Object.keys(types).sort()).toEqual([
      'array',
      'boolean',
      'number',
      'object',
      'record',
      'string',
    ]);
  });

  test('the report counts in every plural form', () => {
    for (const message of Object.values(report))
      expect(Object.keys(message).sort()).toEqual(pluralForms(locale));
  });

  test('quotation marks are those of the language', () => {
    const said = JSON.stringify(Object.values(problems).map(({ what, remedy }) => [what, remedy]));
    expect(said).not.toMatch(foreignQuotationMarks(locale));
  });
});

test('a remedy with the word that was most likely meant', () => {
  const { what, remedy } = wordingFor('ru')({
    id: 'unknown-topic',
    params: { id: 'saftey', nearest: 'safety' },
  });
  expect(what).toBe('Темы «saftey» нет в файле topics.yaml.');
  expect(remedy).toBe(
    'Напишите «safety» или добавьте «saftey» в файл topics.yaml с названием на каждом языке.',
  );
});

test('a remedy without such a word', () => {
  expect(
    wordingFor('kk')({ id: 'unknown-field', params: { field: 'importance', nearest: '' } }),
  ).toEqual({
    what: 'Мұнда «importance» деген өріс болмайды.',
    remedy: 'Атауының жазылуын тексеріңіз; өріс қажет болмаса, өшіріңіз.',
  });
});

test('the kind of value that is expected, in words', () => {
  expect(
    wordingFor('en')({
      id: 'wrong-type',
      params: { field: 'draft', expected: 'boolean', value: 'yes' },
    }).what,
  ).toBe(
    'The field “draft” has the wrong kind of value: true or false is expected, but this is written: “yes”.',
  );
});

/** Nothing here runs: each is one that the compiler must refuse. */
export function refusedByTheCompiler(): unknown {
  const file = 'site.yaml';
  return [
    // @ts-expect-error a placeholder is missing
    problemAt('bad-url', { file }, { field: 'url' }),
    // @ts-expect-error it has no such placeholder
    problemAt('bad-url', { file }, { field: 'url', value: 'x', line: 1 }),
    // @ts-expect-error it has no placeholder at all
    problemAt('too-deep', { file }, { field: 'url' }),
    // @ts-expect-error there is no such problem
    problemAt('bad-uri', { file }, { field: 'url', value: 'x' }),
    // @ts-expect-error a placeholder is missing
    { id: 'bad-url', file, params: { field: 'url' } } satisfies Problem,
    // @ts-expect-error it has no such placeholder
    { id: 'too-deep', file, params: { field: 'url' } } satisfies Problem,
    // @ts-expect-error a rule must fill the placeholders of its own sentences
    { id: 'broken', params: {} } satisfies FindingOf<{ broken: ['address'] }>,
    // @ts-expect-error a rule finds nothing that has no sentence
    { id: 'brokn', params: { address: '/x' } } satisfies FindingOf<{ broken: ['address'] }>,
  ];
}
