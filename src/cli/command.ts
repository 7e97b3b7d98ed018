import type { parseArgs } from 'node:util';
import type { EditorLocale } from '#schema/wording.ts';
import type { Say, TextId } from './texts.ts';

/** The options that commands share; each has a sentence `option.<name>` in the dictionaries. */
export const options = {
  content: { type: 'string', default: 'content' },
  out: { type: 'string', default: 'dist' },
  now: { type: 'string' },
  preview: { type: 'boolean', default: false },
  port: { type: 'string', default: '4321' },
  lang: { type: 'string' },
  help: { type: 'boolean', default: false, short: 'h' },
} as const satisfies NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

export type OptionName = keyof typeof options;

/** What the person asked for, read but not yet believed. */
export type Values = { readonly [Name in OptionName]?: (typeof options)[Name] extends { type: 'boolean' } ? boolean : string };

export interface Call {
  readonly values: Values;
  readonly say: Say;
  readonly locale: EditorLocale;
  /** The folder the command was given in: relative paths start there. */
  readonly cwd: string;
}

export interface Command {
  /** Those it takes besides `lang` and `help`. */
  readonly options: readonly OptionName[];
  run(call: Call): Promise<void>;
}

/** Something the person can put right, in words: no stack trace. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly text: TextId;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(text: TextId, params: Readonly<Record<string, string | number>> = {}) {
    super(text);
    this.text = text;
    this.params = params;
  }
}
