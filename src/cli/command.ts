import type { EditorLocale } from '#schema/wording.ts';
import type { Say } from '#messages/messages.ts';

/**
 * The options that commands share. `help.yaml` has a sentence `option.<name>` for each, and `option.<name>.<command>`
 * where one means something else for a command.
 */
export const options = {
  content: { type: 'string', default: 'content' },
  out: { type: 'string', default: 'dist' },
  now: { type: 'string' },
  preview: { type: 'boolean', default: false },
  previous: { type: 'string' },
  port: { type: 'string', default: '4321' },
  to: { type: 'string', default: 'published' },
  keep: { type: 'string', default: '5' },
  rollback: { type: 'boolean', default: false },
  first: { type: 'boolean', default: false },
  example: { type: 'boolean', default: false },
  'if-due': { type: 'boolean', default: false },
  pull: { type: 'boolean', default: false },
  'on-failure': { type: 'string' },
  send: { type: 'string' },
  notify: { type: 'boolean', default: false },
  state: { type: 'string' },
  'state-from': { type: 'string' },
  against: { type: 'string' },
  kind: { type: 'string' },
  date: { type: 'string' },
  starts: { type: 'string' },
  expires: { type: 'string' },
  divisions: { type: 'string' },
  topics: { type: 'string' },
  languages: { type: 'string' },
  slug: { type: 'string' },
  template: { type: 'string' },
  name: { type: 'string' },
  url: { type: 'string' },
  'time-zone': { type: 'string' },
  email: { type: 'string' },
  phone: { type: 'string' },
  role: { type: 'string' },
  program: { type: 'string' },
  'skip-install': { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  ready: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  verbose: { type: 'boolean', default: false },
  profile: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  html: { type: 'string' },
  gate: { type: 'boolean', default: false },
  days: { type: 'string', default: '3' },
  backend: { type: 'string' },
  'app-id': { type: 'string' },
  fix: { type: 'boolean', default: false },
  typo: { type: 'boolean', default: false },
  from: { type: 'string' },
  by: { type: 'string' },
  alone: { type: 'string' },
  channels: { type: 'string', default: 'channels.yaml' },
  again: { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  github: { type: 'boolean', default: false },
  explain: { type: 'string' },
  reason: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', default: false, short: 'h' },
} as const satisfies Record<string, OptionForm>;

interface OptionForm {
  readonly type: 'string' | 'boolean';
  readonly default?: string | boolean;
  readonly short?: string;
}

/** The name of an option. */
export type OptionName = keyof typeof options;

/**
 * The arguments that commands take without `--`. For each, `help.yaml` has a word `argument.<name>` and a sentence
 * `argument.<name>.about`.
 */
export const argumentNames = [
  'announcement',
  'entry',
  'files',
  'folder',
  'language',
  'names',
  'release',
  'server',
  'site',
  'title',
  'topic',
  'week',
] as const;
/** The name of an argument. */
export type ArgumentName = (typeof argumentNames)[number];

/** What a command takes. Used for its help and for parsing the command line. */
export interface CommandForm {
  /** Its options apart from `lang` and `help`, in the order of its help. */
  readonly options: readonly OptionName[];
  /** Its arguments without `--`, in order. `title?` is optional, `files…` is one or more. */
  readonly takes?: ReadonlyArray<`${ArgumentName}${'' | '?' | '…'}`>;
  /**
   * Set if its exit statuses mean something other than 0 for done and 1 for not done. `exits.<name>` of `help.yaml`
   * explains them.
   */
  readonly ownExits?: true;
}

/** Every command, in the order of the overview. `help.yaml` has a sentence `about.<name>` for each. */
export const commandForms = {
  build: {
    options: ['content', 'out', 'now', 'previous', 'preview', 'all', 'verbose', 'profile', 'json'],
  },
  start: {
    options: ['content', 'out', 'now', 'preview', 'port', 'all'],
  },
  share: {
    options: ['content', 'now', 'json'],
    takes: ['announcement'],
  },
  check: {
    options: ['content', 'out', 'now', 'explain', 'all', 'json', 'github'],
    ownExits: true,
  },
  digest: {
    options: ['content', 'now'],
    takes: ['week?'],
  },
  dev: { options: ['content', 'port'] },
  status: {
    options: ['content', 'to', 'state-from', 'now', 'json', 'html', 'gate', 'days'],
    ownExits: true,
  },
  proof: {
    options: ['content', 'fix', 'json'],
    takes: ['announcement'],
  },
  desk: {
    options: ['content', 'to', 'state-from', 'port', 'backend', 'app-id', 'out'],
  },
  translated: {
    options: ['content', 'from', 'typo'],
    takes: ['announcement', 'language?'],
  },
  approve: {
    options: ['content', 'by', 'alone'],
    takes: ['announcement', 'language?'],
  },
  verify: {
    options: ['against', 'json'],
    takes: ['site'],
    ownExits: true,
  },
  new: {
    options: [
      'content',
      'kind',
      'date',
      'starts',
      'expires',
      'divisions',
      'topics',
      'languages',
      'slug',
      'template',
      'json',
    ],
    takes: ['title?'],
  },
  add: {
    options: ['content', 'slug', 'role', 'json'],
    takes: ['entry', 'names…'],
  },
  strings: { options: ['content', 'json'], takes: ['language'] },
  help: { options: [], takes: ['topic?'] },
  import: {
    options: ['content', 'dry-run', 'ready', 'yes', 'json'],
    takes: ['files…'],
    ownExits: true,
  },
  init: {
    options: ['languages', 'name', 'url', 'time-zone', 'email', 'phone', 'json'],
    takes: ['folder'],
  },
  create: {
    options: [
      'languages',
      'name',
      'url',
      'time-zone',
      'email',
      'phone',
      'topics',
      'divisions',
      'program',
      'skip-install',
      'json',
    ],
    takes: ['folder'],
  },
  publish: {
    options: [
      'content',
      'to',
      'keep',
      'rollback',
      'first',
      'example',
      'state-from',
      'if-due',
      'pull',
      'send',
      'notify',
      'on-failure',
      'all',
      'verbose',
      'profile',
      'json',
    ],
    takes: ['release?'],
    ownExits: true,
  },
  remove: {
    options: ['reason', 'content', 'to', 'keep', 'state-from', 'send', 'notify', 'json'],
    takes: ['announcement'],
  },
  due: {
    options: ['content', 'to', 'state', 'json'],
    ownExits: true,
  },
  notify: {
    options: ['content', 'to', 'state', 'json'],
  },
  'server-rules': { options: ['url'], takes: ['server'] },
  post: {
    options: ['content', 'to', 'channels', 'dry-run', 'all', 'again', 'json'],
    ownExits: true,
  },
} as const satisfies Record<string, CommandForm>;

/** The name of a command. */
export type CommandName = keyof typeof commandForms;

type ValueOf<Name extends OptionName> = (typeof options)[Name] extends { type: 'boolean' }
  ? boolean
  : string;

/** The options that always have a value, because they have a default. */
type OptionWithDefault = {
  [Name in OptionName]: (typeof options)[Name] extends { default: unknown } ? Name : never;
}[OptionName];

/** The values of the options, parsed but not validated. Options that a command does not take have their defaults. */
export type Values = { readonly [Name in OptionWithDefault]: ValueOf<Name> } & {
  readonly [Name in Exclude<OptionName, OptionWithDefault>]?: ValueOf<Name>;
};

/** The values when no option is given. */
export const defaultValues = Object.fromEntries(
  Object.entries(options).flatMap(([name, form]) =>
    'default' in form ? [[name, form.default]] : [],
  ),
) as unknown as Values;

/** The tuple of arguments that a command's `takes` allows. */
type ArgumentsFor<Takes> = Takes extends readonly [infer First, ...infer Rest]
  ? First extends `${string}…`
    ? readonly [string, ...string[]]
    : First extends `${string}?`
      ? readonly [string?, ...ArgumentsFor<Rest>]
      : readonly [string, ...ArgumentsFor<Rest>]
  : readonly [];

/** The arguments without `--` of a command, in order. */
export type ArgumentsOf<Name extends CommandName> = Name extends CommandName
  ? ArgumentsFor<
      (typeof commandForms)[Name] extends { readonly takes: infer Takes } ? Takes : readonly []
    >
  : never;

/** A parsed command line. Without a type argument, that of any command. */
export interface Call<Name extends CommandName = CommandName> {
  readonly values: Values;
  /** The arguments without `--`, in order; as many as the command takes. */
  readonly args: ArgumentsOf<Name>;
  readonly say: Say;
  readonly locale: EditorLocale;
  /** The folder in which the command was run. Relative paths start there. */
  readonly cwd: string;
}

/**
 * Runs a command.
 * @throws {UserError | Problems} if it cannot be done
 */
export type Run<Name extends CommandName> = (call: Call<Name>) => Promise<void>;
