import { describe, expect, test } from 'vitest';
import { earlySettings } from '#browser/early-settings.ts';
import { pagePolicy } from '#outputs/page-policy.ts';
import { builtSite, type Site } from './site.ts';
import { readPage } from './page.ts';
import { readXml } from './xml.ts';

const site = builtSite('hostile');
const page = site.page('/ru/news/2026/attack/');
/** How the rules of a style sheet begin and end: the same for two offices, whatever their colours and names are. */
const rulesOf = (css: string) =>
  css.replaceAll(/"(?:[^"\\]|\\.)*"/gu, '""').replaceAll(/[^{}]/gu, '');
/** Those of each kind of page of an office that is no enemy. */
const usualRules = new Set(
  builtSite('mixed').pages.flatMap((each) => each.all('style').map(({ text }) => rulesOf(text))),
);
const title = '</h1></title></script><script>window.ran="title ru"</script> ]]> END:VEVENT';

/** Everything that a browser would run, load or follow by itself. */
function activeParts({ pages }: Pick<Site, 'pages'>) {
  return pages.flatMap((each) => [
    ...each
      .all('script')
      .filter(
        ({ attributes, text }) =>
          attributes.type !== 'application/ld+json' &&
          text !== earlySettings &&
          !(String(attributes.src).startsWith('/_astro/') && text === ''),
      )
      .map(({ text }) => `${each.address} script ${text}`),
    ...each
      .all('style')
      .filter(({ text }) => !usualRules.has(rulesOf(text)))
      .map(() => `${each.address} style`),
    ...['iframe', 'object', 'embed', 'base', 'svg', 'math', 'template'].flatMap((name) =>
      each.all(name).map(() => `${each.address} ${name}`),
    ),
    ...each.all('*').flatMap(({ name, attributes }) =>
      Object.keys(attributes)
        .filter((key) => /^on|^style$|^srcdoc$|^formaction$/iu.test(key))
        .map((key) => `${each.address} ${name} ${key}`),
    ),
    ...each
      .all('form')
      .filter(({ attributes }) => !String(attributes.action ?? '/').startsWith('/'))
      .map(() => `${each.address} form`),
    ...each
      .all('*')
      .flatMap(({ name, attributes }) =>
        [
          attributes.src,
          attributes.poster,
          name === 'link' && !String(attributes.rel).includes('canonical')
            ? attributes.href
            : undefined,
        ]
          .filter((address) =>
            /^(?:https?:)?\/\/(?!press\.example\.org\/)/u.test(String(address ?? '')),
          )
          .map((address) => `${each.address} ${name} ${address}`),
      ),
    ...each
      .all('a')
      .filter(
        ({ attributes }) => !/^(?:https?:\/\/|mailto:|tel:|\/|#|\?)/u.test(String(attributes.href)),
      )
      .map(({ attributes }) => `${each.address} ${attributes.href}`),
  ]);
}

describe('content that would like to be a program', () => {
  test('is on every page as words, and nothing of it could run or load anything', () => {
    expect(site.pages.length).toBeGreaterThan(20);
    expect(site.pages.filter(({ text }) => text.includes('window.ran')).length).toBeGreaterThan(20);
    expect(activeParts(site)).toEqual([]);
  });

  test('the probe of this test finds what it looks for', () => {
    const found = (html: string) =>
      activeParts({ pages: [{ ...page, address: '/x/', all: readPage('/x/', html).all }] });
    for (const html of [
      '<script>1</script>',
      '<b onclick=1>',
      '<b style=1>',
      '<style></style>',
      '<iframe></iframe>',
      '<img src="https://evil.example/">',
      '<a href="javascript:1">',
      '<form action="https://evil.example/">',
    ])
      expect(found(html)).toHaveLength(1);
  });

  test('title, caption, alt, names and strings are shown as they were written', () => {
    expect(page.one('h1').text).toBe(title);
    expect(page.all('img').map(({ attributes }) => attributes.alt)).toContain(
      '"><script>window.ran="alt"</script>',
    );
    expect(page.all('figcaption')[0]!.text).toContain('<script>window.ran="caption"</script>');
    expect(page.text).toContain('<script>window.ran="string"</script>');
    expect(page.text).toContain('{{constructor.constructor("window.ran=1")()}}');
    expect(page.all('a').map(({ text }) => text)).toContain(
      '<script>window.ran="attachment"</script>',
    );
  });

  test('data for machines is JSON that says the same', () => {
    const data = page
      .all('script', { type: 'application/ld+json' })
      .map(({ text }) => JSON.parse(text) as Record<string, unknown>);
    expect(data.map(({ headline, name }) => headline ?? name)).toContain(title);
  });

  test('feeds and sitemaps are XML, and the title is one text in it', () => {
    const xml = site.files.filter((file) => file.endsWith('.xml'));
    expect(xml.length).toBeGreaterThan(10);
    for (const file of xml) readXml(site.text(file));
    expect(
      readXml(site.text('/ru/rss.xml'))
        .all('item')
        .map((item) => item.value('title')),
    ).toEqual([title]);
    for (const file of site.files.filter((file) => file.endsWith('.json')))
      JSON.parse(site.text(file));
  });

  test('a calendar has no line that a text has brought in', () => {
    const lines = site.text('/ru/news/2026/attack/event.ics').replaceAll('\r\n ', '').split('\r\n');
    expect(lines.filter((line) => /^(?:BEGIN|END):/u.test(line))).toEqual(
      lines.filter((line) =>
        /^(?:BEGIN|END):V(?:CALENDAR|EVENT|TIMEZONE)$|^(?:BEGIN|END):(?:STANDARD|DAYLIGHT)$/u.test(
          line,
        ),
      ),
    );
    expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
    expect(lines.some((line) => line.startsWith('ACTION'))).toBe(false);
  });

  test('no rule of a style sheet ends where a string of the office would end it', () => {
    expect(usualRules.size).toBeGreaterThan(3);
    for (const each of site.pages)
      for (const { text } of each.all('style')) {
        expect(text).toContain('evil.example/font');
        expect([each.address, usualRules.has(rulesOf(text))]).toEqual([each.address, true]);
      }
  });
});

test('every page of every site says its policy in itself', () => {
  for (const name of ['hostile', 'mixed', 'base-path'] as const) {
    const built = builtSite(name);
    const addresses = built.files.filter(
      (file) => file.endsWith('.html') && !file.startsWith('/_'),
    );
    for (const file of addresses) {
      const policies = built
        .page(file)
        .all('meta')
        .filter(({ attributes }) => /content-security-policy/iu.test(String(attributes.httpEquiv)));
      expect([file, policies.map(({ attributes }) => attributes.content)]).toEqual([
        file,
        [
          pagePolicy({
            search: /^\/[^/]+\/search\/index\.html$/u.test(file),
            styles: /<style>(?<styles>.*?)<\/style>/su.exec(built.text(file))!.groups!.styles!,
          }),
        ],
      ]);
    }
  }
});
