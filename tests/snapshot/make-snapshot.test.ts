import { describe, expect, test } from 'vitest';
import { createClock } from '#clock.ts';
import type { Ledger } from '#history/ledger.ts';
import { makeSnapshot } from '#snapshot/make-snapshot.ts';
import { type Content, inKazakh, markdown, problem, week, writeContent } from '../site/content.ts';
import { png } from '../importers/pictures.ts';

const ru = `${week}/index.ru.md`;
const body = '![](./photo.png)\n\n![](./none.png)\n\n[x](javascript:y)\n';
const fields = [
  'title: X',
  'date: 2026-01-22',
  'cover: ./photo.png',
  'gallery:',
  '  - src: ./photo.png',
];
const make = (changes: Content, preview: boolean) =>
  makeSnapshot({
    folder: writeContent({
      ...inKazakh('coverAlt: x', 'gallery:', '  - alt: x'),
      [`${week}/photo.png`]: png(1),
      ...changes,
    }),
    clock: createClock(new Date('2026-02-01T12:00:00+05:00')),
    preview,
  });

const faults = [
  problem('refused-link', ru, 12, { address: 'javascript:y' }),
  problem('missing-picture-alt', ru, 8, { path: 'photo.png' }),
  problem('missing-picture', ru, 10, { path: 'none.png' }),
];

test('what is unfinished in a draft is told and stops nothing', async () => {
  const draft = {
    [ru]: markdown([...fields.slice(0, 2), 'draft: true', ...fields.slice(2)], body),
  };
  const { snapshot, unfinished } = await make(draft, true);
  expect(unfinished).toEqual([
    ...faults.map((one) => ({ ...one, line: one.line! + 1 })),
    problem('missing-alt', ru, 5, { field: 'coverAlt' }),
    problem('missing-alt', ru, 7, { field: 'gallery.0.alt' }),
  ]);
  expect(snapshot.byId.get('2026/road-week')!.texts.ru!.body.html).toContain('<img');
  expect((await make(draft, false)).unfinished).toEqual([]);
});

describe('a draft that cannot be shown whole', () => {
  const inDraft = (...more: string[]) => ({
    [ru]: markdown(['title: X', 'date: 2026-01-22', 'draft: true', ...more]),
    [`${week}/index.kk.md`]: markdown(['title: X', 'draft: true']),
  });
  const other: Content = {
    'announcements/2026/other/index.ru.md': markdown(['title: Y', 'date: 2026-01-23']),
  };
  const ids = ({ snapshot }: Awaited<ReturnType<typeof make>>) =>
    snapshot.model.announcements.map(({ id }) => id);

  test('is shown without its damaged pictures', async () => {
    const made = await make(
      {
        ...inDraft(
          'cover: ./bad.png',
          'coverAlt: x',
          'gallery:',
          '  - src: ./bad.png',
          '    alt: x',
          '  - src: ./photo.png',
          '    alt: x',
        ),
        [`${week}/bad.png`]: 'no picture',
        ...other,
      },
      true,
    );
    expect(made.unfinished).toEqual(
      expect.arrayContaining([
        problem('picture-not-a-picture', ru, 5, { path: `${week}/bad.png` }),
      ]),
    );
    const { cover, gallery } = made.snapshot.byId.get('2026/road-week')!.texts.ru!;
    expect([cover, gallery.map(({ file }) => file), ids(made)]).toEqual([
      undefined,
      [`${week}/photo.png`],
      ['2026/other', '2026/road-week'],
    ]);
  });
  test('also where what lacks is a word in a list, or a document is not what its name says', async () => {
    const made = await make(
      {
        ...inDraft('attachments:', '  - file: ./plan.pdf', 'outcomes:', '  - status: done'),
        [`${week}/plan.pdf`]: '<html>',
        ...other,
      },
      true,
    );
    expect(
      made.unfinished.map(({ id, params }) => [id, 'field' in params ? params.field : undefined]),
    ).toEqual([
      ['missing-field', 'attachments.0.title'],
      ['missing-field', 'outcomes.0.text'],
      ['file-content', undefined],
    ]);
    expect(ids(made)).toEqual(['2026/other', '2026/road-week']);
  });
  test.each([
    ['a fact that cannot be', ['topics: [none]'], 'unknown-topic'],
    ['a field that cannot be read', ['kind: nothing'], 'not-one-of'],
    ['front matter that is no YAML', ['summary: "x'], 'broken-yaml'],
  ])('or is left out: %s', async (_, more, id) => {
    const made = await make({ ...inDraft(...more), ...other }, true);
    expect([made.unfinished.map((one) => one.id), ids(made)]).toEqual([[id], ['2026/other']]);
    await expect(make({ ...inDraft(...more), ...other }, false)).rejects.toThrow(id);
  });
  test('but not where a language of it is no draft', async () => {
    await expect(
      make(
        {
          [ru]: markdown(['title: X', 'date: 2026-01-22', 'draft: true', 'topics: [none]']),
          ...other,
        },
        true,
      ),
    ).rejects.toThrow('unknown-topic');
    await expect(
      make(
        {
          [ru]: markdown([
            'title: X',
            'date: 2026-01-22',
            'cover: ./bad.png',
            'coverAlt: x',
            'draft: true',
          ]),
          [`${week}/index.kk.md`]: markdown(['title: X', 'coverAlt: x']),
          [`${week}/bad.png`]: 'no picture',
        },
        true,
      ),
    ).rejects.toThrow('picture-not-a-picture');
  });
});

