import { readFileSync } from 'node:fs';
import { fill, type Message, type Params } from '#lang/message.ts';
import { parseOwnYaml } from '#lang/yaml.ts';
import type { EditorLocale } from '#schema/wording.ts';

/** Every sentence that the commands say, and the places it may name. */
export const textPlaces = {
  'usage': ['usage'],
  'options': [],
  'command': [],
  'exits': [],
  'unknown-command': ['command', 'commands'],
  'bad-port': ['value'],
  'unknown-option': ['option', 'options'],
  'option-without-value': ['option'],
  'option-with-value': ['option'],
  'missing-argument': ['argument'],
  'extra-argument': ['argument'],
  'bad-now': ['value'],
  'no-content': ['folder'],
  'out-in-content': ['out'],
  'out-not-a-site': ['out'],
  'unknown-announcement': ['id', 'nearest'],
  'lock-held': ['pid'],
  'port-taken': ['port'],
  'unexpected': ['detail'],
  'building': ['folder'],
  'built': ['texts', 'pictures', 'seconds', 'folder'],
  'serving': ['url'],
  'stop-serving': [],
  'developing': ['url'],
  'reloaded': [],
  'share.telegram': [],
  'share.caption': [],
  'share.whatsapp': [],
  'share.email': [],
  'about.build': [],
  'about.start': [],
  'about.dev': [],
  'about.share': [],
  'argument.announcement': [],
  'argument.announcement.about': [],
  'argument.title': [],
  'argument.title.about': [],
  'option.content': [],
  'option.out': [],
  'option.now': [],
  'option.preview': [],
  'option.port': [],
  'option.json': [],
  'option.lang': [],
  'option.help': [],
} as const satisfies Record<string, readonly string[]>;

export type TextId = keyof typeof textPlaces;

/** Speaks one language to the person at the terminal. */
export type Say = (id: TextId, params?: Params) => string;

export function readTexts(locale: EditorLocale): Readonly<Record<TextId, Message>> {
  return parseOwnYaml(readFileSync(new URL(`./texts/${locale}.yaml`, import.meta.url), 'utf8')) as Record<TextId, Message>;
}

export function sayIn(locale: EditorLocale): Say {
  const texts = readTexts(locale);
  return (id, params) => fill(locale, texts[id], params);
}
