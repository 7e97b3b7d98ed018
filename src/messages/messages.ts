import { builtInLocales, builtInStrings } from '#lang/built-in.ts';
import type { Dictionary } from '#lang/dictionary.ts';
import type { Locale } from '#lang/locale.ts';
import { fill, type Message, type Params } from '#lang/message.ts';
import type {
  ArgumentsOf,
  Filled,
  ParamsOf,
  PlaceholderTable,
  ValuesOf,
} from '#lang/placeholders.ts';
import { createStrings, type Strings } from '#lang/strings.ts';
import { parseOwnYaml } from '#lang/yaml.ts';
import type { LanguageTag } from '#languages/languages.ts';
import { readTexts } from '#languages/read-texts.ts';
import { type RegistryId, registryIds } from '#schema/registry-names.ts';
import type { ErrorId, UserError } from './user-error.ts';

/** The desk's labels of the fields that refer to entries of a registry. */
type RegistryField = `desk.field.${RegistryId}`;
const deskFieldsOfRegistries = Object.fromEntries(
  registryIds.map((id) => [`desk.field.${id}`, []]),
) as unknown as Record<RegistryField, readonly []>;

/**
 * Every sentence used by the commands, the desk and the status page, and its placeholders. A sentence with plural forms
 * has `count`. The sentences are in `src/languages/<tag>/messages.yaml`.
 */
