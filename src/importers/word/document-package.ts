import JSZip from 'jszip';
import { attribute, childrenOf, parseXml, writeXml } from './xml.ts';

/** What a part refers to under an id. */
export interface Relation {
  readonly id: string;
  /** The last word of its type: `image`, `styles`, `hyperlink`. */
  readonly type: string;
  /** A path within the package without a slash at its beginning; an address where it is external. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** A Word document, opened: its parts can be read and changed. */
export interface DocumentPackage {
  /** The path of the part that holds the text. */
  readonly main: string;
  /** @returns undefined where there is no such part. @throws {Error} where it is no XML */
  xml(path: string): Promise<Document | undefined>;
  bytes(path: string): Promise<Buffer | undefined>;
  relations(path: string): Promise<readonly Relation[]>;
  /** Adds a picture, and a relation of a part to it. @returns the id of the relation */
  addPicture(from: string, bytes: Buffer, ending: string): Promise<string>;
  writeXml(path: string, document: Document): void;
  /** The whole package with its changes. */
  close(): Promise<Buffer>;
}

/** In megabytes. A document with a hundred photographs has less; a file of some kilobytes can claim gigabytes. */
export const mostUnpacked = 512;

/** An archive that would fill the memory when it is unpacked. */
export class UnpacksTooLarge extends Error {}

/** JSZip knows the size that the archive declares for a member, but its types do not say so. */
interface Declared {
  readonly _data?: { readonly uncompressedSize?: number };
}

/**
 * Opens a document. Nothing is unpacked before it is clear that all of it fits into the memory.
 * @throws {UnpacksTooLarge}
 * @throws {Error} at what is no archive
 */
export async function openPackage(bytes: Buffer): Promise<DocumentPackage> {
  const archive = await JSZip.loadAsync(bytes);
  const size = Object.values(archive.files).reduce(
    (sum, member) => sum + ((member as Declared)._data?.uncompressedSize ?? 0),
    0,
  );
  if (size > mostUnpacked * 1024 * 1024) throw new UnpacksTooLarge();
  const read = async (path: string) => archive.file(path)?.async('nodebuffer');
  const xml = async (path: string) => {
    const found = await read(path);
    return found && parseXml(textOf(found));
  };
  const relations = async (path: string): Promise<Relation[]> => {
    const document = await xml(relationsOf(path));
    return childrenOf(document?.documentElement).map((relation) => {
      const isExternal = attribute(relation, 'TargetMode') === 'External';
      const target = attribute(relation, 'Target') ?? '';
      return {
        id: attribute(relation, 'Id') ?? '',
        type: (attribute(relation, 'Type') ?? '').replace(/^.*\//u, ''),
        target: isExternal ? target : within(path, target),
        isExternal,
      };
    });
  };
  const main =
    (await relations('')).find(({ type }) => type === 'officeDocument')?.target ??
    'word/document.xml';
  let pictures = 0;
  return {
    main,
    xml,
    bytes: read,
    relations,
    async addPicture(from, picture, ending) {
      const name = `jarshy-${++pictures}.${ending}`;
      archive.file(within(from, `media/${name}`), picture);
      const document = await xml(relationsOf(from));
      if (!document) throw new Error(`no relations of ${from}`);
      const root = document.documentElement;
      const relation = document.createElementNS(root.namespaceURI, 'Relationship');
      relation.setAttribute('Id', `jarshy${pictures}`);
      relation.setAttribute(
        'Type',
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image',
      );
      relation.setAttribute('Target', `media/${name}`);
      root.appendChild(relation);
      archive.file(relationsOf(from), writeXml(document));
      return `jarshy${pictures}`;
    },
    writeXml: (path, document) => void archive.file(path, writeXml(document)),
    // Parts that did not change are copied as they are compressed.
    close: () =>
      archive.generateAsync({
        type: 'nodebuffer',
        compression: 'DEFLATE',
        compressionOptions: { level: 1 },
      }),
  };
}

function relationsOf(path: string): string {
  return path.replace(/(?<name>[^/]*)$/u, '_rels/$<name>.rels');
}

/** A target as it is written in the relations of a part, as a path of the package. */
function within(part: string, target: string): string {
  const path = target.startsWith('/') ? target : `/${part.replace(/[^/]*$/u, '')}${target}`;
  return decodeURI(new URL(path, 'file:///').pathname).slice(1);
}

function textOf(bytes: Buffer): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
