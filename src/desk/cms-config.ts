import type { Locale } from '#lang/locale.ts';
import type { Model } from '#site/model.ts';
import { choices, type FieldWord, type Form, forms, isText, listForms, originKeys } from './field-form.ts';

/** The words for a field: `Label: what belongs there`, in the language of the person and in those of the hints. */
export interface FieldVoice {
  readonly label: (field: FieldWord) => string;
  readonly hint: (field: FieldWord) => string;
  readonly announcements: string;
  readonly announcement: string;
  readonly slug: string;
}

/** Where the editor keeps the texts: a folder of this machine, or a repository on a server. */
export interface Backend {
  readonly name: 'gitlab' | 'github' | 'gitea';
  /** `office/press` */
  readonly repo: string;
}

/** A field as Sveltia CMS has it. */
export interface CmsField {
  readonly name: string;
  readonly fields?: readonly CmsField[];
  readonly [option: string]: unknown;
}

const moment = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2}))?$/u.source;

/**
 * The configuration of Sveltia CMS for a site: all fields of the schema, all languages of `site.yaml`.
 * @param folder the content folder as the repository has it: `content`; empty where it is the whole repository
 */
export function cmsConfig({ site, topics, divisions, people }: Pick<Model, 'site' | 'topics' | 'divisions' | 'people'>, { folder, backend, voice }: { folder: string; backend?: Backend | undefined; voice: FieldVoice }) {
  // The slug is made from the Russian title where there is one: Sveltia drops the letters that only Kazakh has.
  const source = site.locales.find((locale) => locale.startsWith('ru')) ?? site.defaultLocale;
  const options = choicesOf({ topics, divisions, people }, site.defaultLocale);
  const field = (word: FieldWord, form: Form, more: object = {}): CmsField => ({
    name: word.split('.').at(-1)!,
    label: voice.label(word),
    hint: voice.hint(word),
    required: word === 'title',
    ...widgets[form](options),
    ...more,
  });
  return {
    load_config_file: false,
    // Never asked on this machine: there the editor opens the folder.
    backend: backend ?? { name: 'gitea', repo: 'local/only', base_url: 'http://127.0.0.1', api_root: 'http://127.0.0.1/api/v1' },
    site_url: `${site.origin}${site.base}`,
    app_title: site.name[site.defaultLocale]!,
    media_folder: folder,
    public_folder: '.',
    slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-', lowercase: true },
    output: { omit_empty_optional_fields: true, yaml: { quote: 'none' } },
    i18n: { structure: 'multiple_files', locales: site.locales, default_locale: source, omit_default_locale_from_file_path: false },
    collections: [
      {
        name: 'announcements',
        label: voice.announcements,
        label_singular: voice.announcement,
        folder: folder === '' ? 'announcements' : `${folder}/announcements`,
        path: "{{date | date('YYYY')}}/{{slug}}/index",
        slug: { template: '{{title}}', editable: ['create'], pattern: ['^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$', voice.slug], hint: voice.slug },
        media_folder: '',
        public_folder: '.',
        create: true,
        // What has been published is withdrawn or removed, with a reason; its address stays.
        delete: false,
        i18n: true,
        fields: [
          ...(Object.keys(forms) as Array<keyof typeof forms>).map((name) =>
            name === 'origin'
              ? field(name, 'group', { i18n: 'duplicate', fields: originKeys.map((key) => field(`origin.${key}`, 'line', { i18n: 'duplicate' })) })
              : field(name, forms[name], { i18n: isText(name) ? true : 'duplicate' }),
          ),
          ...(Object.keys(listForms) as Array<keyof typeof listForms>).map((name) =>
            // `duplicate` for the list as such: entries stand in the same order in every language; their texts differ.
            field(name, 'group', { widget: 'list', i18n: true, fields: listFields(name).map(([word, form, isOwn]) => field(word, form, { i18n: isOwn ? true : 'duplicate' })) }),
          ),
          field('body', 'paragraph', { widget: 'markdown', i18n: true, modes: ['raw'] }),
        ],
      },
    ],
  };
}

type Options = Readonly<Record<'topics' | 'divisions' | 'people', ReadonlyArray<{ readonly value: string; readonly label: string }>>>;

/** What each form is in Sveltia CMS. Moments are lines: its calendar would write a day as a moment, and the embargo would begin at midnight in London. */
const widgets = {
  line: () => ({ widget: 'string' }),
  paragraph: () => ({ widget: 'text' }),
  moment: () => ({ widget: 'string', pattern: [moment, '2026-01-22 / 2026-01-22T10:00+05:00'] }),
  truth: () => ({ widget: 'boolean' }),
  number: () => ({ widget: 'number', value_type: 'int', min: 0 }),
  address: () => ({ widget: 'string', pattern: ['^https?://\\S+$', 'https://…'] }),
  picture: () => ({ widget: 'image', choose_url: false }),
  file: () => ({ widget: 'file', choose_url: false }),
  lines: () => ({ widget: 'list' }),
  topics: ({ topics }) => ({ widget: 'select', multiple: true, options: topics }),
  divisions: ({ divisions }) => ({ widget: 'select', multiple: true, options: divisions }),
  people: ({ people }) => ({ widget: 'select', multiple: true, options: people }),
  division: ({ divisions }) => ({ widget: 'select', options: divisions }),
  contact: ({ people, divisions }) => ({ widget: 'select', options: [...people, ...divisions] }),
  kind: () => ({ widget: 'select', options: [...choices.kind] }),
  outcome: () => ({ widget: 'select', options: [...choices.outcome] }),
  group: () => ({ widget: 'object', collapsed: true }),
} as const satisfies Record<Form, (options: Options) => object>;

function choicesOf({ topics, divisions, people }: Pick<Model, 'topics' | 'divisions' | 'people'>, locale: Locale): Options {
  return {
    topics: [...topics.values()].map(({ id, label }) => ({ value: id, label: label[locale]! })),
    divisions: [...divisions.values()].map(({ id, name }) => ({ value: id, label: name[locale]! })),
    people: [...people.values()].map(({ id, name }) => ({ value: id, label: name[locale]! })),
  };
}

const ownTexts: Readonly<Record<keyof typeof listForms, readonly string[]>> = { gallery: ['alt', 'caption'], attachments: ['title'], outcomes: ['text'], corrections: ['note'] };

function listFields(name: keyof typeof listForms): Array<[FieldWord, Form, boolean]> {
  return Object.entries(listForms[name]).map(([key, form]) => [`${name}.${key}` as FieldWord, form, ownTexts[name].includes(key)]);
}
