import type { Locale } from '#lang/locale.ts';
import { inLocale, lastOf } from '#lang/lookup.ts';
import { writingOf } from '#languages/writings.ts';
import { facts, lists } from '#schema/announcement.ts';
import { perRegistry, type RegistryId } from '#schema/registry-names.ts';
import type { Model } from '#site/model.ts';
import { taxonomies } from '#site/taxonomies.ts';
import {
  type FieldChoice,
  choices,
  type FieldWord,
  type Form,
  forms,
  isText,
  listForms,
  toolGroups,
} from './field-form.ts';

/** The words for the fields (`Label: what belongs there`), in the language of the person and in those of the hints. */
export interface FieldVoice {
  readonly locale: Locale;
  readonly label: (field: FieldWord) => string;
  readonly hint: (field: FieldWord) => string;
  /** The label of an option of a field: `kind.news` is «Новости». */
  readonly choice: (field: FieldChoice) => string;
  readonly announcements: string;
  readonly announcement: string;
  readonly slug: string;
}

/**
 * The server where the editor keeps the texts in a repository. Without a backend, it opens a folder of this machine.
 */
export interface Backend {
  readonly name: 'gitlab' | 'github' | 'gitea';
  /** `office/press` */
  readonly repo: string;
  /** Further options of Sveltia CMS. */
  readonly [option: string]: unknown;
}

/** A field in the configuration of Sveltia CMS. */
export interface CmsField {
  readonly name: string;
  readonly fields?: readonly CmsField[];
  readonly [option: string]: unknown;
}

const moment = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2}))?$/u.source;

/**
 * The configuration of Sveltia CMS for a site: all fields of the schema, all languages of `site.yaml`.
 * @param folder the content folder's path in the repository: `content`; empty where it is the whole repository
 */
export function cmsConfig(
  model: Pick<Model, 'site' | 'strings' | RegistryId>,
  { folder, backend, voice }: { folder: string; backend?: Backend | undefined; voice: FieldVoice },
) {
  const { site } = model;
  const source = mainLanguage(site);
  const isReviewed =
    site.approval === 'required' && (backend?.name === 'gitlab' || backend?.name === 'github');
  const options = choicesOf(
    model,
    site.locales.includes(voice.locale) ? voice.locale : site.defaultLocale,
    voice,
  );
  const field = (word: FieldWord, form: Form, more: object = {}): CmsField => ({
    name: lastOf(word.split('.')),
    label: voice.label(word),
    hint: voice.hint(word),
    required: word === 'title',
    ...widgets[form](options),
    ...more,
  });
  const one = (name: keyof typeof forms): CmsField => {
    const i18n = isText(name) ? true : 'duplicate';
    return isToolGroup(name)
      ? field(name, 'group', {
          i18n,
          fields: toolGroups[name].map((key) =>
            field(`${name}.${key}` as FieldWord, 'tool', { i18n }),
          ),
        })
      : field(name, forms[name], { i18n });
  };
  return {
    load_config_file: false,
    // A placeholder that is never contacted: on this machine the editor opens the folder.
    backend: backend ?? {
      name: 'gitea',
      repo: 'local/only',
      base_url: 'http://127.0.0.1',
      api_root: 'http://127.0.0.1/api/v1',
    },
    // A merge or pull request for each text, which another person merges. The services that Sveltia CMS can do it with.
    ...(isReviewed && { publish_mode: 'editorial_workflow' }),
    site_url: `${site.origin}${site.base}`,
    app_title: inLocale(site.name, site.defaultLocale),
    media_folder: folder,
    public_folder: '.',
    media_libraries: {
      default: {
        config: {
          slugify_filename: true,
          transformations: { heic: { format: 'webp', quality: 90 } },
        },
      },
      // Photographs of strangers' servers are no pictures of the office.
      stock_assets: false,
    },
    slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-', lowercase: true },
    output: { omit_empty_optional_fields: true, yaml: { quote: 'none' } },
    i18n: {
      structure: 'multiple_files',
      locales: site.locales,
      default_locale: source,
      omit_default_locale_from_file_path: false,
    },
    collections: [
      {
        name: 'announcements',
        label: voice.announcements,
        label_singular: voice.announcement,
        folder: folder === '' ? 'announcements' : `${folder}/announcements`,
        // With plain `{{slug}}`, two announcements with the same slug in different years would become one.
        path: "{{date | date('YYYY')}}/{{slug | lower}}/index",
        slug: {
          template: '{{title}}',
          editable: ['create'],
          pattern: ['^(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$', voice.slug],
          hint: voice.slug,
        },
        media_folder: '',
        public_folder: '.',
        create: true,
        // The other language needs the space of the preview. How a text looks, the site itself shows.
        editor: { preview: false },
        sortable_fields: {
          fields: ['date', 'title'],
          default: { field: 'date', direction: 'Descending' },
        },
        view_filters: [{ label: voice.label('draft'), field: 'draft', pattern: true }],
        view_groups: [
          { label: voice.label('kind'), field: 'kind' },
          { label: voice.label('date'), field: 'date', pattern: String.raw`\d{4}-\d{2}` },
        ],
        ...(isReviewed && { publish: false }),
        // A published announcement is withdrawn or removed, with a reason; its address stays.
        delete: false,
        i18n: true,
        fields: [
          ...first.map(one),
          field('body', 'paragraph', { widget: 'markdown', i18n: true, modes: ['raw'] }),
          ...(Object.keys(forms) as Array<keyof typeof forms>)
            .filter((name) => !first.includes(name))
            .map(one),
          ...(Object.keys(listForms) as Array<keyof typeof listForms>).map((name) =>
            // The list has the same entries in the same order in every language; only their texts differ.
            field(name, 'group', {
              widget: 'list',
              i18n: true,
              fields: listFields(name).map(([word, form, isOwn]) =>
                field(word, form, { i18n: isOwn ? true : 'duplicate' }),
              ),
            }),
          ),
        ],
      },
    ],
  };
}

