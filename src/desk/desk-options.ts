import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '#clock.ts';
import type { Locale } from '#lang/locale.ts';
import type { Strings } from '#lang/strings.ts';
import type { Say } from '#messages/messages.ts';
import type { EditorLocale } from '#schema/wording.ts';
import type { FieldVoice } from './cms-config.ts';
import type { ConvertedText, DroppedFile, ImportedDocuments } from './dropped-files.ts';
import type { DeskFinding } from './findings.ts';
import type { PublicSite } from './public-site.ts';

/** The settings of the desk. */
export interface DeskOptions {
  /** The absolute path of the content folder. */
  readonly content: string;
  readonly clock: () => Clock;
  readonly locale: EditorLocale;
  readonly say: Say;
  readonly strings: Strings;
  readonly voice: FieldVoice;
  /** The placeholder for a text that has only been started, in the text's language. */
  readonly invitation: (locale: Locale) => string;
  /**
   * Asks what a publication would ask.
   * @returns what was found; nothing when a check has no warnings to tell
   * @throws {Problems} when there are problems
   */
  check(): Promise<readonly DeskFinding[] | void>;
  /** Makes drafts from documents. Without it, the desk takes none. */
  readonly importFiles?:
    ((files: readonly DroppedFile[]) => Promise<ImportedDocuments>) | undefined;
  /** Makes Markdown of pasted HTML. */
  readonly convert?: ((html: string) => Promise<ConvertedText>) | undefined;
  /** Reads what is public. Without it, the desk says nothing of it. */
  readonly publicSite?: (() => Promise<PublicSite>) | undefined;
}

/** Answers a request. What it throws becomes an answer with status 500. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;
