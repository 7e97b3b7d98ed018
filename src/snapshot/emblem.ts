import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signatureOf } from '#images/signature.ts';
import type { Problem } from '#schema/problem.ts';
import { endingOf } from '#schema/attachment.ts';
import type { Site } from '#site/model.ts';

/** The endings under which an emblem is published, and what its bytes must be. */
const formats: Readonly<Record<string, string>> = {
  svg: 'svg',
  png: 'png',
  webp: 'webp',
  jpg: 'jpeg',
  jpeg: 'jpeg',
};

/** What of SVG could run, or ask elsewhere for something: elements, events, addresses other than of its own parts, entities. */
const active =
  /<(?:[\w.-]+:)?(?:script|foreignobject|iframe|handler|set|animate)\b|\son[a-z]+\s*=|javascript:|<!entity|<\?xml-stylesheet|@import|(?:href|src)\s*=\s*["']?\s*(?!#|["'#]|data:image\/(?:png|jpeg|webp);)[^\s"'#]|url\(\s*["']?(?!#)[^#"'\s]/iu;

/** What may stand before the first element of a drawing. */
const drawing = /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*|<!doctype[^>]*>\s*)*<svg[\s>]/iu;

/** The emblem is the one picture that is published as it is, and the one SVG: it must be a picture, and nothing that runs. */
export function checkEmblem(folder: string, { emblem }: Pick<Site, 'emblem'>): Problem[] {
  if (emblem === undefined) return [];
  const report = (id: 'missing-picture' | 'picture-not-a-picture' | 'picture-svg'): Problem[] => [
    { id, file: 'site.yaml', params: { path: emblem } },
  ];
  let bytes;
  try {
    bytes = readFileSync(join(folder, emblem));
  } catch {
    return report('missing-picture');
  }
  const signature = signatureOf(bytes);
  if (signature === undefined || formats[endingOf(emblem)] !== signature)
    return report('picture-not-a-picture');
  if (signature !== 'svg') return [];
  const text = bytes.toString('utf8');
  if (!drawing.test(text) && !active.test(text)) return report('picture-not-a-picture');
  return active.test(text) ? report('picture-svg') : [];
}
