import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { builtSite, filesWith } from './site.ts';

const site = builtSite('own-theme');
const withTimetable = '/ru/news/2026/road-repairs/index.html';
const without = '/ru/news/2026/open-day/index.html';

describe('a component in a text', () => {
  const html = site.text(withTimetable);
  test('shows what it was given, with the classes that its styles need', () => {
    expect(html).toMatch(/<section class="timetable" data-astro-cid-\w+="">/u);
    expect(html).toMatch(/№ 7<small[^>]*>Во время ремонта<\/small>/u);
    expect(html.match(/<time datetime="0[78]:\d0"/gu)).toHaveLength(3);
  });
  test('holds what the author wrote, links resolved', () =>
    expect(html).toContain('<p>Остановка — <a href="/press/ru/topics/buses/">Центр</a>.</p>'));
  test('brings its styles and those of what it uses, into this page alone', () => {
    for (const style of ['.timetable[data-astro-cid', 'li[data-astro-cid']) {
      expect(html).toContain(style);
      expect(site.text(without)).not.toContain(style);
    }
  });
  test('is in feeds without what only the page can use', () => {
    const feed = site.text('/ru/atom.xml');
    expect(feed).toContain('№ 7');
    expect(feed).not.toMatch(/data-astro-cid|timetable/u);
  });
});

test.each([withTimetable, without, '/kk/statistics/index.html'])(
  'the policy of %s allows the styles in it, and no others',
  (file) => {
    const html = site.text(file);
    const styles = /<style>(?<styles>.*?)<\/style>/su.exec(html)?.groups?.styles ?? '';
    const hash = createHash('sha256').update(styles).digest('base64');
    const policy = /Content-Security-Policy" content="(?<policy>[^"]*)"/u.exec(html)?.groups
      ?.policy;
    expect(policy).toMatch(/style-src 'self' 'sha256-[^']+'$/u);
    expect(policy).toContain(`'sha256-${hash}'`);
  },
);

describe('a page of its own', () => {
  test.each([
    ['kk', 'Автобустар'],
    ['ru', 'Автобусы'],
  ])('asks the collections, in %s: what is public, and nothing else', (locale, buses) => {
    const html = site.text(`/${locale}/statistics/index.html`);
    expect(html).toMatch(new RegExp(`<html lang="${locale}"`, 'u'));
    // One of the three announcements is held.
    expect(html).toMatch(/class="total"[^>]*>2</u);
    expect(html).toMatch(new RegExp(`<meter[^>]* value="2"[^>]*aria-label="${buses}"`, 'u'));
  });
  test('has a style sheet and a script of its own', () => {
    const html = site.text('/ru/statistics/index.html');
    const [style] = /\/press(\/_astro\/statistics[^"]*\.css)/u.exec(html)?.slice(1) ?? [];
    const [script] = /\/press(\/_astro\/Bars[^"]*\.js)/u.exec(html)?.slice(1) ?? [];
    expect(site.text(style ?? '')).toContain('.total');
    expect(site.text(script ?? '')).toContain('ready');
    expect(site.text(without)).not.toMatch(/_astro\/(?:statistics|Bars)/u);
  });
  test('stands in the sitemap and the navigation, in each language', () => {
    expect(site.text('/sitemap-pages.xml')).toContain(
      '<loc>https://example.org/press/ru/statistics/</loc>',
    );
    expect(site.text(without)).toContain('<a href="/press/ru/statistics/">Статистика</a>');
    expect(site.text('/kk/statistics/index.html')).toMatch(
      /<a href="\/press\/ru\/statistics\/" hreflang="ru"/u,
    );
  });
});

describe('a page with parameters in its name', () => {
  const buses = site.text('/ru/routes/buses/index.html');
  test('is at every address that it gives, with the title and the entries of that', () => {
    expect(buses).toMatch(/<title>Маршруты: Автобусы — /u);
    expect(buses).toContain('<h1>Маршруты: Автобусы</h1>');
    expect(buses).toContain('href="/press/ru/news/2026/road-repairs/"');
    expect(site.text('/kk/routes/buses/index.html')).toContain('<h1>Бағыттар: Автобустар</h1>');
    expect(site.text('/ru/routes/index.html')).toContain('<h1>Маршруты</h1>');
  });
  test('names its other language, and stands in the sitemap', () => {
    expect(buses).toMatch(/<a href="\/press\/kk\/routes\/buses\/" hreflang="kk"/u);
    for (const path of ['ru/routes/', 'kk/routes/roads/'])
      expect(site.text('/sitemap-pages.xml')).toContain(
        `<loc>https://example.org/press/${path}</loc>`,
      );
  });
  test('is in the navigation where it asks for that, and not in the foot', () => {
    expect(site.text(without)).toContain('<a href="/press/ru/routes/">Маршруты</a>');
    expect(site.text(without)).not.toContain('/ru/routes/buses/');
  });
});

test('the search index holds the pages of the theme', () => {
  const fragments = site.files
    .filter((file) => file.endsWith('.pf_fragment'))
    .map((file) => gunzipSync(site.bytes(file)).toString());
  const found = fragments.find((text) => text.includes('/press/ru/routes/buses/'));
  expect(found).toContain('Автобусы — buses');
  expect(found).toContain('"title":"Маршруты: Автобусы"');
  expect(fragments.some((text) => text.includes('/press/kk/statistics/'))).toBe(true);
});

test('a component in the place of ours is on every page, and can build on ours', () => {
  for (const { text } of site.pages.map(({ address }) => ({
    text: site.text(address.endsWith('/') ? `${address}index.html` : address),
  }))) {
    const motto = text.indexOf('class="wide motto"');
    if (text.includes('class="site-footer"')) {
      expect(motto).toBeGreaterThan(0);
      expect(motto).toBeLessThan(text.indexOf('class="site-footer"'));
    }
  }
  expect(site.text(without)).toContain('Счастливого пути!');
  expect(site.text('/kk/index.html')).toContain('Қауіпсіз жол тілейміз!');
});

test('the style sheet of the theme comes last in the styles of a page', () =>
  expect(site.text(without)).toMatch(/--accent: #0a5c36;\s*\}\s*<\/style>/u));

test('what is held is in no file', () => {
  expect(filesWith(site, 'День открытых')).not.toEqual([]);
  for (const word of ['Сайгак', 'Тайный', 'Ақбөкен', 'held-plan'])
    expect([word, filesWith(site, word)]).toEqual([word, []]);
});
