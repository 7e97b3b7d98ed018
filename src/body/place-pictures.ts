import type { FilledProblem } from '#schema/problem.ts';
import type { Element, ElementContent, Parents, Root } from 'hast';
import { h } from 'hastscript';
import { pictureMarkup } from '#images/picture-markup.ts';
import type { Picture } from '#images/picture.ts';
import { underBase, urls } from '#site/urls.ts';
import type { BodyContext } from './body.ts';
import { figureCaption } from './components.ts';
import { readLinkTarget } from './resolve-links.ts';
import type { BodyProblem } from './mdx.ts';
import { walk } from './walk.ts';

/**
 * Replaces the file names of pictures beside the text with published pictures. They have known sizes, a choice of
 * formats, and lazy loading. A picture that is alone in its paragraph becomes a figure, with its title as the caption.
 * @param tree changed by the call
 * @param lineOf returns the line on which an address is written
 */
export async function placePictures(
  tree: Root,
  context: BodyContext,
  lineOf: (needle: string) => number,
): Promise<BodyProblem[]> {
  const problems: BodyProblem[] = [];
  makeFigures(tree, context);
  for (const { image, parent } of images(tree)) {
    const { src, alt } = image.properties;
    const found = src ? await pictureAt(String(src), context) : undefined;
    if (!found) parent.children.splice(parent.children.indexOf(image), 1);
    else if ('id' in found) problems.push({ ...found, line: lineOf(String(src)) });
    else {
      const { path, picture } = found;
      // The picture is shown in any case: a draft may still lack its alternative text.
      if (!alt)
        problems.push({ id: 'missing-picture-alt', line: lineOf(String(src)), params: { path } });
      const { sources, img } = pictureMarkup(picture, 'body', (name) =>
        underBase(context, urls.picture(name)),
      );
      const placed = h(
        'picture',
        { dataAlt: alt },
        sources.map((source) => h('source', source)),
        h('img', { ...img, alt, loading: 'lazy', decoding: 'async' }),
      );
      parent.children.splice(parent.children.indexOf(image), 1, placed);
    }
  }
  problems.push(...(await placePosters(tree, context, lineOf)));
  return problems;
}

/**
 * Finds the picture at an address.
 * @param written the address as the author wrote it
 * @returns a problem if it cannot be used; undefined for a picture elsewhere, which `resolve-links.ts` has already
 *   reported
 */
async function pictureAt(
  written: string,
  context: BodyContext,
): Promise<{ path: string; picture: Picture } | FilledProblem | undefined> {
  const target = readLinkTarget(written);
  if (target.to !== 'beside') return undefined;
  if (!context.has(target.name)) return { id: 'missing-picture', params: { path: target.name } };
  const picture = await context.picture(target.name);
  return 'id' in picture ? picture : { path: target.name, picture };
}

function images(tree: Root): Array<{ image: Element; parent: Parents }> {
  const found: Array<{ image: Element; parent: Parents }> = [];
  walk(tree, (element, parent) => {
    if (element.tagName === 'img') found.push({ image: element, parent });
  });
  return found;
}

function makeFigures(tree: Root, { strings }: BodyContext): void {
  walk(tree, (element, parent, index) => {
    if (element.tagName !== 'p') return true;
    const [only, ...more] = element.children.filter(
      (child: ElementContent) => child.type !== 'text' || child.value.trim() !== '',
    );
    if (more.length > 0 || only?.type !== 'element' || only.tagName !== 'img') return true;
    const { title, ...properties } = only.properties;
    parent.children[index] = h(
      'figure',
      { ...only, properties },
      figureCaption(strings, title ? String(title) : undefined, undefined),
    );
    return false;
  });
}

/**
 * Replaces the posters of films with published pictures. A poster is a single file, so it is the one that every browser
 * can show.
 */
async function placePosters(
  tree: Root,
  context: BodyContext,
  lineOf: (needle: string) => number,
): Promise<BodyProblem[]> {
  const films: Element[] = [];
  walk(
    tree,
    (element) =>
      void (element.tagName === 'video' && element.properties.poster && films.push(element)),
  );
  const problems: BodyProblem[] = [];
  for (const film of films) {
    const written = String(film.properties.poster);
    const found = await pictureAt(written, context);
    if (!found) continue;
    if ('id' in found) problems.push({ ...found, line: lineOf(written) });
    else film.properties.poster = underBase(context, urls.picture(found.picture.fallback.name));
  }
  return problems;
}
