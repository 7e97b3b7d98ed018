import { type Page, readPage } from './read-page.ts';

const [start, end] = ['<style>', '</style>'];

/** Replaces the cached style in a page. Content cannot contain this character (`lang/bad-characters.ts`). */
const mark = '\u0000';

/**
 * All pages contain the same inline styles, which make up two thirds of each page. The styles are parsed in the
 * first page. In other pages an identical style is skipped.
 * @returns a function that reads a page, as `readPage` does
 */
export function pageReader(): typeof readPage {
  let known: string | undefined;
  return (path, html) => {
    const from = html.indexOf(start) + start.length;
    if (
      known !== undefined &&
      html.startsWith(known, from) &&
      html.startsWith(end, from + known.length) &&
      !html.includes(mark)
    ) {
      return withStyle(
        readPage(path, `${html.slice(0, from)}${mark}${html.slice(from + known.length)}`),
        known,
      );
    }
    const page = readPage(path, html);
    const style = page.inline.find(({ kind }) => kind === 'style')?.text;
    // Copies the string. A slice of the page would keep the whole page in memory.
    if (style) known = Buffer.from(style).toString();
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
