import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allDocuments } from '#outputs/documents.ts';
import { finishSnapshot } from '#snapshot/snapshot.ts';
import { allPages } from '#views/all-pages.ts';
import { createClock } from '#clock.ts';
import type { Ledger } from '#history/ledger.ts';
import { addressHash, noticeAddress } from '#site/removed-address.ts';
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
    ['front matter that is no YAML', ['summary: "x'], 'yaml-unclosed'],
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
    expect(after.ledger.has('/ru/news/2026/road-week/')).toBe(false);
    expect(after.ledger.get(noticeAddress('ru', '/ru/news/2026/road-week/'))).toBe('removed');
    // After that, the entry of the person may be deleted too.
    const later = await makeAfter(after.ledger, texts(...removal));
    expect(ofPeople(later.ledger)).toEqual([]);
  });

  test('but one whose entry alone was deleted is still asked for', async () => {
    const { ledger } = await makeAfter(new Map(), { ...person, ...texts(naming) });
    await expect(makeAfter(ledger, texts())).rejects.toThrow('lost-address');
  });
});

describe('a scope that a removal empties ends by itself', () => {
  const entries: Content = {
    'topics.yaml': 'safety: { label: { kk: Қ, ru: Б } }\nroads: { label: { kk: Ж, ru: Д } }\n',
    'divisions/traffic.yaml': 'name: { kk: Ж, ru: Д }\nhead: chief\nparent: police\n',
    'divisions/police.yaml': 'name: { kk: П, ru: П }\n',
    'divisions/other.yaml': 'name: { kk: Б, ru: Д }\n',
    ...Object.fromEntries(
      ['someone', 'chief', 'a-omarov'].map((id) => [
        `people/${id}.yaml`,
        'name: { kk: Біреу, ru: Некто }\nrole: { kk: Бастық, ru: Начальник }\n',
      ]),
    ),
  };
  const site = (
    naming: readonly string[],
    removal: readonly string[] = [],
    other: readonly string[] = [],
  ) =>
    writeContent({
      ...entries,
      [ru]: markdown(['title: X', 'date: 2026-01-22', ...naming, ...removal]),
      [`${week}/index.kk.md`]: markdown(['title: X', ...removal.slice(1)]),
      'announcements/2026/other/index.ru.md': markdown(['title: Y', 'date: 2026-01-23', ...other]),
    });
  const removal = ['removedOn: 2026-01-30', 'removedReason: x'];
  const makeAfter = (ledger: Ledger, folder: string) =>
    makeSnapshot({ folder, clock: createClock(new Date('2026-02-01T12:00:00+05:00')), ledger });
  const below = (ledger: Ledger, scope: string) =>
    [...ledger.keys()].filter((address) => address.includes(`/${scope}/`));

  test.each([
    ['a topic', ['topics: [safety]'], ['topics/safety']],
    ['a division and its head', ['divisions: [traffic]'], ['divisions/traffic', 'people/chief']],
    [
      'a division that has to do something',
      ['outcomes: [{ text: X, division: traffic }]'],
      ['divisions/traffic'],
    ],
    ['a person', ['people: [someone]'], ['people/someone']],
    ['a person to call', ['contact: someone'], ['people/someone']],
    ['a division to call', ['contact: traffic'], ['divisions/traffic']],
    [
      'all of them',
      ['topics: [safety]', 'divisions: [traffic]', 'people: [someone]'],
      ['topics/safety', 'divisions/traffic', 'people/someone'],
    ],
  ])('%s', async (_, naming, ended) => {
    const outcome = naming.some((line) => line.startsWith('outcomes'));
    const kk = outcome ? ['outcomes: [{ text: X }]'] : [];
    const before = site(naming);
    if (outcome) writeFileSync(join(before, `${week}/index.kk.md`), markdown(['title: X', ...kk]));
    const { ledger } = await makeAfter(new Map(), before);
    for (const scope of ended) expect(below(ledger, scope)).toHaveLength(8);
    const gone = site(naming, removal);
    if (outcome)
      writeFileSync(join(gone, `${week}/index.kk.md`), markdown(['title: X', ...kk, removal[1]!]));
    const after = await makeAfter(ledger, gone);
    for (const scope of ended) expect(below(after.ledger, scope)).toEqual([]);
    // What nothing or something else names is still there.
    for (const scope of ['topics/roads', 'divisions/other', 'divisions/police', 'people/a-omarov'])
      expect(below(after.ledger, scope)).toHaveLength(8);
    // The same holds next time, and after the folder is deleted.
    expect((await makeAfter(after.ledger, gone)).ledger).toEqual(after.ledger);
  });

  test('but not one that another public text still names', async () => {
    const naming = ['topics: [safety]', 'divisions: [traffic]', 'people: [someone]'];
    const { ledger } = await makeAfter(new Map(), site(naming, [], naming));
    const after = await makeAfter(ledger, site(naming, removal, naming));
    for (const scope of ['topics/safety', 'divisions/traffic', 'people/someone', 'people/chief'])
      expect(below(after.ledger, scope)).toHaveLength(8);
  });

  test('a kind, a month, a year and a whole site may be empty after a removal', async () => {
    const only = (more: readonly string[]) =>
      writeContent({
        [ru]: markdown(['title: X', 'date: 2026-01-22', 'kind: statement', ...more]),
        [`${week}/index.kk.md`]: markdown(['title: X', ...more.slice(1)]),
      });
    const { ledger } = await makeAfter(new Map(), only([]));
    const after = await makeAfter(ledger, only(removal));
    const pages = allPages(finishSnapshot(after.snapshot)).map(({ address, view }) => {
      view();
      return address;
    });
    expect(pages).toContain('/ru/kinds/statement/');
    expect(pages.filter((address) => address.includes('/archive/2026/'))).toEqual([]);
    for (const { document } of allDocuments(finishSnapshot(after.snapshot)))
      await document().write();
  });

  test('after the folder was deleted, only the notices are left', async () => {
    const { ledger } = await makeAfter(new Map(), site([]));
    const removed = await makeAfter(ledger, site([], removal));
    const folder = site([]);
    rmSync(join(folder, week), { recursive: true });
    const { snapshot, ledger: later } = await makeAfter(removed.ledger, folder);
    expect(later).toEqual(removed.ledger);
    expect(snapshot.notices.map(({ locale, hash, removed: said }) => [locale, hash, said])).toEqual(
      ['kk', 'ru'].map((locale) => [
        locale,
        addressHash(`/${locale}/news/2026/road-week/`),
        undefined,
      ]),
    );
  });

  test('an entry that only a held text names is not public; one that was public stays', async () => {
    const held = ['topics: [safety]', 'divisions: [traffic]', 'people: [someone]', 'draft: true'];
    const drafts = () =>
      writeContent({
        ...entries,
        [ru]: markdown(['title: X', 'date: 2026-01-22', ...held]),
        [`${week}/index.kk.md`]: markdown(['title: X', 'draft: true']),
        'announcements/2026/other/index.ru.md': markdown(['title: Y', 'date: 2026-01-23']),
      });
    const { ledger } = await makeAfter(new Map(), drafts());
    for (const scope of ['topics/safety', 'divisions/traffic', 'people/someone', 'people/chief'])
      expect(below(ledger, scope)).toEqual([]);
    const before = await makeAfter(
      new Map(),
      writeContent({
        ...entries,
        [ru]: undefined,
        [`${week}/index.kk.md`]: undefined,
        'announcements/2026/other/index.ru.md': markdown(['title: Y', 'date: 2026-01-23']),
      }),
    );
    const after = await makeAfter(before.ledger, drafts());
    for (const scope of ['topics/safety', 'divisions/traffic', 'people/someone', 'people/chief'])
      expect(below(after.ledger, scope)).toHaveLength(8);
  });

  test('links of other texts to what was removed lead to the notice', async () => {
    const { snapshot } = await makeAfter(
      new Map(),
      writeContent({
        [ru]: markdown([
          'title: X',
          'date: 2026-01-22',
          'topics: [safety]',
          ...removal,
          'aliases: [/ru/old/]',
        ]),
        [`${week}/index.kk.md`]: markdown(['title: X', ...removal.slice(1)]),
        'announcements/2026/other/index.ru.md': markdown(
          ['title: Y', 'date: 2026-02-01'],
          '[e](/ru/topics/safety/rss.xml) [f](/ru/archive/2026/01/) [g](/ru/archive/2026/) [h](/kits/2026/road-week.zip) [a](/ru/news/2026/road-week/#x) [b](/ru/old/) [c](/ru/) [d](https://press.example.org/ru/news/2026/road-week/plan.pdf)\n',
        ),
      }),
    );
    const { html } = snapshot.byId.get('2026/other')!.texts.ru!.body;
    const notice = noticeAddress('ru', '/ru/news/2026/road-week/');
    expect([...html.matchAll(/href="(?<to>[^"]*)"/gu)].map(({ groups }) => groups!.to)).toEqual([
      '/ru/',
      '/ru/archive/',
      '/ru/archive/2026/',
      noticeAddress('kk', '/kk/news/2026/road-week/'),
      notice,
      noticeAddress('ru', '/ru/old/'),
      '/ru/',
      `https://press.example.org${notice}`,
    ]);
  });
});
