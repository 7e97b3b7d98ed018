import { type Page, readPage } from './read-page.ts';

const [start, end] = ['<style>', '</style>'];

/** Replaces the cached style in a page. Content cannot contain this character (`lang/bad-characters.ts`). */
const mark = '\u0000';

/**
 * Pages of a kind contain the same inline styles, which make up half of each page. The styles are parsed in the first
 * page of the kind. In other pages an identical style is skipped.
 * @returns a function that reads a page, as `readPage` does
 */
export function pageReader(): typeof readPage {
  const known: string[] = [];
  return (path, html) => {
    const from = html.indexOf(start) + start.length;
    const seen = known.find(
      (each) => html.startsWith(each, from) && html.startsWith(end, from + each.length),
    );
    if (seen !== undefined && !html.includes(mark)) {
      return withStyle(
        readPage(path, `${html.slice(0, from)}${mark}${html.slice(from + seen.length)}`),
        seen,
      );
    }
    const page = readPage(path, html);
    const style = page.inline.find(({ kind }) => kind === 'style')?.text;
    // Copies the string. A slice of the page would keep the whole page in memory.
    if (style) known.push(Buffer.from(style).toString());
    return page;
  };
}

function withStyle(page: Page, style: string): Page {
  const whole = (text: string) => (text === mark ? style : text.replace(mark, () => style));
  return {
    ...page,
    inline: page.inline.map(({ kind, name, text }) => ({ kind, name, text: whole(text) })),
  };
}
