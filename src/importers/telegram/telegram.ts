import type { BlockContent, PhrasingContent, Root } from 'mdast';
import { readLinkTarget } from '#body/resolve-links.ts';
import { type Album, createAlbum } from '#importers/album.ts';
import { decodeOld } from '#importers/decode.ts';
import type {
  Imported,
  ImportNote,
  FormatReader,
  InputFile,
  Refused,
} from '#importers/imported.ts';
import { tidy } from '#importers/tidy.ts';
import { firstOf } from '#lang/lookup.ts';

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
  readonly file_name?: string;
  readonly poll?: { readonly question?: unknown; readonly answers?: unknown };
  readonly location_information?: unknown;
  readonly contact_information?: unknown;
  readonly forwarded_from?: unknown;
  readonly saved_from?: unknown;
  readonly reply_to_message_id?: unknown;
  readonly inline_bot_buttons?: unknown;
}

/** What else a message may be or hold; each is left out by name. */
const otherMedia = [
  'game_title',
  'invoice_information',
  'dice',
  'todo_list',
  'giveaway_information',
  'giveaway_results',
  'place_name',
  'live_location_period_seconds',
  'self_destruct_period_seconds',
  'paid_stars_amount',
  'story',
] as const;

/** Reads the export of a channel or chat: an announcement for each message; an album is one. */
export const readTelegram: FormatReader = async function* (file) {
  const text = decodeOld(file.bytes, []);
  let chat: { id?: string | number; type?: unknown; messages?: unknown; chats?: unknown };
  try {
    chat = JSON.parse(text ?? '') as typeof chat;
  } catch {
    yield {
      source: file.name,
      reason: 'damaged',
      params: { detail: 'JSON' },
    };
    return;
  }
  if (typeof chat === 'object' && chat !== null && typeof chat.chats === 'object') {
    yield { source: file.name, reason: 'telegram-account', params: {} };
    return;
  }
  if (typeof chat !== 'object' || chat === null || !Array.isArray(chat.messages)) {
    yield { source: file.name, reason: 'unknown-format', params: {} };
    return;
  }
  if (
    /^(?:personal_chat|saved_messages|bot_chat|replies|verification_codes)$/u.test(
      String(chat.type),
    )
  ) {
    yield { source: file.name, reason: 'private-chat', params: {} };
    return;
  }
  const all = chat.messages.filter(
    (message): message is Message => typeof message === 'object' && message !== null,
  );
  // In a group citizens write, too. Nobody has asked them whether they want to stand on the site of an office.
  const messages = all.filter((message) => !isPrivate(message, String(chat.type)));
  if (messages.length < all.length)
    yield {
      source: file.name,
      reason: 'private-messages',
      params: { count: String(all.length - messages.length) },
    };
  for (const album of albums(messages)) {
    const source = `${file.name}: ${firstOf(album).id ?? '?'}`;
    if (firstOf(album).type !== 'message')
      yield {
        source,
        reason: 'not-an-announcement',
        params: { kind: String(firstOf(album).type) },
      };
    else {
      const read = readAlbum(file, String(chat.id ?? 'chat'), album, source);
      if (read.body.children.length > 0) yield read;
      else yield refusalOf(source, read);
    }
  }
};

/** A message without words: what it was instead. */
function refusalOf(source: string, { notes }: Imported): Refused {
  const kinds: Partial<Record<ImportNote['id'], string>> = {
    'poll-dropped': 'poll',
    'location-dropped': 'location',
    'contact-dropped': 'contact',
  };
  for (const { id, params } of notes) {
    const kind =
      kinds[id] ?? (id === 'file-left-out' || id === 'media-dropped' ? params.name : undefined);
    if (kind !== undefined) return { source, reason: 'not-an-announcement', params: { kind } };
  }
  return { source, reason: 'empty', params: {} };
}

