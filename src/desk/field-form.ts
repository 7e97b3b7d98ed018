import { facts, kinds, lists, type ListName, outcomeStatuses, text } from '#schema/announcement.ts';
import { perRegistry, type RegistryId } from '#schema/registry-names.ts';

/** The kind of input for a field in the browser's editor. The words for it come from the dictionaries. */
export type Form =
  | 'line'
  | 'paragraph'
  | 'moment'
  | 'truth'
  | 'number'
  | 'address'
  | 'picture'
  | 'file'
  | 'lines'
  | RegistryId
  | 'division'
  | 'contact'
  | 'kind'
  | 'outcome'
  | 'group'
  | 'tool';

type FieldName = keyof typeof facts | keyof typeof text;

/** The form of each field of an announcement. The compiler reports a field of the schema that is missing here. */
export const forms = {
  title: 'line',
  summary: 'paragraph',
  date: 'moment',
  kind: 'kind',
  draft: 'truth',
  appeared: 'moment',
  ...perRegistry((id) => id),
  cover: 'picture',
  coverAlt: 'line',
  coverCaption: 'line',
  coverCredit: 'line',
  eventStart: 'moment',
  eventEnd: 'moment',
  eventPlace: 'line',
  eventOnline: 'address',
  eventRevision: 'number',
  expires: 'moment',
  pinnedUntil: 'moment',
  contact: 'contact',
  withdrawnOn: 'moment',
  withdrawnReason: 'paragraph',
  removedOn: 'moment',
  removedReason: 'paragraph',
  machineTranslated: 'truth',
  translatedFrom: 'tool',
  approved: 'group',
  returned: 'group',
  aliases: 'lines',
  privacyOk: 'lines',
  origin: 'group',
} as const satisfies Record<FieldName, Form>;

type ListKeys = {
  [Name in ListName]: Record<
    keyof (typeof lists)[Name]['facts'] | keyof (typeof lists)[Name]['text'],
    Form
  >;
};

/** The form of each field in the entries of a list. */
export const listForms = {
  gallery: { src: 'picture', alt: 'line', caption: 'line', credit: 'line' },
  attachments: { file: 'file', title: 'line' },
  outcomes: { text: 'paragraph', division: 'division', due: 'moment', status: 'outcome' },
  corrections: { date: 'moment', note: 'paragraph' },
  updates: { at: 'moment', text: 'paragraph' },
} as const satisfies ListKeys;

/** The keys of `origin`, which only programs write. */
export const originKeys = ['kind', 'id', 'url'] as const satisfies ReadonlyArray<
  keyof (typeof facts.origin)['shape']
>;

/** The keys of groups that only programs write. */
export const toolGroups = {
  origin: originKeys,
  approved: ['by', 'on', 'of', 'alone'],
  returned: ['by', 'on', 'of', 'remark'],
} as const satisfies {
  readonly origin: readonly unknown[];
  readonly approved: ReadonlyArray<keyof (typeof text.approved)['shape']>;
  readonly returned: ReadonlyArray<keyof (typeof text.returned)['shape']>;
};

type DotNames<Group extends Record<string, object>> = {
  [Name in keyof Group & string]: `${Name}.${keyof Group[Name] & string}`;
}[keyof Group & string];

/** Every field name for which the dictionaries have words. */
export type FieldWord =
  | FieldName
  | ListName
  | DotNames<typeof listForms>
  | {
      [Name in keyof typeof toolGroups]: `${Name}.${(typeof toolGroups)[Name][number]}`;
    }[keyof typeof toolGroups]
  | 'body';

/** The fields with a fixed set of options. */
export const choices = { kind: kinds, outcome: outcomeStatuses } as const;
/** An option of such a field: `kind.news`. */
export type FieldChoice = {
  [Name in keyof typeof choices]: `${Name}.${(typeof choices)[Name][number]}`;
}[keyof typeof choices];

/** Whether each language has its own value of a field. */
export function isText(name: string): boolean {
  return Object.hasOwn(text, name);
}
