import type { RunTool } from './run-tool.ts';

/** What to send. */
export interface SendJob {
  /** The id of the release. */
  readonly id: string;
  /** Absolute path of the finished site. */
  readonly folder: string;
  /** Absolute path of a folder where a program may cache data for the next time. */
  readonly workFolder: string;
}

/**
 * Makes a place elsewhere hold exactly the files of a site.
 * @throws {UserError} if the place holds something else, or the program fails. What has arrived by then is a site
 * that works.
 */
export type Sender = (parcel: SendJob, place: string, run: RunTool) => Promise<void>;
