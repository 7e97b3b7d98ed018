import type { Element, Root } from 'hast';
import { walk } from '#body/walk.ts';
import { groupsOf } from '#lang/lookup.ts';

/** Where pages that load pictures late write the address of the real one. */
const late = ['dataSrc', 'dataLazySrc', 'dataOriginal', 'dataLazy', 'dataFullUrl', 'dataOrigFile'];

/**
 * Gives each picture the address of the real and largest one: not of the grey square before it is loaded.
 * @param has whether a picture is there; without it the largest is taken
 */
export function chooseSources(
  tree: Root,
  has: ((source: string) => boolean) | undefined = () => false,
): void {
  const around = new Map<Element, string[]>();
  walk(tree, (element) => {
    if (element.tagName !== 'picture') return;
    const sources = element.children.flatMap((child) =>
      child.type === 'element' && child.tagName === 'source'
        ? bySize(String(child.properties.srcSet ?? child.properties.dataSrcset ?? ''))
        : [],
    );
    for (const child of element.children)
      if (child.type === 'element' && child.tagName === 'img') around.set(child, sources);
  });
  walk(tree, (image) => {
    if (image.tagName !== 'img') return;
    const { src, srcSet, dataSrcset } = image.properties;
    const said = String(src ?? '');
    const real = late.map((name) => String(image.properties[name] ?? '')).filter(Boolean);
    const sizes = bySize(`${String(srcSet ?? '')},${String(dataSrcset ?? '')}`);
    const candidates = [
      ...sizes,
      ...real,
      ...(isPlaceholder(said) ? [] : [said]),
      ...(around.get(image) ?? []),
      said,
    ].filter(Boolean);
    const chosen = candidates.find((candidate) => has(candidate)) ?? candidates[0];
    if (chosen !== undefined) image.properties.src = chosen;
  });
}

const sized = /^\s*(?<address>\S+?),?(?:\s+(?<size>[\d.]+)[wx])?\s*$/u;

/** The addresses of a `srcset`, the largest first (HTML, 4.8.4.2.1). */
function bySize(set: string): string[] {
  const found = set.split(/,\s+|,(?=https?:|\/)|,$|^,/u).flatMap((part) => {
    if (!sized.test(part)) return [];
    const { address, size } = groupsOf<'address', 'size'>(sized, part);
    return [{ address, size: Number(size ?? 1) }];
  });
  return found.sort((a, b) => b.size - a.size).map(({ address }) => address);
}

/** A picture written into the page that is too small to be one. */
function isPlaceholder(source: string): boolean {
  return (
    /^data:image\/(?:gif|svg)/iu.test(source) || (/^data:/iu.test(source) && source.length < 600)
  );
}
