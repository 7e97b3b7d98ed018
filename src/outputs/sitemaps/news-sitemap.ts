import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import { isoIn } from '#lang/time.ts';
import { byCode } from '#lang/sort.ts';
import { absolute, urls } from '#site/urls.ts';
import { writeXml, x } from '#outputs/xml.ts';

/** Google treats as news what came out in the last two days; in milliseconds. */
const fresh = 2 * 24 * 60 * 60 * 1000;
/** The maximum number of addresses (Google's rule for news sitemaps). */
const most = 1000;

/**
 * Writes `news-sitemap.xml` (sitemap-news 0.9): what came out in the two days before the build, in all languages.
 * An empty file is valid.
 */
export function writeNewsSitemap({ model, preview, reached }: ContentSnapshot): string {
  const { site } = model;
  const texts = (preview ? [] : model.announcements)
    .filter(({ withdrawnOn }) => !withdrawnOn)
    .flatMap(({ id, texts: all }) =>
      Object.values(all).map(({ locale, title, appeared }) => ({
        path: urls.announcement(locale, id),
        locale,
        title,
        appeared,
      })),
    )
    .filter(({ appeared }) => !reached(new Date(appeared.getTime() + fresh)))
    .sort((a, b) => b.appeared.getTime() - a.appeared.getTime() || byCode(a.path, b.path))
    .slice(0, most);
  const lines = texts.map(({ path, locale, title, appeared }) =>
    x('url', [
      x('loc', absolute(site, path)),
      x('news:news', [
        x('news:publication', [
          x('news:name', site.name[locale]),
          x('news:language', new Intl.Locale(locale).language),
        ]),
        x('news:publication_date', isoIn(site.timeZone, appeared)),
        x('news:title', title),
      ]),
    ]),
  );
  return writeXml(
    x(
      'urlset',
      {
        xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
        'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
      },
      lines,
    ),
  );
}
