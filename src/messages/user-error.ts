import type { ArgumentsOf, Filled, PlaceholderTable } from '#lang/placeholders.ts';

/**
 * Every error that a person can fix, except problems with the content, and the placeholders of its sentence. The
 * sentences are in `src/languages/<tag>/errors.yaml`.
 */
export const errorPlaceholders = {
  'unknown-command': ['command', 'commands'],
  'unknown-command-near': ['command', 'commands', 'nearest'],
  'unknown-lang': ['value', 'known'],
  'bad-port': ['value'],
  'unknown-option': ['option', 'options'],
  'unknown-option-near': ['option', 'options', 'nearest'],
  'option-without-value': ['option'],
  'option-with-value': ['option'],
  'missing-argument': ['argument'],
  'extra-argument': ['argument'],
  'bad-now': ['value'],
  'no-content': ['folder'],
  'out-in-content': ['out'],
  'out-not-a-site': ['out'],
  'preview-over-public': ['out'],
  'unknown-announcement': ['id', 'nearest'],
  'unknown-week': ['week', 'nearest'],
  'no-weeks': [],
  'digest-without-sender': [],
  'lock-held': ['pid'],
  'publish-lock-held': ['pid'],
  'publish-lock-lost': [],
  'site-incomplete': ['file'],
  'clock-wrong': ['now', 'last'],
  'port-taken': ['port'],
  'port-not-allowed': ['port'],
  'disk-full': ['detail'],
  'read-only-disk': ['path'],
  'no-permission': ['path'],
  'too-many-files': ['detail'],
  'no-memory': ['detail'],
  'other-disk': ['path', 'to'],
  'disk-fault': ['detail'],
  'name-too-long': ['path'],
  'file-in-use': ['path'],
  'not-a-folder': ['path'],
  'not-a-file': ['path'],
  'to-not-ours': ['to'],
  'bad-keep': ['value'],
  'state-missing': ['place'],
  'state-broken': ['place', 'detail'],
  'state-newer': ['place', 'detail'],
  'state-unreachable': ['place', 'detail'],
  'log-broken': ['place', 'line'],
  'state-older': ['place', 'address'],
  'state-forked': ['place', 'address'],
  'not-first': [],
  'is-example': ['folder'],
  'no-current': ['newest'],
  'back-nothing-before': [],
  'back-unknown-release': ['release', 'releases'],
  'back-holds-removed': ['release', 'releases'],
  'bad-send': ['value'],
  'unknown-server': ['server', 'servers'],
  'send-no-tool': ['tool'],
  'send-failed': ['tool', 'detail'],
  'send-not-ours': ['place'],
  unexpected: ['detail'],
  'given-up': [],
  'not-known': ['value', 'option', 'nearest', 'known'],
  'bad-moment': ['value'],
  'bad-slug': ['value', 'suggestion'],
  'kind-needs': ['kind', 'option'],
  'announcement-exists': ['folder'],
  'unknown-tag': ['value', 'corrected'],
  'strings-unreadable': [],
  'unknown-template': ['value', 'nearest', 'folder'],
  'template-field': ['file', 'field', 'nearest'],
  'template-unreadable': ['file'],
  'no-help-on': ['topic', 'last'],
  'entry-exists': ['id'],
  'unknown-entry-kind': ['value', 'nearest', 'known'],
  'name-missing': ['language', 'languages'],
  'no-such-file': ['name'],
  'folder-not-empty': ['folder'],
  'option-missing': ['option'],
  'bad-value': ['option', 'value', 'corrected'],
  'unknown-site-language': ['language', 'languages'],
  'no-site': ['out'],
  'unknown-rule': ['rule', 'rules'],
  'notify-failed': ['count'],
  'unreadable-site': ['place', 'detail'],
  'bad-backend': [],
  'unreadable-components': ['id', 'detail'],
  'bad-days': ['value'],
  'no-announcement': ['id', 'nearest'],
  'no-text-in': ['id', 'language'],
  'which-language': ['id', 'languages'],
  'nothing-to-translate-from': ['id', 'language'],
  'not-recorded-yet': ['id', 'language'],
  'more-than-a-typo': ['id', 'language'],
  'approval-off': [],
  'approve-draft': ['id', 'language'],
  'approve-nobody': [],
  'approve-same-person': ['id', 'language', 'name'],
  'approve-no-history': ['id', 'language'],
  'approve-changed': ['id', 'language'],
  'no-channels': ['file'],
  'bad-channels': ['file', 'detail'],
  'no-secret': ['file', 'name'],
  'cannot-write-field': ['file', 'line'],
} as const satisfies PlaceholderTable;

type ErrorTable = typeof errorPlaceholders;
export type ErrorId = keyof ErrorTable;

/**
 * The work cannot be done, and the person who requested it can fix that. Shown as a sentence, without a stack trace.
 */
export class UserError<Id extends ErrorId = ErrorId> extends Error {
  override name = 'UserError';
  readonly id: Id;
  readonly params: Filled<ErrorTable, Id>['params'];

  constructor(id: Id, ...[params]: ArgumentsOf<ErrorTable, Id>) {
    // For logs and tests only. People read the sentence.
    super([id, ...Object.values(params ?? {})].join(' '));
    this.id = id;
    this.params = (params ?? {}) as Filled<ErrorTable, Id>['params'];
  }
}

/** Whether an error is a `UserError`; if ids are given, one of these. */
export function isUserError<Id extends ErrorId = ErrorId>(
  error: unknown,
  ids?: readonly Id[],
): error is UserError<Id> {
  return error instanceof UserError && (ids?.some((id) => id === error.id) ?? true);
}
