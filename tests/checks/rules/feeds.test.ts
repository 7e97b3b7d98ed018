import { describe, expect, test } from 'vitest';
import { feeds } from '#checks/rules/feeds.ts';
import { findings } from '../site.ts';

const atom = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="kk">
  <link rel="self" href="https://example.org/press/kk/atom.xml" />
  <entry xml:lang="kk">
    <id>tag:example.org,2026:kk/2026/x</id>
    <link rel="enclosure" type="image/jpeg" length="5" href="https://example.org/press/_images/x.jpg" />
    <published>2026-01-22T00:00:00Z</published>
    <updated>2026-01-23T00:00:00.000+05:00</updated>
    <content type="html">&lt;p&gt;&lt;a href="https://example.org/press/kk/"&gt;x&lt;/a&gt; &lt;a href="tel:112"&gt;112&lt;/a&gt;&lt;/p&gt;</content>
  </entry>
</feed>`;

const rss = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
  <language>kk</language><atom:link rel="self" href="https://example.org/press/kk/rss.xml"/>
  <item><guid isPermaLink="false">tag:x</guid><pubDate>Thu, 22 Jan 2026 00:00:00 GMT</pubDate><atom:updated>2026-01-22T00:00:00Z</atom:updated><dc:language>kk</dc:language><content:encoded>&lt;p&gt;x</content:encoded></item>
</channel></rss>`;

const json = {
  version: 'https://jsonfeed.org/version/1.1',
  title: 'x',
  language: 'kk',
  feed_url: 'https://example.org/press/kk/feed.json',
  items: [
    {
      id: 'x',
      language: 'kk',
      date_published: '2026-01-22T00:00:00Z',
      date_modified: '2026-01-22T00:00:00Z',
      content_html: '<p>x',
    },
  ],
};

const find = (feed: string, path = '/kk/atom.xml') =>
  findings(feeds, { '/kk/': '<p>' }, { [path]: feed, '/_images/x.jpg': '12345' }).map(
    ({ id, params }) => [id, params],
  );
const feed = '/kk/atom.xml';
const entry = 'tag:example.org,2026:kk/2026/x';

test.each([
  ['/kk/atom.xml', atom],
  ['/kk/rss.xml', rss],
  ['/kk/feed.json', JSON.stringify(json)],
])('%s with nothing wrong', (path, text) => expect(find(text, path)).toEqual([]));

test('other files are no feeds', () => expect(find('<a', '/kk/sitemap.xml')).toEqual([]));

describe('in Atom', () => {
  test.each<[string, [RegExp | string, string], string, object]>([
    ['an element that does not end', ['</content>', ''], 'feed-broken', { detail: '<content>' }],
    [
      'a prefix that nobody has declared',
      ['<published>', '<dc:x>y</dc:x><published>'],
      'feed-broken',
      { detail: 'dc:x' },
    ],
    ['a character that XML cannot hold', ['112', '1\u00012'], 'feed-broken', { detail: 'U+FFFD' }],
    [
      'another address than its own',
      ['kk/atom.xml', 'ru/atom.xml'],
      'feed-self',
      { address: 'https://example.org/press/ru/atom.xml' },
    ],
    [
      'an entry in another language',
      ['<entry xml:lang="kk">', '<entry xml:lang="ru">'],
      'feed-language',
      { lang: 'ru', expected: 'kk' },
    ],
    [
      'a feed without a language',
      [' xml:lang="kk">\n  <link', '>\n  <link'],
      'feed-language',
      { lang: '', expected: 'kk' },
    ],
    ['an entry without a name', [/<id>.*<\/id>/u, ''], 'feed-id', { entry: '' }],
    ['the same entry twice', [/<entry[^]*<\/entry>/u, '$&$&'], 'feed-id', { entry }],
    [
      'a localised date',
      ['2026-01-22T00:00:00Z', '22 января 2026'],
      'feed-date',
      { entry, value: '22 января 2026' },
    ],
    [
      'a date in the future',
      ['2026-01-22', '2026-03-22'],
      'feed-date',
      { entry, value: '2026-03-22T00:00:00Z' },
    ],
    [
      'an entry without its update',
      [/<updated>.*<\/updated>/u, ''],
      'feed-date',
      { entry, value: '2026-01-22T00:00:00Z' },
    ],
    [
      'a relative address',
      ['https://example.org/press/kk/"&gt;', '/press/kk/"&gt;'],
      'feed-address',
      { entry, address: '/press/kk/' },
    ],
    [
      'a picture that is not there',
      ['https://example.org/press/kk/"&gt;', 'https://example.org/press/ru/"&gt;'],
      'feed-address',
      { entry, address: 'https://example.org/press/ru/' },
    ],
    ['a script', ['112&lt;', '&lt;script&gt;&lt;'], 'feed-markup', { entry, markup: 'script' }],
    [
      'an event',
      ['&lt;p&gt;', '&lt;p onclick="x"&gt;'],
      'feed-markup',
      { entry, markup: 'onclick' },
    ],
    ['a class', ['&lt;p&gt;', '&lt;p class="x"&gt;'], 'feed-markup', { entry, markup: 'class' }],
    [
      'a file of another length',
      ['length="5"', 'length="6"'],
      'feed-file',
      { entry, address: 'https://example.org/press/_images/x.jpg' },
    ],
    [
      'a file of another type',
      ['image/jpeg', 'image/png'],
      'feed-file',
      { entry, address: 'https://example.org/press/_images/x.jpg' },
    ],
    [
      'a file that is not there',
      ['_images/x.jpg', '_images/y.jpg'],
      'feed-file',
      { entry, address: 'https://example.org/press/_images/y.jpg' },
    ],
  ])('%s is found', (_what, [written, wrong], id, params) => {
    const broken = atom.replace(written, wrong);
    expect(broken).not.toBe(atom);
    expect(find(broken)).toContainEqual([id, { feed, ...params }]);
  });
});

test('in RSS: a name that claims to be an address', () => {
  expect(
    find(rss.replace(' isPermaLink="false"', '').replace('tag:x', 'x'), '/kk/rss.xml'),
  ).toEqual([['feed-id', { feed: '/kk/rss.xml', entry: 'x' }]]);
});
test('in JSON Feed: half a document', () =>
  expect(find('{"items":', '/kk/feed.json')[0]![0]).toBe('feed-broken'));
test('in an archive, too', () =>
  expect(find(atom, '/kk/atom/2026-01-0123456789ab.xml')[0]![0]).toBe('feed-self'));
