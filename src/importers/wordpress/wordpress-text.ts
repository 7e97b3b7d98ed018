import type { ImportNote } from '#importers/imported.ts';
import { must } from '#lang/lookup.ts';

const block =
  /^<(?:p|h[1-6]|ul|ol|li|table|thead|tbody|tr|td|th|blockquote|div|figure|pre|hr|section|details|iframe|form|!--|\/)/iu;

const silent = /^(?:separator|spacer|nextpage|more)$/u;

/** Finds a picture of the site by its number, as HTML; undefined: not in the export. */
export type PictureById = (id: string) => string | undefined;

/**
 * The text of a post as WordPress would have shown it: empty lines are paragraphs, line ends are line breaks, and its
 * short codes are gone; captions are captions, and galleries the pictures that the export knows.
 */
export function paragraphsOfWordPress(
  text: string,
  notes: ImportNote[],
  pictureById: PictureById = () => undefined,
): string {
  const say = (name: string) => {
    const isSaid = notes.some(
      (note) => note.id === 'shortcode-dropped' && note.params.name === name,
    );
    if (!isSaid) notes.push({ id: 'shortcode-dropped', params: { name } });
  };
  // A block without an end is made by the site: the latest posts, a part that stands on many pages.
  for (const [, name] of text.matchAll(
    /<!--\s*wp:([a-z][\w/-]*)(?:\s+\{(?:(?!-->).)*?\})?\s*\/-->/gsu,
  ))
    if (!silent.test(must(name, 'name of a block'))) say(`wp:${name}`);
  const captioned = text
    .replaceAll(/<!--.*?-->/gsu, '')
    .replaceAll(
      /\[(?:wp_)?caption\b[^\]]*\](?<picture>(?:\s*<a\b[^>]*>)?\s*<img\b[^>]*>(?:\s*<\/a>)?)(?<words>.*?)\[\/(?:wp_)?caption\]/gisu,
      '\n\n<figure>$<picture><figcaption>$<words></figcaption></figure>\n\n',
    );
  const plain = withoutCodes(captioned, say, pictureById);
  return plain
    .split(/\n\s*\n/u)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => (block.test(part) ? part : `<p>${part.replaceAll('\n', '<br>')}</p>`))
    .join('\n');
}

const code = /\[(?<close>\/?)(?<name>[a-z][\w-]*)(?<said>(?:\s[^\]\n]*)?)\/?\](?!\()/giu;
const address = /\b(?:url|href|link|src|mp4|mp3|file)\s*=\s*["'](?<url>https?:\/\/[^"']+)["']/iu;

function withoutCodes(text: string, say: (name: string) => void, pictureById: PictureById): string {
  const closed = new Set(
    [...text.matchAll(code)].flatMap(({ groups }) =>
      groups?.close && groups.name ? [groups.name.toLowerCase()] : [],
    ),
  );
  const links: boolean[] = [];
  return text.replaceAll(code, (whole: string, close: string, name: string, said: string) => {
    const id = name.toLowerCase();
    if (!isCode(id, said, closed)) return whole;
    if (close) return isLink(id) && links.pop() ? '</a>' : isBlock(id) ? '\n\n' : '';
    const numbers = /\b(?:ids|include|image|id)\s*=\s*["']?(?<ids>[\d,\s]+)/iu.exec(said)?.groups
      ?.ids;
    if (numbers && /gallery|image|img|photo/u.test(id)) {
      const pictures = numbers
        .split(/[\s,]+/u)
        .filter(Boolean)
        .map(pictureById);
      if (pictures.some((picture) => picture === undefined)) say(name);
      return `\n\n${pictures.filter(Boolean).join('\n\n')}\n\n`;
    }
    const url = address.exec(said)?.groups?.url;
    const isClosed = closed.has(id);
    if (isLink(id) && isClosed) links.push(url !== undefined);
    if (url !== undefined && isLink(id) && isClosed) return `<a href="${url}">`;
    // Codes that only set the page into columns hold words, and nothing is lost with them.
    if (url !== undefined) {
      say(name);
      return ` <a href="${url}">${url}</a> `;
    }
    if (!isClosed || !isBlock(id)) say(name);
    return isBlock(id) ? '\n\n' : '';
  });
}

const isLink = (id: string): boolean => /button|btn|link/u.test(id);
const isBlock = (id: string): boolean =>
  /section|row|column|col$|container|text|block|(?:^|_)tabs?(?:_|$)|accordion|spoiler|toggle|box|one_half|one_third/u.test(
    id,
  );

/** Words in brackets are the author's own unless they look like a code: by their name, by what they say, by their end. */
function isCode(id: string, said: string, closed: ReadonlySet<string>): boolean {
  return (
    known.has(id) ||
    closed.has(id) ||
    /\w\s*=\s*["'“”\w]/u.test(said) ||
    /^(?:et_pb|vc|fusion|su|av|wpdm|elementor|tribe|nectar|mk|cs|ux|bt|eltdf|qode|themify)_/u.test(
      id,
    )
  );
}

const known = new Set([
  'gallery',
  'embed',
  'video',
  'audio',
  'playlist',
  'caption',
  'wp_caption',
  'contact-form-7',
  'contact-form',
  'youtube',
  'button',
  'columns',
  'column',
  'spoiler',
  'slider',
  'rev_slider',
  'download',
]);
