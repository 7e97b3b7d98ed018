import mammoth from 'mammoth';
import { createAlbum } from './album.ts';
import { sourceFingerprint } from './source-fingerprint.ts';
import type { FormatReader } from './imported.ts';
import { readHtml } from './old-html.ts';

/** Word's own styles by the names it gives them in every language of its interface. */
const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name='Caption'] => p.caption:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
];

/** Messages that say only how a document looked. */
const ofLooks =
  /^(?:Unrecognised|Run style with ID|Paragraph style with ID|Did not understand this style mapping|A numbered paragraph|An unrecognised element was ignored: (?:w:proofErr|w:smartTag|w:sdt|v:|wp:|o:|mc:))/u;

/** Reads a Word document (.docx). What Word says of its author and of deleted words is not read at all. */
export const readDocx: FormatReader = async function* ({ name, bytes }) {
  const album = createAlbum();
  const notes: Parameters<typeof readHtml>[1]['notes'] = [];
  const taken: Array<string | undefined> = [];
  let converted;
  try {
    const convertImage = mammoth.images.imgElement(async (image) => {
      taken.push(album.add(await image.readAsBuffer(), 'photo'));
      return { src: `import:${taken.length - 1}` };
    });
    converted = await mammoth.convertToHtml(
      { buffer: bytes },
      { convertImage, styleMap: styles, includeEmbeddedStyleMap: false, externalFileAccess: false },
    );
  } catch (error) {
    yield {
      source: name,
      reason: 'damaged',
      params: { detail: (error as Error).message.split('\n')[0]! },
    };
    return;
  }
  for (const { message } of converted.messages)
    if (!ofLooks.test(message)) notes.push({ id: 'word-says', params: { detail: message } });
  const body = readHtml(converted.value, {
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
