/** The programs that can send a site elsewhere. */
export const tools = ['rsync', 'rclone', 'git'] as const;
/** One of these programs. */
export type Tool = (typeof tools)[number];

/** A destination, and the program that sends there. */
export interface SendTarget {
  readonly tool: Tool;
  /**
   * In the notation of the program: `press@example.org:/srv/press`, `store:bucket/press`,
   * `git@example.org:press.git#pages`.
   */
  readonly place: string;
}

/**
 * Parses `rsync:press@example.org:/srv/press`. Returns undefined if the program is unknown or the place is missing.
 */
export function parseDestination(written: string): SendTarget | undefined {
  const [, name, place] = /^(?<tool>[a-z]+):(?<place>[^-\s].*)$/u.exec(written) ?? [];
  const tool = tools.find((each) => each === name);
  return tool && place ? { tool, place } : undefined;
}
