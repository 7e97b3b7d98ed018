import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { languages } from '../words.ts';

/** The peers whose site files lie in this folder. */
export type Peer = 'hugo' | 'eleventy';

/**
 * Writes the site of a peer: its own files, and the announcements of one of our content folders in the peer's format,
 * with the same words in the same number of files.
 * @param folder a new folder
 */
export function writePeer(peer: Peer, content: string, folder: string): void {
  cpSync(join(import.meta.dirname, peer), folder, { recursive: true });
  for (const path of globSync('announcements/*/*', { cwd: content })) {
    const texts = languages.map((language) => [language, ...parts(readFileSync(join(content, path, `index.${language}.md`), 'utf8'))] as const);
    // Our format has the facts in one language only. The peers' format repeats them in each.
    const facts = texts[0]![1];
    for (const [language, { title, summary }, body] of texts) {
      const { date, topics = [], divisions = [], people = [] } = facts;
      const front = { title, description: summary, date, slug: path.split('/').at(-1), topics, divisions, people, ...(peer === 'eleventy' && { lang: language, layout: 'page.njk', permalink: `/${language}/news/${path.split('/').slice(1).join('/')}/` }) };
      const file = join(folder, 'content', language, 'news', `${path.split('/').at(-1)}.md`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `---\n${stringify(front)}---\n\n${body}`);
    }
  }
  if (peer === 'eleventy') writeLists(folder);
}

function parts(text: string): [front: Record<string, unknown>, body: string] {
  const [, front, body] = /^---\n(?<front>.*?)^---\n(?<body>.*)$/msu.exec(text)!;
  return [parse(front!) as Record<string, unknown>, body!];
}

/** Eleventy has no built-in lists, feeds or sitemap. */
function writeLists(folder: string): void {
  const write = (file: string, front: object, template: string) => writeFileSync(join(folder, 'content', file), `---\n${stringify(front)}---\n${template}`);
  const list = (pages: string) => `<!doctype html><html lang="{{ lang }}"><head><meta charset="utf-8"><title>{{ lang }}</title></head><body><ul>{% for page in ${pages} %}<li><a href="{{ page.url }}">{{ page.data.title }}</a> {{ page.date | day }} {{ page.data.description }}</li>{% endfor %}</ul></body></html>`;
  for (const lang of languages) {
    write(`${lang}.njk`, { lang, pagination: { data: `collections.${lang}`, size: 20, alias: 'news' }, permalink: `/${lang}/{% if pagination.pageNumber > 0 %}{{ pagination.pageNumber + 1 }}/{% endif %}` }, list('news'));
    write(`${lang}-topics.njk`, { lang, pagination: { data: `collections.${lang}Topics`, size: 1, alias: 'one' }, permalink: `/${lang}/topics/{{ one.topic }}/{% if one.number > 0 %}{{ one.number + 1 }}/{% endif %}` }, list('one.pages'));
    write(`${lang}-rss.njk`, { lang, permalink: `/${lang}/rss.xml` }, `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>${lang}</title><link>https://press.example.org/</link><description>${lang}</description>{% for item in collections.${lang} %}{% if loop.index0 < 30 %}<item><title>{{ item.data.title }}</title><link>https://press.example.org{{ item.url }}</link><description>{{ item.templateContent }}</description></item>{% endif %}{% endfor %}</channel></rss>`);
  }
  write('sitemap.njk', { permalink: '/sitemap.xml' }, '<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{% for page in collections.all %}<url><loc>https://press.example.org{{ page.url }}</loc></url>{% endfor %}</urlset>');
}
