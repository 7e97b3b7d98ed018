// The peer: announcements, lists, topics, RSS and sitemap, in two languages.
const languages = ['kk', 'ru'];

export default function (config) {
  for (const language of languages) {
    const news = (collection) => collection.getFilteredByGlob(`content/${language}/news/*.md`).sort((a, b) => b.date - a.date || (a.fileSlug < b.fileSlug ? -1 : 1));
    config.addCollection(language, news);
    config.addCollection(`${language}Topics`, (collection) => {
      const topics = [...Map.groupBy(news(collection).flatMap((page) => (page.data.topics ?? []).map((topic) => ({ topic, page }))), ({ topic }) => topic)];
      return topics.flatMap(([topic, all]) => chunks(all.map(({ page }) => page), 20).map((pages, number) => ({ topic, pages, number })));
    });
  }
  config.addFilter('day', (date) => date.toISOString().slice(0, 10));
  return { dir: { input: 'content', includes: '../_includes' }, markdownTemplateEngine: false };
}

function chunks(items, size) {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
