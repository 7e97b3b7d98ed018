import { expect, test } from 'vitest';
import { createClock } from '#clock.ts';
import type { Fact } from '#search/engine.ts';
import { answer } from '#search/query.ts';
import { siteRecords } from '#search/site-records.ts';
import { trueText } from '#search/split-record.ts';
import { searchLanguage } from '#search/words/search-language.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { inKazakh, inRussian, writeContent } from '../site/content.ts';
import { memoryEngine } from './memory-engine.ts';

const recordsOf = async (locale: string, ...facts: string[]) => {
  const { snapshot } = await makeSnapshot({
    folder: writeContent({
      ...inKazakh(),
      ...inRussian(...facts),
      'divisions/traffic.yaml': [
        'name: { kk: Жол полициясы, ru: Дорожная полиция }',
        'shortName: { kk: ЖП, ru: ДПС }',
        'caseForms: { ru: [дорожной полиции] }',
        'phone: +7 727 000 12 34',
        "address: { kk: Абай к., ru: 'ул. Абая, 1' }",
        'head: a-omarov',
        '',
      ].join('\n'),
    }),
    clock: createClock(new Date('2026-02-01T00:00:00Z')),
    preview: false,
  });
  return siteRecords(snapshot, locale);
};

test('divisions, people and topics are found, and tell what is asked most', async () => {
  const records = await recordsOf('ru');
  expect(records[0]?.title).toBe('Неделя дорог');
  const division = records.find(({ url }) => url === '/ru/divisions/traffic/');
  expect(division).toMatchObject({
    title: 'Дорожная полиция',
    summary: 'ДПС',
    facts: expect.arrayContaining([
      { label: 'Телефон', value: '+7 727 000 12 34', href: 'tel:+77270001234' },
      { label: 'Адрес', value: 'ул. Абая, 1' },
    ]) as Fact[],
  });
  expect(division?.facts?.map(({ value }) => value)).toContain('А. Омаров');
  expect(records.map(({ url }) => url)).toEqual(
    expect.arrayContaining(['/ru/people/a-omarov/', '/ru/topics/safety/']),
  );
});

test('who asks for a division by name gets its page first', async () => {
  const records = await recordsOf('ru');
  const language = searchLanguage('ru');
  const engine = memoryEngine(records.map(trueText), language);
  const first = async (text: string) => {
    const { results } = await answer(text, {
      engine: {
        ...engine,
        document: async (number) => ({
          ...(await engine.document(number)),
          facts: records[number]?.facts,
        }),
      },
      language,
    });
    return records[results[0]?.document ?? -1]?.url;
  };
  for (const query of ['дорожная полиция', 'дорожной полиции', 'ДПС', '+7 727 000-12-34'])
    expect(await first(query)).toBe('/ru/divisions/traffic/');
});

test('an event is found by each of its days', async () => {
  const [event] = await recordsOf(
    'ru',
    'kind: event',
    'eventStart: 2026-02-05T10:00:00+05:00',
    'eventEnd: 2026-02-07T12:00:00+05:00',
  );
  expect(event?.days).toEqual(['2026-02-05', '2026-02-06', '2026-02-07']);
});
