import type { BlockContent, PhrasingContent, Root } from 'mdast';
import { readLinkTarget } from '#body/resolve-links.ts';
import { type Album, createAlbum } from './album.ts';
import { decodeOld } from './decode.ts';
import type { Imported, ImportNote, FormatReader, InputFile } from './imported.ts';
import { tidy } from './tidy.ts';

/** What Telegram Desktop writes of a message into `result.json`. */
interface Message {
  readonly id?: number;
  readonly type?: string;
  readonly date?: string;
  readonly date_unixtime?: string;
  readonly from_id?: string;
  readonly text?: unknown;
  readonly text_entities?: unknown;
  readonly photo?: string;
  readonly file?: string;
  readonly media_type?: string;
  readonly mime_type?: string;
}

/** Reads the export of a channel or chat: an announcement for each message; an album is one. */
export const readTelegram: FormatReader = async function* (file) {
  const text = decodeOld(file.bytes, []);
  let chat: { id?: string | number; messages?: unknown };
  try {
    chat = JSON.parse(text ?? '') as typeof chat;
  } catch (error) {
    yield {
      source: file.name,
      reason: 'damaged',
      params: { detail: (error as Error).message.split('\n')[0]! },
    };
    return;
  }
  if (typeof chat !== 'object' || chat === null || !Array.isArray(chat.messages)) {
    yield { source: file.name, reason: 'unknown-format', params: {} };
    return;
  }
  const messages = chat.messages.filter(
    (message): message is Message => typeof message === 'object' && message !== null,
  );
  for (const album of albums(messages)) {
    const source = `${file.name}: ${album[0]!.id ?? '?'}`;
    if (album[0]!.type !== 'message')
      yield { source, reason: 'not-an-announcement', params: { kind: String(album[0]!.type) } };
    else {
      const read = readAlbum(file, String(chat.id ?? 'chat'), album, source);
      yield read.body.children.length > 0 ? read : { source, reason: 'empty', params: {} };
    }
  }
};

/** Pictures sent together are messages of one person in the same moment, of which one has the words. */
function albums(messages: readonly Message[]): Message[][] {
  const found: Message[][] = [];
  for (const message of messages) {
    const last = found.at(-1);
    const before = last?.at(-1);
    const together =
      before &&
      before.type === 'message' &&
      message.type === 'message' &&
      hasMedia(before) &&
      hasMedia(message) &&
      before.from_id === message.from_id &&
      Math.abs(seconds(before) - seconds(message)) <= 1;
    if (last && together && !(last.some(hasWords) && hasWords(message))) last.push(message);
    else found.push([message]);
  }
  return found;
}

const hasMedia = ({ photo, file }: Message): boolean => photo !== undefined || file !== undefined;
const hasWords = (message: Message): boolean => entities(message).some(({ text }) => text.trim());
const seconds = ({ date_unixtime, date }: Message): number =>
  Number(date_unixtime ?? Date.parse(`${date}Z`) / 1000);

function readAlbum(
  file: InputFile,
  chat: string,
  album: readonly Message[],
  source: string,
): Imported {
  const notes: ImportNote[] = [];
  const pictures = createAlbum();
  const words = album.find(hasWords);
  const shown = album.flatMap((message) => pictureOf(file, message, pictures, notes));
  const body: Root = tidy({
    type: 'root',
    children: [...(words ? blocksOf(entities(words), notes) : []), ...shown],
  });
  const unix = Number(album[0]!.date_unixtime);
  return {
    source,
    origin: { kind: 'telegram', id: `${chat}/${album[0]!.id}` },
    date: Number.isFinite(unix)
      ? new Date(unix * 1000).toISOString()
      : /^\d{4}-\d{2}-\d{2}/u.exec(album[0]!.date ?? '')?.[0],
    body,
    pictures: pictures.files,
    addresses: [],
    notes: [...pictures.notes, ...notes],
  };
}

function pictureOf(
  file: InputFile,
  { photo, file: document, mime_type, media_type }: Message,
  album: Album,
  notes: ImportNote[],
): BlockContent[] {
  const path =
    typeof photo === 'string'
      ? photo
      : typeof document === 'string' && mime_type?.startsWith('image/') && media_type !== 'sticker'
        ? document
        : undefined;
  if (path === undefined) {
    if (document !== undefined)
      notes.push({ id: 'file-left-out', params: { name: String(document) } });
    return [];
  }
  const name = album.addFile(file, path);
  if (!name) return [];
  notes.push({ id: 'picture-without-alt', params: { name } });
  return [{ type: 'paragraph', children: [{ type: 'image', url: `./${name}`, alt: '' }] }];
}

interface Entity {
  readonly type: string;
  readonly text: string;
  readonly href?: string | undefined;
}

/** The words of a message: newer exports have `text_entities`, older ones a text or a list in `text`. */
function entities({ text_entities, text }: Message): Entity[] {
  const parts: unknown[] = Array.isArray(text_entities)
    ? text_entities
    : Array.isArray(text)
      ? text
      : [text];
  return parts.flatMap((part): Entity[] => {
    if (typeof part === 'string') return [{ type: 'plain', text: part }];
    const { type, text: words, href } = (part ?? {}) as Record<string, unknown>;
    return typeof words === 'string'
      ? [{ type: String(type), text: words, href: typeof href === 'string' ? href : undefined }]
      : [];
  });
}

/** A line end is a new paragraph: that is how messages are written. */
function blocksOf(parts: readonly Entity[], notes: ImportNote[]): BlockContent[] {
  const blocks: BlockContent[] = [];
  let line: PhrasingContent[] = [];
  const end = () => {
    if (line.length > 0) blocks.push({ type: 'paragraph', children: line });
    line = [];
  };
  for (const entity of parts) {
    if (entity.type === 'pre') {
      end();
      blocks.push({ type: 'code', value: entity.text.trim() });
    } else if (entity.type === 'blockquote') {
      end();
      blocks.push({
        type: 'blockquote',
        children: entity.text
          .split('\n')
          .filter((text) => text.trim())
          .map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
      });
    } else {
      for (const [index, text] of entity.text.split('\n').entries()) {
        if (index > 0) end();
        if (text) line.push(phrase({ ...entity, text }, notes));
      }
    }
  }
  end();
  return blocks;
}

function phrase({ type, text, href }: Entity, notes: ImportNote[]): PhrasingContent {
  const words: PhrasingContent = { type: 'text', value: text };
  switch (type) {
    case 'bold':
      return { type: 'strong', children: [words] };
    case 'italic':
      return { type: 'emphasis', children: [words] };
    case 'strikethrough':
      return { type: 'delete', children: [words] };
    case 'code':
      return { type: 'inlineCode', value: text };
    case 'link':
    case 'text_link': {
      const written = href ?? text;
      const url = /^[a-z][a-z0-9+.-]*:/iu.test(written) ? written : `https://${written}`;
      if (readLinkTarget(url).to === 'web') return { type: 'link', url, children: [words] };
      notes.push({ id: 'link-dropped', params: { address: written } });
      return words;
    }
    case 'email':
      return { type: 'link', url: `mailto:${text}`, children: [words] };
    default:
      return words;
  }
}
