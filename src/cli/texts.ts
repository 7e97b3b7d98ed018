import { readFileSync } from 'node:fs';
import { builtInStrings } from '#lang/built-in.ts';
import type { Dictionary } from '#lang/dictionary.ts';
import { fill, type Message, type Params } from '#lang/message.ts';
import { createStrings, type Strings } from '#lang/strings.ts';
import { parseOwnYaml } from '#lang/yaml.ts';
import type { EditorLocale } from '#schema/wording.ts';

/** Every sentence that the commands say, and the places it may name. */
export const textPlaces = {
  'usage': ['usage'],
  'options': [],
  'command': [],
  'exits': [],
  'exits.check': [],
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
  'unknown-week': ['week', 'nearest'],
  'no-weeks': [],
  'digest-without-sender': [],
  'digest-written': ['file'],
  'lock-held': ['pid'],
  'port-taken': ['port'],
  'unexpected': ['detail'],
  'building': ['folder'],
  'built': ['texts', 'pictures', 'seconds', 'folder'],
  'checking': ['out'],
  'no-site': ['out'],
  'unknown-rule': ['rule', 'rules'],
  'nothing-found': [],
  'severity.error': [],
  'severity.warning': [],
  'severity.advice': [],
  'count.error': [],
  'count.warning': [],
  'count.advice': [],
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
  'about.check': [],
  'about.dev': [],
  'about.share': [],
  'about.digest': [],
  'argument.week': [],
  'argument.week.about': [],
  'argument.announcement': [],
  'argument.announcement.about': [],
  'about.status': [],
  'about.translated': [],
  'status.exits': [],
  'status.page': ['file'],
  'status.title': ['moment'],
  'status.counts': ['published', 'held', 'withdrawn', 'removed'],
  'status.next': ['moment'],
  'status.no-next': [],
  'status.problems': [],
  'status.nothing': [],
  'status.held': [],
  'status.held.opens': ['moment'],
  'status.held.draft': [],
  'status.debt': [],
  'status.debt.count': ['language', 'missing', 'stale', 'machine'],
  'status.debt.missing': [],
  'status.debt.stale': [],
  'status.debt.machine': [],
  'status.days': ['count'],
  'status.change.field': ['language', 'line', 'field'],
  'status.change.paragraph': ['language', 'line', 'text'],
  'status.change.lost': ['language'],
  'status.change.unknown': ['language'],
  'status.unrecorded': [],
  'status.gaps': [],
  'status.gaps.summary': [],
  'status.gaps.division': [],
  'status.gaps.cover-alt': [],
  'status.silences': [],
  'status.gate.holds': ['days'],
  'status.gate.fails': ['days'],
  'status.gate.counts': [],
  'translated.done': ['file', 'language'],
  'translated.already': ['file', 'language'],
  'translated.machine': ['file'],
  'bad-days': ['value'],
  'no-announcement': ['id', 'nearest'],
  'no-text-in': ['id', 'language'],
  'which-language': ['id', 'languages'],
  'nothing-to-translate-from': ['id', 'language'],
  'not-recorded-yet': ['id', 'language'],
  'more-than-a-typo': ['id', 'language'],
  'cannot-write-field': ['file', 'line'],
  'argument.title': [],
  'argument.title.about': [],
  'argument.language': [],
  'argument.language.about': [],
  'option.content': [],
  'option.out': [],
  'option.now': [],
  'option.preview': [],
  'option.port': [],
  'option.json': [],
  'option.html': [],
  'option.gate': [],
  'option.days': [],
  'option.typo': [],
  'option.from': [],
  'option.github': [],
  'option.explain': [],
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

/** The interface texts of the site in the person's language: dates are written as there. */
export function interfaceStrings(locale: EditorLocale): Strings {
  return createStrings(locale, builtInStrings(locale) as Dictionary); // That it is complete, a test sees to.
}
