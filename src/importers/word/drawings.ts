import { basename } from 'node:path';
import type { CutOut } from '#images/cut-out.ts';
import type { Tally } from '#importers/tally.ts';
import { firstOf } from '#lang/lookup.ts';
import {
  around,
  attribute,
  below,
  childOf,
  childrenOf,
  createRun,
  createWord,
  nameOf,
  remove,
  replace,
  unwrap,
} from './xml.ts';

/** A picture as the document shows it. */
export interface Shown {
  /** The relation under which it is embedded. */
  readonly embedded?: string | undefined;
  /** The relation that says where else it lies. */
  readonly linked?: string | undefined;
  readonly cut: CutOut;
  /** Whether it is cut to another form than a rectangle. */
  readonly isShaped: boolean;
}

/** @returns the relation of what is to be published; undefined: nothing */
export type Prepare = (picture: Shown) => Promise<string | undefined>;

/** Takes of pictures in two ways the one that this reader knows. */
export function settleAlternates(story: Element): void {
  for (const alternate of below(story, 'mc:AlternateContent')) {
    const choice = childOf(alternate, 'mc:Choice');
    const fallback = childOf(alternate, 'mc:Fallback');
    const isKnown = choice && below(choice, 'w:txbxContent', 'pic:pic').length > 0;
    const hasFallback = fallback && below(fallback, 'v:imagedata', 'pic:pic', 'w:t').length > 0;
    const taken = isKnown || !hasFallback ? choice : fallback;
    for (const child of childrenOf(alternate)) if (child !== taken) remove(child);
    if (taken) unwrap(taken);
    unwrap(alternate);
  }
}

/**
 * Brings text boxes into the text, after the paragraph to which they are bound; leaves of drawings the pictures, as they
 * are shown: cut, turned, mirrored. What cannot be kept is counted.
 */
export async function settleDrawings(
  story: Element,
  prepare: Prepare,
  tally: Tally,
): Promise<void> {
  for (const drawing of below(story, 'w:drawing', 'w:pict', 'w:object')) {
    if (!isIn(drawing, story)) continue;
    if (isHidden(drawing)) {
      tally.count('hidden-text');
      remove(drawing);
    } else {
      const boxes = below(drawing, 'w:txbxContent').filter((box) => isOutermost(box, drawing));
      for (const box of boxes) bringOut(box, drawing, tally);
    }
  }
  // Text boxes hold drawings, too: they stand in the text by now.
  for (const drawing of below(story, 'w:drawing'))
    if (isIn(drawing, story)) await settleDrawing(drawing, prepare, tally);
  for (const drawing of below(story, 'w:pict', 'w:object'))
    if (isIn(drawing, story)) await settleVml(drawing, prepare, tally);
}

function isIn(element: Element, story: Element): boolean {
  for (let node: Node | null = element; node; node = node.parentNode)
    if (node === story) return true;
  return false;
}

function isOutermost(box: Element, drawing: Element): boolean {
  for (let node = box.parentNode; node && node !== drawing; node = node.parentNode)
    if (nameOf(node as Element) === 'w:txbxContent') return false;
  return true;
}

function isHidden(drawing: Element): boolean {
  const properties = childrenOf(drawing).map((child) => childOf(child, 'wp:docPr'));
  return (
    properties.some((one) => ['1', 'true', 'on'].includes(attribute(one, 'hidden') ?? '')) ||
    childrenOf(drawing).some((shape) =>
      /visibility\s*:\s*hidden|display\s*:\s*none/iu.test(attribute(shape, 'style') ?? ''),
    )
  );
}

function bringOut(box: Element, drawing: Element, tally: Tally): void {
  const paragraph = around(drawing, 'w:p');
  const blocks = childrenOf(box);
  remove(box);
  drawing.setAttribute('data-box', '');
  if (!paragraph || !blocks.some((block) => below(block, 'w:t', 'w:drawing', 'w:pict').length > 0))
    return;
  tally.count('text-box-moved');
  // Several boxes of one paragraph stand in their order.
  let after: Node = paragraph;
  while (after.nextSibling && moved.has(after.nextSibling)) after = after.nextSibling;
  for (const block of blocks) {
    moved.add(block);
    paragraph.parentNode?.insertBefore(block, after.nextSibling);
    after = block;
  }
}

