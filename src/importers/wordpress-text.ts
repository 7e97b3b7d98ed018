import type { ImportNote } from './imported.ts';

const block =
  /^<(?:p|h[1-6]|ul|ol|li|table|thead|tbody|tr|td|th|blockquote|div|figure|pre|hr|section|!--|\/)/iu;

/**
 * The text of a post as WordPress would have shown it: empty lines are paragraphs, line ends are line breaks, and its
 * own short codes are gone; captions are captions.
 */
export function paragraphsOfWordPress(text: string, notes: ImportNote[]): string {
  const captioned = text
    .replaceAll(/<!--.*?-->/gsu, '')
    .replaceAll(
      /\[caption\b[^\]]*\](?<picture>(?:\s*<a\b[^>]*>)?\s*<img\b[^>]*>(?:\s*<\/a>)?)(?<words>.*?)\[\/caption\]/gisu,
      '\n\n<figure>$<picture><figcaption>$<words></figcaption></figure>\n\n',
    );
  const plain = captioned.replaceAll(
    /\[(?<close>\/?)(?<name>[a-z][\w-]*)(?:\s[^\]\n]*)?\/?\](?!\()/giu,
    (whole: string, close: string, name: string) => {
      if (!known.has(name.toLowerCase())) return whole;
      if (!close) notes.push({ id: 'shortcode-dropped', params: { name } });
      return '';
    },
  );
  return plain
    .split(/\n\s*\n/u)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => (block.test(part) ? part : `<p>${part.replaceAll('\n', '<br>')}</p>`))
    .join('\n');
}

/** Words in brackets are otherwise the author's own. */
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
  'vc_row',
  'vc_column',
  'vc_column_text',
  'button',
  'columns',
  'column',
  'spoiler',
  'slider',
  'rev_slider',
  'download',
]);
