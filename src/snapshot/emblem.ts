import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { signatureOf } from '#images/signature.ts';
import type { Problem } from '#schema/problem.ts';
import { endingOf } from '#schema/attachment.ts';
import type { Site } from '#site/model.ts';

/** The file extensions that an emblem may have, and the format that its bytes must have. */
const formats: Readonly<Record<string, string>> = {
  svg: 'svg',
  png: 'png',
  webp: 'webp',
  jpg: 'jpeg',
  jpeg: 'jpeg',
};

/**
 * Anything in an SVG that could run code or load something from elsewhere: elements, event handlers, addresses other
 * than of its own parts, entities.
 */
const active =
  /<(?:[\w.-]+:)?(?:script|foreignobject|iframe|handler|set|animate)\b|\son[a-z]+\s*=|javascript:|<!entity|<\?xml-stylesheet|@import|(?:href|src)\s*=\s*["']?\s*(?!#|["'#]|data:image\/(?:png|jpeg|webp);)[^\s"'#]|url\(\s*["']?(?!#)[^#"'\s]/iu;

/** What may precede the root element of an SVG file. */
const drawing = /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*|<!doctype[^>]*>\s*)*<svg[\s>]/iu;

/**
 * Checks the emblem. It is the only picture that is published unchanged, and the only one that may be an SVG. So it
 * must really be a picture, and must not contain anything that runs.
 */
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