/** Blocks that stood in a text box. */
const moved = new WeakSet<Node>();

async function settleDrawing(drawing: Element, prepare: Prepare, tally: Tally): Promise<void> {
  const wasBox = drawing.hasAttribute('data-box');
  drawing.removeAttribute('data-box');
  if (below(drawing, 'c:chart', 'cx:chart').length > 0) tally.count('chart-dropped');
  if (below(drawing, 'dgm:relIds').length > 0) tally.count('diagram-dropped');
  const pictures = below(drawing, 'pic:pic');
  const data = childOf(childrenOf(drawing)[0], 'a:graphic', 'a:graphicData');
  if (pictures.length === 1 && childOf(data, 'pic:pic')) {
    const blip = childOf(pictures[0], 'pic:blipFill', 'a:blip');
    const id = await prepare(shownIn(firstOf(pictures)));
    if (id === undefined || !blip) remove(drawing);
    else embed(blip, id);
    return;
  }
  const shapes = below(drawing, 'wps:wsp', 'wpc:wpc', 'w14:contentPart', 'wpi:contentPart').filter(
    (shape) => nameOf(shape) !== 'wpc:wpc',
  );
  const filled = shapes.filter((shape) => childOf(shape, 'wps:spPr', 'a:blipFill', 'a:blip'));
  const drawn = shapes.length - filled.length - (wasBox ? 1 : 0);
  if (!pictures.length || drawn > 0) tally.count('shape-dropped', Math.max(0, drawn));
  const whole = attribute(childOf(childrenOf(drawing)[0], 'wp:docPr'), 'descr') ?? '';
  const kept: Element[] = [];
  for (const picture of [...pictures, ...filled]) {
    const alt = attribute(childOf(picture, 'pic:nvPicPr', 'pic:cNvPr'), 'descr') ?? '';
    const id = await prepare(shownIn(picture));
    if (id !== undefined)
      kept.push(pictureOf(drawing, id, alt || (pictures.length === 1 ? whole : '')));
  }
  replace(drawing, kept);
}

async function settleVml(drawing: Element, prepare: Prepare, tally: Tally): Promise<void> {
  const wasBox = drawing.hasAttribute('data-box');
  if (below(drawing, 'o:OLEObject', 'w:control').length > 0 || nameOf(drawing) === 'w:object')
    tally.count('object-dropped');
  const kept: Element[] = [];
  for (const image of below(drawing, 'v:imagedata')) {
    const id = await prepare(shownInVml(image));
    const alt = attribute(image.parentNode as Element, 'alt') ?? attribute(image, 'title') ?? '';
    if (id !== undefined) kept.push(pictureOf(drawing, id, alt));
  }
  const words = below(drawing, 'v:textpath').map((path) => attribute(path, 'string') ?? '');
  const shapes = below(
    drawing,
    'v:shape',
    'v:rect',
    'v:roundrect',
    'v:oval',
    'v:line',
    'v:polyline',
    'v:curve',
    'v:arc',
  ).filter(
    (shape) =>
      childOf(shape, 'v:imagedata') === undefined &&
      childOf(shape, 'v:textpath') === undefined &&
      // A line across the page.
      !['t', 'true'].includes(attribute(shape, 'hr') ?? ''),
  );
  if (nameOf(drawing) === 'w:pict')
    tally.count('shape-dropped', Math.max(0, shapes.length - (wasBox ? 1 : 0)));
  const run = drawing.parentNode as Element;
  for (const text of words.filter((one) => one.trim()))
    run.parentNode?.insertBefore(createRun(run, text), run);
  replace(drawing, kept);
}

