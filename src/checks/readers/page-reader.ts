import { type Page, readPage } from './read-page.ts';

const [start, end] = ['<style>', '</style>'];

/** Stands in a page for the style that is known. What people write cannot hold it (`lang/bad-characters.ts`). */
const mark = '\u0000';

/**
 * All pages have the same styles written into them, two thirds of each. What these say is read in the first page; where they
 * stand in another, word for word, they are skipped.
 * @returns reads a page, as `readPage` does
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
    // A text of its own: one that was cut out of a page would keep the whole page.
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
