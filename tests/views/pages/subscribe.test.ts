import { describe, expect, test } from 'vitest';
import { allScopes } from '#snapshot/scopes.ts';
import { homeView } from '#views/pages/home.ts';
import { scopeView } from '#views/pages/scope.ts';
import { subscribeView } from '#views/pages/subscribe.ts';
import { smallSnapshot } from '../../outputs/snapshots.ts';

const path = (address: string) => address.replace('https://press.example.org', '');

describe('the page about feeds', () => {
  test('lists every scope in every format, then the calendar and the data, then the other languages', async () => {
    const snapshot = await smallSnapshot({});
    const view = subscribeView(snapshot, 'ru');
    const listed = view.groups.flatMap(({ feeds }) =>
      feeds.flatMap(({ addresses }) => addresses.map(({ address }) => path(address))),
    );
    const scopes = allScopes(snapshot.model).map((scope) =>
      scope.type === 'site' ? '/ru/' : `/ru/${scope.type}/${scope.id}/`,
    );
    expect(listed.sort()).toEqual(
      scopes
        .flatMap((scope) => ['rss.xml', 'atom.xml', 'feed.json'].map((file) => `${scope}${file}`))
        .sort(),
    );
    expect(
      [view.calendar, ...view.data].flatMap(({ addresses }) =>
        addresses.map(({ address }) => path(address)),
      ),
    ).toEqual([
      '/ru/calendar.ics',
      '/api/announcements.json',
      '/api/announcements.csv',
      '/api/outcomes.json',
    ]);
    expect(view.others.map(({ lang, addresses }) => [lang, path(addresses[0]!.address)])).toEqual([
      ['kk', '/kk/rss.xml'],
    ]);
  });
});

describe('programs find feeds from a page', () => {
  test('the nearest first, each in three formats', async () => {
    const { frame } = scopeView(await smallSnapshot({}), {
      locale: 'ru',
      scope: { type: 'topics', id: 'safety' },
      page: 1,
    });
    expect(frame.feeds.map(({ href, type, text }) => [href, type, text])).toEqual([
      ['/ru/topics/safety/atom.xml', 'application/atom+xml', 'Безопасность (Atom)'],
      ['/ru/topics/safety/rss.xml', 'application/rss+xml', 'Безопасность (RSS)'],
      ['/ru/topics/safety/feed.json', 'application/feed+json', 'Безопасность (JSON Feed)'],
      ['/ru/atom.xml', 'application/atom+xml', 'Сайт (Atom)'],
      ['/ru/rss.xml', 'application/rss+xml', 'Сайт (RSS)'],
      ['/ru/feed.json', 'application/feed+json', 'Сайт (JSON Feed)'],
    ]);
  });

  test('on other pages that of the site', async () =>
    expect(homeView(await smallSnapshot({}), 'kk').frame.feeds).toHaveLength(3));
});