/**
 * The editor's main language: the one in which it asks for the facts, and from whose title it makes the slug. The first
 * language whose letters Sveltia CMS can transliterate to Latin, otherwise the site's default. Sveltia CMS drops the
 * letters that only Kazakh has.
 */
export function mainLanguage({
  locales,
  defaultLocale,
}: Pick<Model['site'], 'locales' | 'defaultLocale'>): Locale {
  return locales.find((locale) => writingOf(locale)?.editorSpellsAddresses) ?? defaultLocale;
}

/** The fields that all languages of an announcement share. */
export const editorFacts = {
  own: Object.keys(facts),
  lists: Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [name, Object.keys(list.facts)]),
  ),
};

function isToolGroup(name: keyof typeof forms): name is keyof typeof toolGroups {
  return name in toolGroups;
}

/** These fields stand before the body, because nearly every announcement has them. All others follow it. */
const first: ReadonlyArray<keyof typeof forms> = ['title', 'draft', 'summary', 'date'];

type Options = Readonly<
  Record<
    RegistryId | keyof typeof choices,
    ReadonlyArray<{ readonly value: string; readonly label: string }>
  >
>;

/**
 * The Sveltia CMS widget for each form. Moments are text inputs: the date widget would write a day as a moment, and a
 * text would be held until midnight in London.
 */
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
  ...perRegistry((id) => (options: Options) => ({
    widget: 'select',
    multiple: true,
    options: options[id],
  })),
  division: ({ divisions }) => ({ widget: 'select', options: divisions }),
  contact: ({ people, divisions }) => ({ widget: 'select', options: [...people, ...divisions] }),
  kind: ({ kind }) => ({ widget: 'select', options: kind }),
  outcome: ({ outcome }) => ({ widget: 'select', options: outcome }),
  tool: () => ({ widget: 'string', readonly: true }),
  group: () => ({ widget: 'object', collapsed: true }),
} as const satisfies Record<Form, (options: Options) => object>;

function choicesOf(
  model: Pick<Model, 'strings' | RegistryId>,
  locale: Locale,
  voice: FieldVoice,
): Options {
  const chosen = <Name extends keyof typeof choices>(name: Name) =>
    choices[name].map((value) => ({
      value,
      label: voice.choice(`${name}.${value}` as FieldChoice),
    }));
  return {
    kind: chosen('kind'),
    outcome: chosen('outcome'),
    ...perRegistry((name) =>
      [...model[name].keys()].map((id) => ({
        value: id,
        label: taxonomies[name].name(model, locale, id),
      })),
    ),
  };
}

const ownTexts: Readonly<Record<keyof typeof listForms, readonly string[]>> = {
  gallery: ['alt', 'caption'],
  attachments: ['title'],
  outcomes: ['text'],
  corrections: ['note'],
  updates: ['text'],
};

function listFields(name: keyof typeof listForms): Array<[FieldWord, Form, boolean]> {
  return Object.entries(listForms[name]).map(([key, form]) => [
    `${name}.${key}` as FieldWord,
    form,
    ownTexts[name].includes(key),
  ]);
}