export const messagePlaceholders = {
  'digest-written': ['file'],
  'ask.number': ['count'],
  'ask.numbers': ['count'],
  'ask.enter': ['answer'],
  'ask.none': [],
  'ask.yes-or-no': [],
  'ask.yes': [],
  'ask.moment': [],
  'ask.slug': [],
  'ask.something': [],
  'new.title': [],
  'new.title-in': ['language'],
  'new.kind': [],
  'new.date': [],
  'new.starts': [],
  'new.expires': [],
  'new.divisions': [],
  'new.topics': [],
  'new.languages': [],
  'new.slug': [],
  'new.body': [],
  'new.written': ['folder'],
  'new.next': [],
  'import.draft': [],
  'import.unread': [],
  'import.count': ['known', 'unread', 'count'],
  'import.write': ['count'],
  'import.written': ['folder', 'count'],
  'import.nothing-written': [],
  'import.note.personal-data': ['rule', 'value'],
  'import.note.picture-location': ['name'],
  'import.note.no-date': [],
  'import.note.dates-differ': ['date', 'other'],
  'import.note.no-title': [],
  'import.note.old-encoding': ['encoding'],
  'import.note.picture-without-alt': ['name'],
  'import.note.picture-heic': ['name'],
  'import.note.picture-unreadable': ['name'],
  'import.note.picture-missing': ['name'],
  'import.note.picture-elsewhere': ['address'],
  'import.note.file-left-out': ['name'],
  'import.note.link-dropped': ['address'],
  'import.note.shortcode-dropped': ['name'],
  'import.note.word-says': ['detail'],
  'import.note.old-address-dropped': ['address'],
  'import.note.hidden-text': ['count'],
  'import.note.comments-dropped': ['count'],
  'import.note.unaccepted-changes': ['count'],
  'import.note.picture-cropped': ['name'],
  'import.note.picture-turned': ['name'],
  'import.note.picture-shaped': ['name'],
  'import.note.picture-still': ['name'],
  'import.note.field-values': ['count'],
  'import.note.field-without-value': ['name'],
  'import.note.text-box-moved': ['count'],
  'import.note.chart-dropped': ['count'],
  'import.note.diagram-dropped': ['count'],
  'import.note.object-dropped': ['count'],
  'import.note.shape-dropped': ['count'],
  'import.note.equation-flat': ['count'],
  'import.note.ruby-flat': ['count'],
  'import.note.placeholder-dropped': ['count'],
  'import.note.part-dropped': ['count'],
  'import.note.page-edges-dropped': ['count'],
  'import.note.merged-cells': ['count'],
  'import.note.nested-table': ['count'],
  'import.note.cell-in-one-line': ['count'],
  'import.note.symbol-dropped': ['code', 'font'],
  'import.note.embed-as-link': ['name', 'address'],
  'import.note.element-dropped': ['name'],
  'import.note.around-dropped': ['count'],
  'import.note.details-open': ['count'],
  'import.note.field-left-out': ['name', 'value'],
  'import.note.was-pinned': [],
  'import.note.no-topic': ['names'],
  'import.note.cover-offered': ['name'],
  'import.note.date-unread': ['value'],
  'import.note.may-be-pair': ['source'],
  'import.note.two-languages': [],
  'import.note.parted-languages': [],
  'import.note.letterhead-dropped': ['text'],
  'import.note.contact-line': ['text'],
  'import.note.number-left-out': ['text'],
  'import.note.poll-dropped': ['text'],
  'import.note.buttons-dropped': ['text'],
  'import.note.forwarded': ['name'],
  'import.note.answers': [],
  'import.note.location-dropped': [],
  'import.note.contact-dropped': [],
  'import.note.spoiler-dropped': ['count'],
  'import.note.media-dropped': ['name'],
  'import.note.old-link': ['address'],
  'import.note.template-code': ['code'],
  'import.refused.unknown-format': [],
  'import.refused.picture-alone': [],
  'import.refused.undecodable': [],
  'import.refused.empty': [],
  'import.refused.damaged': ['detail'],
  'import.refused.old-word': [],
  'import.refused.entities': [],
  'import.refused.not-public': [],
  'import.refused.not-an-announcement': ['kind'],
  'import.refused.known': ['folder'],
  'import.refused.encrypted': [],
  'import.refused.save-as-docx': ['kind'],
  'import.refused.lock-file': [],
  'import.refused.archive': [],
  'import.refused.mail': [],
  'import.refused.private-messages': ['count'],
  'import.refused.private-chat': [],
  'import.refused.telegram-account': [],
  'import.refused.telegram-html': [],
  'ask.again': [],
  'init.name': ['language'],
  'init.url': [],
  'init.time-zone': [],
  'init.email': [],
  'init.phone': [],
  'init.written': ['folder'],
  'init.next': [],
  'init.public': [],
  'create.topics': [],
  'create.divisions': [],
  'create.translated': ['name', 'language'],
  'create.written': ['folder'],
  'create.kept': ['files'],
  'create.not-installed': [],
  'create.readme': ['name'],
  'create.theme': [],
  'strings.written': ['count', 'file', 'language'],
  'strings.complete': ['language'],
  'help.recipes': [],
  'help.one-recipe': [],
  'help.card': [],
  'add.topic': ['language'],
  'add.division': ['language'],
  'add.person': ['language'],
  'add.page': ['language'],
  'add.role': ['language'],
  'add.written': ['id'],
  'add.next': ['id'],
  'add.next-page': ['id'],
  'init.accessibility.title': [],
  'init.accessibility.summary': [],
  'init.accessibility.body': ['panel', 'contact', 'date'],
  building: ['folder'],
  built: ['texts', 'pictures', 'seconds', 'folder', 'count'],
  checking: ['out'],
  'nothing-found': [],
  'severity.error': [],
  'severity.warning': [],
  'severity.advice': [],
  'count.error': ['count'],
  'count.warning': ['count'],
  'count.advice': ['count'],
  published: ['texts', 'release', 'folder', 'count'],
  purged: ['release'],
  incomplete: ['count'],
  'incomplete.problems': ['count'],
  'incomplete.as-before': ['part'],
  'incomplete.held': ['part'],
  'incomplete.left-out': ['part'],
  profiled: ['file'],
  'part.read': [],
  'part.pictures': [],
  'part.search': [],
  'part.pages': [],
  'part.documents': [],
  'part.checks': [],
  'part.compress': [],
  'part.swap': [],
  'summary.times': [],
  'summary.part': ['part', 'memory'],
  'summary.size': ['files', 'size', 'count'],
  'summary.pages': [],
  sent: ['place'],
  'due.no-release': [],
  'due.unknown': ['detail'],
  'due.moment': [],
  'due.touched': ['file'],
  'due.unsent': [],
  'due.other-public': ['url'],
  'due.later': ['moment'],
  'due.never': [],
  'notify.works': [],
  'notify.no-answer': ['url', 'detail'],
  'notify.status': ['url', 'status', 'wanted'],
  'notify.old': ['url'],
  'notify.type': ['url', 'type', 'wanted'],
  'notify.no-header': ['url', 'header'],
  'notify.not-told': ['url', 'detail'],
  'notify.told': ['url', 'count'],
  'rolled-back': ['release', 'as'],
  serving: ['url'],
  'stop-serving': [],
  developing: ['url'],
  reloaded: [],
  unfinished: ['count'],
  'share.telegram': [],
  'share.caption': [],
  'share.whatsapp': [],
  'share.email': [],
  'verify.holds': ['lines', 'texts'],
  'verify.fails': ['count'],
  'verify.number': ['line'],
  'verify.chain': ['line'],
  'verify.rewritten': ['line'],
  'verify.changed': ['text'],
  'verify.unrecorded': ['text'],
  'verify.missing': ['text'],
  'status.page': ['file'],
  'status.title': ['moment'],
  'status.counts': ['published', 'held', 'withdrawn', 'removed'],
  'status.next': ['moment'],
  'status.no-next': [],
  'status.problems': ['count'],
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
  'status.change.lost': ['language', 'count'],
  'status.change.unknown': ['language'],
  'status.unrecorded': ['count'],
  'status.gaps': [],
  'status.gaps.summary': [],
  'status.gaps.division': [],
  'status.gaps.cover-alt': [],
  'status.gaps.picture-alt': [],
  'status.silences': [],
  'status.gate.holds': ['days'],
  'status.gate.fails': ['days', 'count'],
  'status.gate.counts': [],
  'translated.done': ['file', 'language'],
  'translated.already': ['file', 'language'],
  'translated.machine': ['file'],
  'proof.nothing': ['id'],
  'proof.count': ['count'],
  'proof.no-speller': ['language', 'dictionary'],
  'proof.fixed': ['file'],
  'desk.running': ['url'],
  'desk.hosted': ['folder'],
  'desk.title': [],
  'desk.edit': [],
  'desk.new': [],
  'desk.preview': [],
  'desk.check': [],
  'desk.commit': [],
  'desk.announcements': [],
  'desk.announcement': [],
  'desk.changed': [],
  'desk.unchanged': [],
  'desk.sound': [],
  'desk.not-sound': [],
  'desk.no-git': [],
  'desk.missing': [],
  'desk.missing.about': [],
  'desk.add': ['language'],
  'desk.begun': ['file'],
  'desk.not-begun': [],
  'desk.add-on-desk': [],
  'desk.add-by-hand': [],
  'desk.committed': ['message'],
  'desk.pushed': [],
  'desk.not-pushed': ['detail'],
  'desk.git-failed': ['detail'],
  'desk.slug': [],
  'desk.lost': ['what'],
  'desk.lost.table': [],
  'desk.lost.html': [],
  'desk.lost.footnote': [],
  'desk.lost.comments': [],
  'desk.lost.components': [],
  'desk.needs-date': [],
  'desk.message.add': ['id', 'title'],
  'desk.message.change': ['id', 'title'],
  'desk.message.remove': ['id'],
  'desk.message.many': ['count'],
  'desk.message.other': [],
  'desk.field.title': [],
  'desk.field.summary': [],
  'desk.field.date': [],
  'desk.field.appeared': [],
  'desk.field.draft': [],
  'desk.field.kind': [],
  ...deskFieldsOfRegistries,
  'desk.field.cover': [],
  'desk.field.coverAlt': [],
  'desk.field.coverCaption': [],
  'desk.field.coverCredit': [],
  'desk.field.gallery': [],
  'desk.field.gallery.src': [],
  'desk.field.gallery.alt': [],
  'desk.field.gallery.caption': [],
  'desk.field.gallery.credit': [],
  'desk.field.attachments': [],
  'desk.field.attachments.file': [],
  'desk.field.attachments.title': [],
  'desk.field.eventStart': [],
  'desk.field.eventEnd': [],
  'desk.field.eventPlace': [],
  'desk.field.eventOnline': [],
  'desk.field.eventRevision': [],
  'desk.field.outcomes': [],
  'desk.field.outcomes.text': [],
  'desk.field.outcomes.division': [],
  'desk.field.outcomes.due': [],
  'desk.field.outcomes.status': [],
  'desk.field.corrections': [],
  'desk.field.corrections.date': [],
  'desk.field.corrections.note': [],
  'desk.field.expires': [],
  'desk.field.pinnedUntil': [],
  'desk.field.withdrawnOn': [],
  'desk.field.withdrawnReason': [],
  'desk.field.removedOn': [],
  'desk.field.removedReason': [],
  'desk.field.translatedFrom': [],
  'desk.field.machineTranslated': [],
  'desk.field.aliases': [],
  'desk.field.contact': [],
  'desk.field.origin': [],
  'desk.field.origin.kind': [],
  'desk.field.origin.id': [],
  'desk.field.origin.url': [],
  'desk.field.privacyOk': [],
  'desk.field.body': [],
} as const satisfies PlaceholderTable;

