import type { RunTool } from './run-tool.ts';

/** What is sent. */
export interface SendJob {
  /** The id of the release. */
  readonly id: string;
  /** The finished site, absolute. */
  readonly folder: string;
  /** Where a program may keep what makes the next time faster, absolute. */
  readonly workFolder: string;
}

/** Makes a place elsewhere hold just the files of a site.
 * @throws {UserError} when it holds something else, or the program fails; what has arrived until then is a site that works */
export type Sender = (parcel: SendJob, place: string, run: RunTool) => Promise<void>;