test('the same in a text that comes out stops the build', async () => {
  const finished = {
    [ru]: markdown([...fields.slice(0, 3), 'coverAlt: x', ...fields.slice(3), '    alt: x'], body),
  };
  await expect(make(finished, false)).rejects.toMatchObject({
    problems: expect.arrayContaining(faults.map((one) => ({ ...one, line: one.line! + 2 }))),
  });
});

describe('a person whom only a removed text named', () => {
  const removal = ['removedOn: 2026-01-30', 'removedReason: x'];
  const texts = (...more: string[]): Content => ({
    [ru]: markdown(['title: X', 'date: 2026-01-22', ...more]),
    [`${week}/index.kk.md`]: markdown([
      'title: X',
      ...(more.includes(removal[0]!) ? removal.slice(1) : []),
    ]),
    'announcements/2026/other/index.ru.md': markdown(['title: Y', 'date: 2026-01-23']),
  });
  const person: Content = {
    'people/someone.yaml':
      'name:\n  ru: Некто\n  kk: Біреу\nrole:\n  ru: Начальник\n  kk: Бастық\n',
  };
  const naming = 'people: [someone]';
  const makeAfter = (ledger: Ledger, content: Content) =>
    makeSnapshot({
      folder: writeContent(content),
      clock: createClock(new Date('2026-02-01T12:00:00+05:00')),
      ledger,
    });
  const ofPeople = (ledger: Ledger) =>
    [...ledger.keys()].filter((it) => it.includes('/people/someone/'));

  test('has no page any more, and nothing asks for another address of it', async () => {
    const { ledger } = await makeAfter(new Map(), { ...person, ...texts(naming) });
    expect(ofPeople(ledger)).toContain('/ru/people/someone/rss.xml');
    const after = await makeAfter(ledger, { ...person, ...texts(naming, ...removal) });
    expect(ofPeople(after.ledger)).toEqual([]);
    expect(after.ledger.get('/ru/news/2026/road-week/')).toBe('removed');
    // After that, the entry of the person may be deleted too.
    const later = await makeAfter(after.ledger, texts(...removal));
    expect(ofPeople(later.ledger)).toEqual([]);
  });

  test('but one whose entry alone was deleted is still asked for', async () => {
    const { ledger } = await makeAfter(new Map(), { ...person, ...texts(naming) });
    await expect(makeAfter(ledger, texts())).rejects.toThrow('lost-address');
  });
});
