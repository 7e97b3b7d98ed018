import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';
import { parseHtml } from '#body/parse.ts';
import { walk } from '#body/walk.ts';
import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import type { Announcement, AnnouncementText, PictureUse } from '#site/model.ts';
import { lastOf } from '#lang/lookup.ts';

/** A picture of an announcement, and its descriptions in the texts, by language. */
export interface KitPicture {
  /** The path from the content folder. */
  readonly file: string;
  readonly credit: string | undefined;
  readonly alts: ReadonlyMap<string, string>;
  readonly captions: ReadonlyMap<string, string>;
}

type Use = Pick<PictureUse, 'file' | 'alt' | 'caption' | 'credit'>;

/** Maps the name of each picture in rendered texts to its file. */
export function filesByName({
  pictures,
}: Pick<ContentSnapshot, 'pictures'>): ReadonlyMap<string, string> {
  return new Map([...pictures].map(([file, { fallback }]) => [fallback.name, file]));
}

/**
 * Lists every picture of an announcement once, in order of appearance: covers, pictures in the texts, galleries.
 * @param fileOf the map that `filesByName` returns
 */
export function kitPictures(
  snapshot: ContentSnapshot,
  { texts }: Announcement,
  fileOf: ReadonlyMap<string, string>,
): KitPicture[] {
  const pictures = new Map<
    string,
    { credit: string | undefined; alts: Map<string, string>; captions: Map<string, string> }
  >();
  for (const text of Object.values(texts)) {
    for (const { file, alt, caption, credit } of [
      ...(text.cover ? [text.cover] : []),
      ...usesInBody(snapshot, text, fileOf),
      ...text.gallery,
    ]) {
      const { alts, captions, ...picture } = pictures.get(file) ?? {
        credit,
        alts: new Map<string, string>(),
        captions: new Map<string, string>(),
      };
      if (alt) alts.set(text.locale, alts.get(text.locale) ?? alt);
      if (caption) captions.set(text.locale, captions.get(text.locale) ?? caption);
      pictures.set(file, { credit: picture.credit ?? credit, alts, captions });
    }
  }
  return [...pictures].map(([file, picture]) => ({ file, ...picture }));
}

/**
 * Finds the pictures in a text. It reads the rendered HTML, because only there do pictures look the same whatever
 * syntax the author used.
 */
function usesInBody(
  { language }: ContentSnapshot,
  { body, locale }: AnnouncementText,
  fileOf: ReadonlyMap<string, string>,
): Use[] {
  const [before = '', after = ''] = language(locale)
    .t('announcement.credit', { name: '\u0000' })
    .split('\u0000');
  const uses: Use[] = [];
  const take = (image: Element, figure?: Element) => {
    const file = fileOf.get(lastOf(String(image.properties.src).split('/')));
    const told = figure && figcaption(figure);
    if (file)
      uses.push({
        file,
        alt: String(image.properties.alt ?? ''),
        caption: told?.caption,
        credit: told?.credit?.slice(before.length, told.credit.length - after.length),
      });
  };
  walk(parseHtml(body.html), (element) => {
    if (element.tagName === 'img') take(element);
    if (element.tagName !== 'figure') return true;
    walk(element, (inside) => void (inside.tagName === 'img' && take(inside, element)));
    return false;
  });
  return uses;
}

/** The text and the credit of a caption. */
function figcaption(figure: Element): { caption: string | undefined; credit: string | undefined } {
  let [caption, credit] = ['', ''];
  walk(figure, (element) => {
    if (element.tagName !== 'figcaption') return;
    const isCredit = (child: Element['children'][number]) =>
      child.type === 'element' && child.tagName === 'small';
    credit = element.children
      .filter(isCredit)
      .map((child) => toString(child))
      .join('')
      .trim();
    caption = element.children
      .filter((child) => !isCredit(child))
      .map((child) => toString(child))
      .join('')
      .trim();
  });
  return { caption: caption || undefined, credit: credit || undefined };
}
