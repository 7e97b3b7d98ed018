import { expect, test } from 'vitest';
import { isOwnAddress } from '#site/own-address.ts';

const known = {
  topics: new Map([['safety', {}]]),
  divisions: new Map([['traffic', {}]]),
  people: new Map(),
} as unknown as Parameters<typeof isOwnAddress>[2];
const isOwn = (address: string) => isOwnAddress(address, ['kk', 'ru'], known);

test.each([
  ...[
    '/',
    '/404.html',
    '/robots.txt',
    '/sitemap.xml',
    '/sitemap-2026.xml',
    '/news-sitemap.xml',
    '/log.json',
    '/api/announcements.json',
    '/_images/x.jpg',
  ],
  ...[
    '/ru/',
    '/ru/archive/',
    '/kk/archive/2/',
    '/ru/archive/2026/',
    '/ru/archive/2026/01/',
    '/ru/search/',
    '/ru/subscribe/',
    '/ru/outcomes/',
    '/ru/log/',
    '/ru/weeks/',
    '/ru/weeks/2026-w04/',
  ],
  ...[
    '/ru/rss.xml',
    '/ru/calendar.ics',
    '/ru/topics/safety/',
    '/ru/topics/safety/2/',
    '/ru/divisions/traffic/atom.xml',
    '/ru/kinds/news/',
  ],
])('the site makes %s by itself', (address) => expect(isOwn(address)).toBe(true));

test.each([
  ...[
    '/en/archive/',
    '/news/17/',
    '/ru/old-archive/',
    '/ru/archive/road/',
    '/ru/archive/2026/road/',
    '/ru/news/2019/road/',
    '/ru/about/',
    '/ru/2/',
    '/ru/17/road/',
  ],
  // A topic that there is no more: its address leads on.
  ...[
    '/ru/topics/roads/',
    '/ru/topics/roads/rss.xml',
    '/ru/topics/safety/history/',
    '/ru/kinds/none/',
    '/rss.xml',
    '/ru/press/2019/road.html',
  ],
])('an old address may be %s', (address) => expect(isOwn(address)).toBe(false));
