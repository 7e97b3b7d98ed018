import type { EditorLocale } from '#schema/wording.ts';
import type { Say, MessageId } from './messages/messages.ts';

/** The options that commands share; each has a sentence `option.<name>` in the dictionaries. */
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
  name: { type: 'string' },
  url: { type: 'string' },
  'time-zone': { type: 'string' },
  email: { type: 'string' },
  phone: { type: 'string' },
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
  github: { type: 'boolean', default: false },
  explain: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', default: false, short: 'h' },
} as const satisfies Record<string, OptionForm>;

interface OptionForm {
  readonly type: 'string' | 'boolean';
  readonly default?: string | boolean;
  readonly short?: string;
}

export type OptionName = keyof typeof options;

/** What stands in a command without `--`; each has a word `argument.<name>` in the dictionaries, and a sentence `argument.<name>.about`. */
export type ArgumentName =
  Extract<MessageId, `argument.${string}.about`> extends `argument.${infer Name}.about`
    ? Name
    : never;

/** What the person asked for, read but not yet believed. */
export type Values = {
  readonly [Name in OptionName]?: (typeof options)[Name] extends { type: 'boolean' }
    ? boolean
    : string;
};

export interface Call {
  readonly values: Values;
  /** What was given without `--`, in order; as many as the command takes. */
  readonly args: readonly string[];
  readonly say: Say;
  readonly locale: EditorLocale;
  /** The folder the command was given in: relative paths start there. */
  readonly cwd: string;
}

/** Does the work of a command. @throws {Refusal | Problems} when it cannot be done */
export type Run = (call: Call) => Promise<void>;

export interface Command {
  /** Those it takes besides `lang` and `help`. */
  readonly options: readonly OptionName[];
  /** What it takes without `--`, in order: `title?` may be left out, `files…` is one or more. */
  readonly takes?: ReadonlyArray<`${ArgumentName}${'' | '?' | '…'}`>;
  /** What its exit statuses mean, where there are others than 0 for done and 1 for not done. */
  readonly exits?: MessageId;
  load(): Promise<Run>;
}

/** Something the person can put right, in words: no stack trace. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly text: MessageId;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(text: MessageId, params: Readonly<Record<string, string | number>> = {}) {
    super(text);
    this.text = text;
    this.params = params;
  }
}
