import type { FilledProblem } from '#schema/problem.ts';
import type { Root } from 'hast';
import { attachmentTypes, endingOf, isTakenName, mediaTypes } from '#schema/attachment.ts';
import type { BodyContext } from './body.ts';
import type { BodyProblem } from './mdx.ts';
import { walk } from './walk.ts';

/** The target of an address that an author wrote. */
type Target =
  | { readonly to: 'web' | 'fragment'; readonly address: string }
  | { readonly to: 'site'; readonly path: string }
  | { readonly to: 'beside'; readonly name: string; readonly rest: string }
  | { readonly to: 'refused' };

/**
 * The schemes that a text may link to. `javascript:` and `data:` would run or bring in content that was not checked.
 */
const webSchemes = /^(?:https?:\/\/|mailto:|tel:)/iu;

/** Reads an address as a browser would, so that `java\nscript:` is recognised. */
export function readLinkTarget(written: string): Target {
  // Browsers drop tabs, line ends and leading control characters (WHATWG URL, section 4.4).
  const address = written
    .replaceAll(/[\t\n\r]/gu, '')
    .replace(/^[\u0000-\u0020]+/u, '')
    .trim();
  if (webSchemes.test(address)) return { to: 'web', address };
  if (address.startsWith('#')) return { to: 'fragment', address };
  if (/^[a-z][a-z0-9+.-]*:/iu.test(address) || /^[/\\]{2}/u.test(address)) return { to: 'refused' };
  if (address.startsWith('/')) return { to: 'site', path: address };
  const match = /^(?:\.\/)?(?<name>[^?#]+)(?<rest>[?#].*)?$/u.exec(address);
  const name = decoded(match?.groups?.name ?? '');
  // Check the decoded name: `..%2F` leads out of the folder too, maybe into that of a held announcement.
  if (!match || /[/\\]/u.test(name) || /^\.*$/u.test(name)) return { to: 'refused' };
  return { to: 'beside', name, rest: match.groups?.rest ?? '' };
}

/** Decodes a file name: Markdown percent-encodes characters outside ASCII. */
export function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name; // A URIError: the name itself contains a percent sign.
  }
}

/** A path without query and fragment. */
function pathOf(address: string): string {
  return address.replace(/[?#].*$/u, '');
}

const offered = { ...attachmentTypes, ...mediaTypes };

type Use = 'link' | 'file' | 'picture';

/**
 * The attributes that hold addresses. A link may lead to another site; films, captions and pictures must lie beside the
 * text.
 */
const places: ReadonlyArray<{
  readonly tagName: string;
  readonly attribute: string;
  readonly use: Use;
}> = [
  { tagName: 'a', attribute: 'href', use: 'link' },
  { tagName: 'video', attribute: 'src', use: 'file' },
  { tagName: 'track', attribute: 'src', use: 'file' },
  { tagName: 'video', attribute: 'poster', use: 'picture' },
  { tagName: 'img', attribute: 'src', use: 'picture' },
];

/**
 * Resolves the addresses of links, films and captions in a tree, and removes refused ones. Pictures beside the text
 * keep their names for `place-pictures.ts`.
 * @param tree changed by the call
 * @param lineOf returns the line on which an address is written
 * @returns the names of the files beside the text that it uses, and the problems
 */
export function resolveLinks(
  tree: Root,
  { base, address, page, has, linkAfterRemoval = () => undefined }: BodyContext,
  lineOf: (needle: string) => number,
): { files: string[]; problems: BodyProblem[] } {
  const files = new Set<string>();
  const problems: BodyProblem[] = [];
  const site = page.slice(0, page.length - address.length + 1);
  const refuse = (problem: FilledProblem, written: string) =>
    void problems.push({ ...problem, line: lineOf(written) });
  const resolved = (written: string, use: Use): string | undefined => {
    const target = readLinkTarget(written);
    if (use === 'picture')
      return target.to === 'beside'
        ? written
        : refuse({ id: 'refused-picture', params: { address: written } }, written);
    if (target.to === 'refused' || (target.to !== 'beside' && use !== 'link'))
      return refuse({ id: 'refused-link', params: { address: written } }, written);
    if (target.to === 'site')
      return `${base.slice(0, -1)}${linkAfterRemoval(pathOf(target.path)) ?? target.path}`;
    if (target.to !== 'beside') {
      // A link with the whole address of the site.
      const found = target.address.startsWith(site)
        ? linkAfterRemoval(pathOf(target.address.slice(site.length - 1)))
        : undefined;
      return found === undefined ? target.address : `${site.slice(0, -1)}${found}`;
    }
    const { name, rest } = target;
    if (!has(name)) return refuse({ id: 'missing-target', params: { address: name } }, written);
    if (!Object.hasOwn(offered, endingOf(name)))
      return refuse(
        {
          id: 'attachment-type',
          params: {
            path: name,
            types: Object.keys(offered).join(', '),
          },
        },
        written,
      );
    if (isTakenName(name))
      return refuse({ id: 'attachment-name', params: { path: name } }, written);
    files.add(name);
    return `${base.slice(0, -1)}${address}${encodeURIComponent(name)}${rest}`;
  };
  walk(tree, ({ tagName, properties }) => {
    for (const { attribute, use } of places.filter((place) => place.tagName === tagName)) {
      const written = properties[attribute];
      const found = typeof written === 'string' ? resolved(written, use) : undefined;
      if (found === undefined) delete properties[attribute];
      else properties[attribute] = found;
    }
  });
  return { files: [...files].sort(), problems };
}
