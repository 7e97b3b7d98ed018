import { parseSource, type SourceNode } from '#body/parse.ts';
import type { AnnouncementFile } from '#schema/announcement.ts';
import { everyWriting } from '#languages/writings.ts';
import type { ReadText } from '#site/files.ts';
import type { Remark } from './passages.ts';
import { beginning } from './scripts.ts';

/** What programs put where a person should say what a picture shows. */
const noDescription = new RegExp(
  [
    String.raw`\.(?:jpe?g|png|gif|webp|heic|avif)$`,
    String.raw`^(?:img|dsc|${everyWriting.flatMap(({ imports }) => imports.pictureNames).join('|')})?[\s_.№-]*\d*$`,
  ].join('|'),
  'iu',
);

/** Words of a link that say nothing of where it leads. */
const noTarget = new RegExp(
  `^(?:${everyWriting.flatMap(({ linkWords }) => linkWords ?? []).join('|')})[.…:!]*$`,
  'iu',
);

/** From this many letters on, capitals are hard to read, and no abbreviation. */
const manyCapitals = 30;

/**
 * Advice on what keeps people with poor sight from a text: pictures without a description (WCAG 2.2, 1.1.1), links like
 * «здесь» (2.4.4), headings that skip a level or are only bold (1.3.1), tables without heads, sentences in capitals.
 * @throws {Error} when the MDX cannot be parsed
 */
export function accessRemarks({
  file,
  source: { body, bodyLine, format },
}: Pick<ReadText<AnnouncementFile>, 'file' | 'source'>): Remark[] {
  const remarks: Remark[] = [];
  let level = 1;
  const look = (node: SourceNode): void => {
    const { type, children = [] } = node;
    const words = wordsOf(node).trim();
    const place = { file, line: bodyLine + (node.position?.start.line ?? 1) - 1 };
    if (type === 'image' && node.alt && noDescription.test(node.alt.trim()))
      remarks.push({ id: 'empty-alt', ...place, params: { alt: node.alt } });
    if (type === 'link' && (noTarget.test(words) || isAddress(words, node)))
      remarks.push({ id: 'empty-link', ...place, params: { words, address: node.url ?? '' } });
    if (type === 'heading') {
      const depth = node.depth ?? 2;
      if (depth > level + 1 && depth > 1)
        remarks.push({
          id: 'heading-skips',
          ...place,
          params: { heading: words, corrected: `${'#'.repeat(level + 1)} ${words}` },
        });
      level = depth;
    }
    const [only] = children;
    if (
      type === 'paragraph' &&
      children.length === 1 &&
      only?.type === 'strong' &&
      !/[.!?…:;]$/u.test(words) &&
      words.length < 100
    )
      remarks.push({
        id: 'bold-heading',
        ...place,
        params: { heading: words, corrected: `${'#'.repeat(Math.max(2, level))} ${words}` },
      });
    if (type === 'table' && children[0]?.children?.every((cell) => wordsOf(cell).trim() === ''))
      remarks.push({ id: 'table-heads', ...place, params: {} });
    if (type === 'paragraph' || type === 'heading') {
      const letters = words.replaceAll(/\P{L}/gu, '');
      if (
        letters.length >= manyCapitals &&
        letters === letters.toUpperCase() &&
        letters !== letters.toLowerCase()
      )
        remarks.push({ id: 'capitals', ...place, params: { text: beginning(words) } });
    }
    children.forEach(look);
  };
  look(parseSource(body, format));
  return remarks;
}

function wordsOf({ type, value, alt, children = [] }: SourceNode): string {
  if (type === 'image') return alt ?? '';
  return type === 'text' || type === 'inlineCode' ? (value ?? '') : children.map(wordsOf).join('');
}

/** A long address in the place of words. */
function isAddress(words: string, { url = '' }: SourceNode): boolean {
  return /^(?:https?:\/\/|www\.)/iu.test(words) && words !== url && words.length > 40;
}