function shownIn(picture: Element): Shown {
  const isShape = nameOf(picture) === 'wps:wsp';
  const properties = childOf(picture, isShape ? 'wps:spPr' : 'pic:spPr');
  const fill = isShape ? childOf(properties, 'a:blipFill') : childOf(picture, 'pic:blipFill');
  const blip = childOf(fill, 'a:blip');
  const crop = childOf(fill, 'a:srcRect');
  const place = childOf(properties, 'a:xfrm');
  const form = attribute(childOf(properties, 'a:prstGeom'), 'prst') ?? 'rect';
  const share = (side: string) => {
    const value = attribute(crop, side) ?? '0';
    return clamp(value.endsWith('%') ? Number.parseFloat(value) / 100 : Number(value) / 100_000);
  };
  const flag = (name: string) => ['1', 'true', 'on'].includes(attribute(place, name) ?? '');
  return {
    embedded: attribute(blip, 'embed') || undefined,
    linked: attribute(blip, 'link') || undefined,
    cut: {
      left: share('l'),
      top: share('t'),
      right: share('r'),
      bottom: share('b'),
      turn: (((Number(attribute(place, 'rot') ?? 0) / 60_000) % 360) + 360) % 360,
      mirror: flag('flipH'),
      upsideDown: flag('flipV'),
    },
    isShaped: form !== 'rect' || childOf(properties, 'a:custGeom') !== undefined,
  };
}

function shownInVml(image: Element): Shown {
  const share = (side: string) => {
    const value = attribute(image, `crop${side}`) ?? '0';
    return clamp(value.endsWith('f') ? Number.parseFloat(value) / 65_536 : Number(value));
  };
  const style = attribute(image.parentNode as Element, 'style') ?? '';
  const turned = /rotation\s*:\s*(?<value>-?[\d.]+)(?<unit>fd)?/iu.exec(style)?.groups;
  const degrees = Number(turned?.value ?? 0) / (turned?.unit ? 65_536 : 1);
  const flip = /flip\s*:\s*(?<axes>[xy ]+)/iu.exec(style)?.groups?.axes ?? '';
  return {
    embedded: attribute(image, 'id') || attribute(image, 'pict') || undefined,
    linked: attribute(image, 'href') || undefined,
    cut: {
      left: share('left'),
      top: share('top'),
      right: share('right'),
      bottom: share('bottom'),
      turn: ((degrees % 360) + 360) % 360,
      mirror: flip.includes('x'),
      upsideDown: flip.includes('y'),
    },
    isShaped: false,
  };
}

/** Negative shares leave room around a picture, and hide nothing. */
function clamp(share: number): number {
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0;
}

const drawingNamespaces = {
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
} as const;
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The drawing of one picture, as mammoth reads it. */
function pictureOf(near: Element, id: string, alt: string): Element {
  const create = (name: string) =>
    near.ownerDocument.createElementNS(
      drawingNamespaces[name.split(':')[0] as keyof typeof drawingNamespaces],
      name,
    );
  const properties = create('wp:docPr');
  properties.setAttribute('id', '1');
  properties.setAttribute('name', '');
  properties.setAttribute('descr', alt);
  const blip = create('a:blip');
  embed(blip, id);
  let inside: Element = blip;
  for (const name of ['pic:blipFill', 'pic:pic', 'a:graphicData', 'a:graphic', 'wp:inline']) {
    const outer = create(name);
    if (name === 'wp:inline') outer.appendChild(properties);
    outer.appendChild(inside);
    inside = outer;
  }
  const drawing = createWord(near, 'drawing');
  drawing.appendChild(inside);
  return drawing;
}

function embed(blip: Element, id: string): void {
  for (const name of ['embed', 'link']) {
    const old = [...Array(blip.attributes.length).keys()]
      .map((index) => blip.attributes.item(index))
      .find((one) => one?.localName === name);
    if (old) blip.removeAttributeNode(old);
  }
  blip.setAttributeNS(relationships, 'r:embed', id);
}

/** The last part of a path or an address. */
export function fileName(path: string): string {
  return basename(path.replaceAll('\\', '/').replace(/[?#].*$/su, ''));
}
