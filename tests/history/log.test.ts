import { describe, expect, test } from 'vitest';
import {
  addToLog,
  checkAgainst,
  checkChain,
  checkLoggedTexts,
  emptyLog,
  lineHash,
  stateFingerprint,
  type Log,
  type LogLine,
  loggedStates,
} from '#history/log.ts';
import type { Json } from '#site/canonical.ts';
import { textHash } from '#site/removed-address.ts';
import fc from '../fast-check.ts';

const text = '2026/road-week/ru';
let salted = 0;

function after(before: Log, says: Record<string, Json>, removed: string[] = []): Log {
  return addToLog(before, {
    at: () => new Date('2026-01-22T00:00:00Z'),
    texts: loggedStates(new Map(Object.entries(says))),
    removed: new Set(removed),
    salt: () => `salt-${salted++}`,
  });
}
const told = ({ lines }: Log) => lines.map(({ what, text: of }) => `${what} ${of}`);

const first = after(emptyLog, { [text]: { title: 'Неделя' } });

describe('a log', () => {
  test('says what was published, and nothing where nothing changes', () => {
    expect(told(first)).toEqual([`published ${text}`]);
    expect(after(first, { [text]: { title: 'Неделя' } })).toEqual(first);
  });
  test('says what was changed, withdrawn, removed; of the removed no salt is left', () => {
    const changed = after(first, { [text]: { title: 'Месяц' } });
    const withdrawn = after(changed, { [text]: { title: 'Месяц', withdrawn: '2026-02-01' } });
    const removed = after(withdrawn, {}, [text]);
    expect(removed.lines.map(({ what }) => what)).toEqual([
      'published',
      'changed',
      'withdrawn',
      'removed',
    ]);
    expect(removed.salts).toEqual({});
    expect(told(after(removed, {}, [text]))).toHaveLength(4);
    expect(told(after(removed, { [text]: { title: 'Снова' } })).at(-1)).toBe(`published ${text}`);
  });
  test('names what was removed only by a hash, and still continues every older copy', () => {
    const other = '2026/other/ru';
    const before = after(first, { [text]: { title: 'Месяц' }, [other]: {} });
    const removed = after(before, { [other]: {} }, [text]);
    expect(JSON.stringify(removed)).not.toContain('road-week');
    expect(removed.lines.map(({ text: of, name }) => of ?? name)).toEqual([
      textHash(text),
      other,
      textHash(text),
      textHash(text),
    ]);
    const grown = after(removed, { [other]: { title: 'Иначе' } }, [text]);
    for (const log of [removed, grown]) {
      expect(checkChain(log)).toEqual([]);
      for (const older of [first, before, removed]) expect(checkAgainst(log, older)).toEqual([]);
    }
    expect(after(grown, { [other]: { title: 'Иначе' } })).toEqual(grown);
    // A line that was changed when its name was taken out is not the one that others have.
    const forged = removed.lines.with(0, { ...removed.lines[0]!, hash: 'f'.repeat(64) });
    expect(checkChain({ ...removed, lines: forged })).toEqual([{ fault: 'chain', line: 2 }]);
  });
  test('takes out names that older versions of Jarshy have written, and those of older addresses', () => {
    const old = '2025/old-name/ru';
    const renamed = after(after(emptyLog, { [old]: {} }), { [text]: {} });
    const removed = after(renamed, {}, [text, old]);
    expect(removed.lines.map(({ what }) => what)).toEqual([
      'published',
      'gone',
      'published',
      'removed',
    ]);
    expect(JSON.stringify(removed)).not.toMatch(/road-week|old-name/u);
    const line = { number: 2, at: '2026-01-22T00:00:00.000Z', what: 'removed', text } as const;
    const clear = {
      ...first,
      lines: [...first.lines, { ...line, before: lineHash(first.lines[0]!) }],
    };
    expect(checkChain(clear)).toEqual([]);
    const cleaned = after({ ...clear, salts: {} }, {});
    expect(cleaned.lines).toHaveLength(2);
    expect(JSON.stringify(cleaned)).not.toContain('road-week');
    expect([...checkChain(cleaned), ...checkAgainst(cleaned, clear)]).toEqual([]);
  });
  test('says that a text is gone, once', () => {
    const gone = after(first, {});
    expect(told(gone).at(-1)).toBe(`gone ${text}`);
    expect(after(gone, {})).toEqual(gone);
  });
  test('keeps the old fingerprint when a salt is forgotten, and not what is needed to guess the text', () => {
    const changed = after(first, { [text]: { title: 'Месяц' } });
    const [old] = first.lines as [LogLine];
    expect(changed.lines[0]).toEqual(old);
    expect(JSON.stringify(changed)).not.toContain(first.salts[text]);
    expect(old.fingerprint).toBe(stateFingerprint({ title: 'Неделя' }, first.salts[text]!));
    expect(old.fingerprint).not.toBe(stateFingerprint({ title: 'Неделя' }, changed.salts[text]!));
  });
});

const says = fc.dictionary(
  fc.constantFrom('2026/a/ru', '2026/a/kk', '2026/b/ru'),
  fc.record({ title: fc.string() }),
);
const history = fc.array(says, { minLength: 1, maxLength: 5 });
const grown = (states: Array<Record<string, Json>>) =>
  states.reduce((log, state) => after(log, state), emptyLog);

test('whatever was published, the log holds, and holds the texts; an older copy is its beginning', () => {
  fc.assert(
    fc.property(history, (states) => {
      const log = grown(states);
      expect([
        ...checkChain(log),
        ...checkLoggedTexts(log, new Map(Object.entries(states.at(-1)!))),
        ...checkAgainst(log, grown([])),
      ]).toEqual([]);
      expect(checkAgainst(after(log, {}), log)).toEqual([]);
    }),
  );
});

test('whichever line is changed or taken away, it does not hold any more', () => {
  const log = grown([{ '2026/a/ru': 1 }, { '2026/a/ru': 2 }, { '2026/a/ru': 3 }]);
  for (const index of [0, 1]) {
    const lines = log.lines.map((line, at) =>
      at === index ? { ...line, fingerprint: 'f'.repeat(64) } : line,
    );
    expect(checkChain({ ...log, lines })).toEqual([{ fault: 'chain', line: index + 2 }]);
    expect(checkChain({ ...log, lines: log.lines.filter((_, at) => at !== index) })).toEqual(
      expect.arrayContaining([{ fault: 'number', line: index + 1 }]),
    );
    // One who changes all that follow too is found out by whoever has kept a copy.
    expect(checkAgainst({ ...log, lines }, log)).toEqual([{ fault: 'rewritten', line: index + 1 }]);
  }
  expect(checkAgainst({ ...log, lines: log.lines.slice(0, 2) }, log)).toEqual([
    { fault: 'rewritten', line: 3 },
  ]);
});

test('a text that is not what was recorded, one that nobody recorded, one that is missing', () => {
  expect(
    checkLoggedTexts(first, new Map<string, Json>([[text, { title: 'Тихо изменено' }]])),
  ).toEqual([{ fault: 'changed', text }]);
  expect(
    checkLoggedTexts(
      first,
      new Map<string, Json>([
        [text, { title: 'Неделя' }],
        ['2026/b/ru', 1],
      ]),
    ),
  ).toEqual([{ fault: 'unrecorded', text: '2026/b/ru' }]);
  expect(checkLoggedTexts(first, new Map())).toEqual([{ fault: 'missing', text }]);
});
