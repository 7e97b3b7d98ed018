import type { Element, ElementContent, Root } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { Root as Markdown } from 'mdast';
import { markdownOf } from '#body/markdown.ts';
import { parseHtml } from '#body/parse.ts';
import { linesOf } from '#body/structure.ts';
import { walk } from '#body/walk.ts';
import type { ContentSnapshot } from '#snapshot/snapshot.ts';
import type { Locale } from '#lang/locale.ts';
import type { Announcement } from '#site/model.ts';
import { absolute, urls } from '#site/urls.ts';
import { momentText } from '#views/parts/link.ts';
import { feedContent } from '#outputs/feeds/feed-content.ts';
import { inLocale } from '#lang/lookup.ts';
import { filesByName, kitPictures } from './press-kit-pictures.ts';
import { pictureXmp } from './picture-xmp.ts';

/**
 * The contents of an announcement's archive for journalists. It excludes the pixels of the pictures, which take
 * time to make.
 */
export interface PressKit {
  readonly id: Announcement['id'];
  /** Each text with its name in the archive. */
  readonly texts: ReadonlyArray<readonly [name: string, text: string]>;
  readonly pictures: readonly KitMember[];
}

/** A picture in the archive. */
export interface KitMember {
  /** The path of the original from the content folder. */
  readonly file: string;
  /** The name in the archive without the ending, which depends on the format of the original. */
  readonly name: string;
  readonly xmp: string;
}

/**
 * The archives that a site offers: one for each public announcement that is not withdrawn, if the press office
 * wants them.
 */
export function pressKits(snapshot: ContentSnapshot): PressKit[] {
  const { model, preview } = snapshot;
  if (!model.site.pressKits || preview) return [];
  const fileOf = filesByName(snapshot);
  return model.announcements
    .filter(({ withdrawnOn }) => !withdrawnOn)
    .map((announcement) => pressKit(snapshot, announcement, fileOf));
}

function pressKit(
  snapshot: ContentSnapshot,
  announcement: Announcement,
  fileOf: ReadonlyMap<string, string>,
): PressKit {
  const { id, slug } = announcement;
  const taken = new Set<string>();
  const pictures = kitPictures(snapshot, announcement, fileOf).map((picture): KitMember => {
    const name = freeName(picture.file, taken);
    return { file: picture.file, name, xmp: pictureXmp(snapshot, announcement, picture) };
  });
  const texts = Object.keys(announcement.texts).flatMap((locale) => {
    const { plain, markdown } = textsOf(snapshot, announcement, locale);
    return [
      [`${slug}.${locale}.txt`, plain],
      [`${slug}.${locale}.md`, markdown],
    ] as const;
  });
  return { id, texts, pictures };
}

/** The name of a file without its folder and ending. If the name is taken, it gets a number. */
function freeName(file: string, taken: Set<string>): string {
  const own = file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]*$/u, '');
  let name = own;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${own}-${number}`;
  taken.add(name.toLowerCase());
  return name;
}

/** The announcement's page in one language: its title and date, then everything in its feed entry. */
function textsOf(
  snapshot: ContentSnapshot,
  announcement: Announcement,
  locale: Locale,
): { plain: string; markdown: string } {
  const context = snapshot.language(locale);
  const page = absolute(snapshot.model.site, urls.announcement(locale, announcement.id));
  const { title } = inLocale(announcement.texts, locale, announcement.id);
  const date = momentText(context, announcement.published).text;
  const tree = parseHtml(feedContent(context, announcement, page));
  withoutPictures(tree);
  const whole: Root = {
    type: 'root',
    children: [element('h1', title), element('p', date), ...tree.children],
  };
  return {
    plain: `${[...linesOf(whole), page].join('\n\n')}\n`,
    markdown: markdownOf(toMdast(whole) as Markdown),
  };
}

/**
 * Removes pictures, because the archive has them as separate files. Captions stay. Links that contained only a
 * picture are removed.
 */
function withoutPictures(tree: Root): void {
  const stays = (child: Root['children'][number]) =>
    child.type !== 'element' ||
    !(child.tagName === 'img' || (child.tagName === 'a' && linesOf(child).length === 0));
  walk(tree, (each) => void (each.children = each.children.filter(stays)));
  tree.children = tree.children.filter(stays);
}

function element(tagName: string, text: string): Element & ElementContent {
  return { type: 'element', tagName, properties: {}, children: [{ type: 'text', value: text }] };
}
