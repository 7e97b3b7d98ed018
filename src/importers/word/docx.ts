import mammoth from 'mammoth';
import type { Root } from 'hast';
import { parseHtml } from '#body/parse.ts';
import { walk } from '#body/walk.ts';
import { createAlbum } from '#importers/album.ts';
import { sourceFingerprint } from '#importers/source-fingerprint.ts';
import type { FormatReader, ImportNote } from '#importers/imported.ts';
import { readTree } from '#importers/html/read-html.ts';
import { mostUnpacked, UnpacksTooLarge } from './document-package.ts';
import { startMark } from './numbering.ts';
import { rewrite } from './rewrite.ts';

/** Word's own styles by the names it gives them in every language of its interface. */
const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name='Caption'] => p.caption:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
];

/** The elements of a message of mammoth that names something it does not read, and signs that it does not know. */
const unread = /^An unrecognised element was ignored: (?<element>.*)$/u;
const sign = /char (?<sign>\S+) in font (?<font>.*)$/u;
/** Elements that say only how a document looked, or where something is. */
const ofLooks =
  /^(?:w:(?:proofErr|smartTagPr|sdt\w*|noProof|lang)|v:|wp14?:|o:|mc:|w1\d:|office-word:|\{)/u;

/**
 * Reads a Word document (.docx). Only what Word shows is read: no hidden or deleted words, no comments, nothing of what
 * was cut off from pictures. What is left out or changed is noted.
 */
export const readDocx: FormatReader = async function* ({ name, bytes }) {
  const album = createAlbum();
  const notes: ImportNote[] = [];
  const taken: Array<string | undefined> = [];
  let tree: Root;
  try {
    const rewritten = await rewrite(bytes);
    notes.push(...rewritten.notes);
    const convertImage = mammoth.images.imgElement(async (image) => {
      const picture = await image.readAsBuffer();
      const kept = album.add(picture, 'photo');
      taken.push(kept);
      if (kept)
        for (const id of rewritten.notesOf(picture)) notes.push({ id, params: { name: kept } });
      return { src: `import:${taken.length - 1}` };
    });
    const converted = await mammoth.convertToHtml(
      { buffer: rewritten.bytes },
      { convertImage, styleMap: styles, includeEmbeddedStyleMap: false, externalFileAccess: false },
    );
    for (const { message } of converted.messages) sayUnread(message, notes);
    tree = withStarts(parseHtml(converted.value));
  } catch (error) {
    if (error instanceof UnpacksTooLarge) {
      yield { source: name, reason: 'unpacks-too-large', params: { limit: mostUnpacked } };
      return;
    }
    // What libraries say of it is English and of their inside.
    yield { source: name, reason: 'damaged', params: { detail: 'DOCX' } };
    return;
  }
  const body = readTree(tree, {
    album,
    notes,
    picture: (source) => taken[Number(source.replace('import:', ''))],
  });
  yield {
    source: name,
    origin: { kind: 'word', id: sourceFingerprint(bytes) },
    body,
    pictures: album.files,
    addresses: [],
    notes: [...album.notes, ...notes],
  };
};

function sayUnread(message: string, notes: ImportNote[]): void {
  const element = unread.exec(message)?.groups?.element;
  if (element !== undefined && !ofLooks.test(element))
    notes.push({ id: 'word-says', params: { detail: element } });
  const { sign: code, font } = sign.exec(message)?.groups ?? {};
  if (code !== undefined && font !== undefined)
    notes.push({ id: 'symbol-dropped', params: { code, font } });
}

/** Lists with the number that their first item bears. */
function withStarts(tree: Root): Root {
  walk(tree, (list) => {
    if (list.tagName !== 'ol') return;
    const first = list.children.find((child) => child.type === 'element');
    if (first?.type !== 'element') return;
    let start: string | undefined;
    const look = (node: (typeof first.children)[number]): boolean => {
      if (node.type === 'text') {
        start = startMark.exec(node.value)?.groups?.start;
        node.value = node.value.replace(startMark, '');
        return true;
      }
      return node.type === 'element' && node.tagName !== 'ol' && node.children.some(look);
    };
    first.children.some(look);
    if (start !== undefined) list.properties.start = Number(start);
  });
  return tree;
}