type MessageTable = typeof messagePlaceholders;
export type MessageId = keyof MessageTable;

/** The rest of each message id that begins with a prefix and a dot. */
export type MessagesUnder<Prefix extends string> =
  Extract<MessageId, `${Prefix}.${string}`> extends `${Prefix}.${infer Rest}` ? Rest : never;

/** The values of a message. */
export type MessageParams<Id extends MessageId> = ParamsOf<MessageTable, Id>;
export type MessageValues<Id extends MessageId> = ValuesOf<MessageTable, Id>;

/** Returns a sentence in one language, for the person at the terminal or the desk. */
export type Say = <Id extends MessageId>(
  id: Id,
  ...params: ArgumentsOf<MessageTable, Id>
) => string;

/** Reads all messages of one language. */
export function readMessages(locale: LanguageTag): Readonly<Record<MessageId, Message>> {
  return parseOwnYaml(readTexts(locale, 'messages')) as Record<MessageId, Message>;
}

/** Makes the function that returns sentences in one language. */
export function sayIn(locale: LanguageTag): Say {
  const texts = readMessages(locale);
  return (id, ...[params]) => fill(locale, texts[id], params);
}

/** A message id with its values. */
export type FilledMessage = Filled<MessageTable>;

/** Returns the sentence of a message given as one value. */
export function sayFilled(say: Say, { id, params }: FilledMessage): string {
  return (say as (id: MessageId, params: Params) => string)(id, params);
}

/** Reads the sentences of all errors in one language. */
export function readErrors(locale: LanguageTag): Readonly<Record<ErrorId, Message>> {
  return parseOwnYaml(readTexts(locale, 'errors')) as Record<ErrorId, Message>;
}

/** What is wrong and its remedy, in one language. */
export function errorSentence(locale: LanguageTag, { id, params }: UserError): string {
  return fill(locale, readErrors(locale)[id], params);
}

/**
 * The placeholder body of a newly created text: in the language of the text if that is built in, else in the language
 * of `say`.
 */
export function invitationFor(say: Say): (locale: Locale) => string {
  return (locale) => {
    const known = builtInLocales.find((language) => language === locale);
    return (known ? sayIn(known) : say)('new.body');
  };
}

/** The interface texts of the site in the person's language, for writing dates in that language. */
export function interfaceStrings(locale: LanguageTag): Strings {
  return createStrings(locale, builtInStrings(locale) as Dictionary); // A test ensures that the dictionary is complete.
}
