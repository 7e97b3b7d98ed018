import type { PagefindData } from './engine.ts';

/** A result as a list item: title, date and topics, and the words around the match. */
export function resultItem({ url, excerpt, meta }: PagefindData): HTMLLIElement {
  const link = Object.assign(document.createElement('a'), { href: url, textContent: meta.title ?? url });
  const title = document.createElement('h2');
  title.className = 'teaser-title';
  title.append(link);

  const about = document.createElement('p');
  about.className = 'teaser-meta';
  for (const text of [meta.date, meta.topics]) {
    if (text) about.append(Object.assign(document.createElement('span'), { textContent: text }));
  }
  const words = document.createElement('p');
  words.append(...markedText(excerpt));

  const item = document.createElement('li');
  item.append(about, title, words);
  return item;
}

/** The pieces of an excerpt, the matched words in `<mark>`. Any other markup, should there ever be some, stays text. */
export function markedText(excerpt: string): Node[] {
  return excerpt.split(/(<mark>.*?<\/mark>)/su).flatMap((piece): Node[] => {
    const marked = /^<mark>(?<words>.*)<\/mark>$/su.exec(piece)?.groups!.words;
    const text = document.createTextNode(unescapeHtml(marked ?? piece));
    if (marked === undefined) return piece ? [text] : [];
    const mark = document.createElement('mark');
    mark.append(text);
    return [mark];
  });
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#x27;': "'", '&amp;': '&' };

function unescapeHtml(text: string): string {
  return text.replaceAll(/&(?:lt|gt|quot|#39|#x27|amp);/gu, (entity) => entities[entity]!);
}