/** Channels and groups speak for themselves; everybody else is a person. In a channel they all write for it. */
function isPrivate({ type, from_id }: Message, chat: string): boolean {
  if (type !== 'message' || /channel$/u.test(chat)) return false;
  if (from_id === undefined) return /group/u.test(chat);
  return !/^(?:channel|chat|group)/u.test(String(from_id));
}

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
  for (const message of album) sayOthers(message, notes);
  const body: Root = tidy({
    type: 'root',
    children: [...(words ? blocksOf(entities(words), notes) : []), ...shown],
  });
  const hashtags = (words ? entities(words) : []).flatMap(({ type, text }) =>
    type === 'hashtag' ? [text] : [],
  );
  const unix = Number(firstOf(album).date_unixtime);
  return {
    source,
    origin: { kind: 'telegram', id: `${chat}/${firstOf(album).id}` },
    date: Number.isFinite(unix)
      ? new Date(unix * 1000).toISOString()
      : /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2})?/u.exec(firstOf(album).date ?? '')?.[0],
    hashtags,
    body,
    pictures: pictures.files,
    addresses: [],
    notes: [...pictures.notes, ...notes],
  };
}

function pictureOf(
  file: InputFile,
  { photo, file: document, mime_type, media_type, file_name }: Message,
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
    const left = isIncluded(document) ? document : (media_type ?? document);
    if (document !== undefined)
      notes.push({ id: 'file-left-out', params: { name: String(file_name ?? left) } });
    return [];
  }
  if (!isIncluded(path)) {
    notes.push({ id: 'picture-missing', params: { name: media_type ?? 'photo' } });
    return [];
  }
  const name = album.addFile(file, path);
  if (!name) return [];
  notes.push({ id: 'picture-without-alt', params: { name } });
  return [{ type: 'paragraph', children: [{ type: 'image', url: `./${name}`, alt: '' }] }];
}

/** Telegram writes a sentence where a file was not exported. */
function isIncluded(path: unknown): path is string {
  return typeof path === 'string' && !/^\(File (?:not included|exceeds|unavailable)/iu.test(path);
}

/** What a message holds besides words and files, and what it was. */
function sayOthers(message: Message, notes: ImportNote[]): void {
  const { poll } = message;
  if (poll) {
    const answers = Array.isArray(poll.answers) ? poll.answers : [];
    const words = answers.map((answer) => wordsOf((answer as { text?: unknown } | null)?.text));
    notes.push({
      id: 'poll-dropped',
      params: { text: [wordsOf(poll.question), ...words].filter(Boolean).join(' / ') },
    });
  }
  if (message.location_information !== undefined)
    notes.push({ id: 'location-dropped', params: {} });
  if (message.contact_information !== undefined) notes.push({ id: 'contact-dropped', params: {} });
  const from = message.forwarded_from ?? message.saved_from;
  if (from !== undefined)
    notes.push({ id: 'forwarded', params: { name: typeof from === 'string' ? from : '?' } });
  if (message.reply_to_message_id !== undefined) notes.push({ id: 'answers', params: {} });
  for (const name of otherMedia)
    if (name in message) notes.push({ id: 'media-dropped', params: { name } });
  const buttons = Array.isArray(message.inline_bot_buttons)
    ? message.inline_bot_buttons.flat()
    : [];
  const labels = buttons.map((button) => {
    const { text, data } = (button ?? {}) as { text?: unknown; data?: unknown };
    return [wordsOf(text), typeof data === 'string' ? data : ''].filter(Boolean).join(' ');
  });
  if (labels.some(Boolean))
    notes.push({ id: 'buttons-dropped', params: { text: labels.join(', ') } });
}

/** Words that newer exports write as a list of entities. */
function wordsOf(text: unknown): string {
  if (typeof text === 'string') return text;
  if (!Array.isArray(text)) return '';
  return text.map((part) => wordsOf((part as { text?: unknown } | null)?.text ?? part)).join('');
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
  const hidden = parts.filter(({ type }) => type === 'spoiler').length;
  if (hidden > 0) notes.push({ id: 'spoiler-dropped', params: { count: String(hidden) } });
  let line: PhrasingContent[] = [];
  const end = () => {
    if (line.length > 0) blocks.push({ type: 'paragraph', children: line });
    line = [];
  };
  for (const entity of parts) {
    // Hidden until a reader asks: what an office hides, it does not publish unasked.
    if (entity.type === 'spoiler') continue;
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
    case 'bold_italic':
      return { type: 'strong', children: [{ type: 'emphasis', children: [words] }] };
    case 'mention':
      return {
        type: 'link',
        url: `https://t.me/${text.replace(/^@/u, '')}`,
        children: [words],
      };
    case 'phone':
      return {
        type: 'link',
        url: `tel:${text.replaceAll(/[^\d+]/gu, '')}`,
        children: [words],
      };
    case 'email':
      return { type: 'link', url: `mailto:${text}`, children: [words] };
    default:
      return words;
  }
}
