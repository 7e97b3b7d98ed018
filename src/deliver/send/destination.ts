/** The programs that can bring a site to a place elsewhere. */
export const tools = ['rsync', 'rclone', 'git'] as const;
export type Tool = (typeof tools)[number];

/** A place elsewhere, and the program that knows the way. */
export interface SendTarget {
  readonly tool: Tool;
  /** As the program itself writes it: `press@example.org:/srv/press`, `store:bucket/press`, `git@example.org:press.git#pages`. */
  readonly place: string;
}

/** Reads `rsync:press@example.org:/srv/press`. Undefined when it names no such program or no place. */
export function parseDestination(written: string): SendTarget | undefined {
  const [, name, place] = /^(?<tool>[a-z]+):(?<place>[^-\s].*)$/u.exec(written) ?? [];
  const tool = tools.find((each) => each === name);
  return tool && place ? { tool, place } : undefined;
}
