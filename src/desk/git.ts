import { execFile } from 'node:child_process';

/** Why Git could not do what the desk asked for. For each there is a sentence `desk.git.<id>` with the remedy. */
export type GitFaultId =
  | 'not-installed'
  | 'no-repository'
  | 'foreign-owner'
  | 'detached'
  | 'unfinished'
  | 'wrong-branch'
  | 'no-identity'
  | 'busy'
  | 'offline'
  | 'login'
  | 'no-such-remote'
  | 'declined'
  | 'unrelated'
  | 'other';

/** Git could not do what the desk asked for. */
export class GitFailure extends Error {
  override name = 'GitFailure';
  readonly id: GitFaultId;
  /** What matters of what Git said, in a line. */
  readonly detail: string;
  /** All that Git said. */
  readonly said: string;

  constructor(id: GitFaultId, said = '') {
    super(`${id} ${said}`);
    this.id = id;
    this.said = said;
    this.detail = meaningOf(said);
  }
}

/** What Git writes when something is in the way, in English (`LC_ALL=C`). The first that matches counts. */
const signs: ReadonlyArray<readonly [RegExp, GitFaultId]> = [
  [/dubious ownership/u, 'foreign-owner'],
  [/not a git repository \(or any/u, 'no-repository'],
  [/(?:index|HEAD|refs\/\S+)\.lock|Another git process/u, 'busy'],
  [/tell me who you are|empty ident|auto-detect email|no email was given/iu, 'no-identity'],
  [/refusing to merge unrelated histories|no common ancestor/iu, 'unrelated'],
  [
    /Authentication failed|could not read (?:Username|Password)|terminal prompts disabled|Permission denied|publickey|HTTP 40[13]|error: 40[13]|access denied|not allowed to|unauthori[sz]ed|Host key verification failed/iu,
    'login',
  ],
  [
    /does not appear to be a git repository|repository .*not found|error: 404|does not exist/iu,
    'no-such-remote',
  ],
  [
    /resolve host|Failed to connect|Could not connect|Connection (?:timed out|refused|reset|closed)|unreachable|timed out|Could not resolve|No route to host|early EOF|hung up/iu,
    'offline',
  ],
  [/hook declined|protected branch|remote rejected|hook failed|GH\d{3}/iu, 'declined'],
];

/** What a call of Git may take besides its arguments. */
export interface GitCall {
  /** Written to its standard input. */
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** In milliseconds; a server that does not answer must not block the desk. */
  readonly wait?: number;
  /** How to read what Git writes; bytes are kept by `latin1`. */
  readonly encoding?: 'utf8' | 'latin1';
  /** Exit statuses, apart from 0, that are an answer and no failure. */
  readonly answers?: readonly number[];
}

/** Runs Git in a folder and returns what it writes. */
export type Git = (args: readonly string[], call?: GitCall) => Promise<string>;

/**
 * Git in a folder.
 * @returns a function that throws `GitFailure`
 */
export function gitIn(folder: string): Git {
  return (args, { input, env = {}, wait, encoding = 'utf8', answers = [] } = {}) =>
    new Promise((done, failed) => {
      const child = execFile(
        'git',
        ['-C', folder, '-c', 'core.quotePath=false', ...args],
        {
          // A password prompt would wait for ever: no person sits at this process.
          env: { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C', ...env },
          encoding,
          maxBuffer: 1e8,
          ...(wait === undefined ? {} : { timeout: wait }),
        },
        (error, stdout, stderr) => {
          if (!error || answers.some((status) => status === error.code)) return done(stdout);
          failed(failureOf(error, `${stderr}\n${stdout}`));
        },
      );
      child.stdin?.on('error', () => {}); // Git may end without reading it.
      child.stdin?.end(input);
    });
}

function failureOf(error: Error & { readonly killed?: boolean }, said: string): GitFailure {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new GitFailure('not-installed');
  if (error.killed) return new GitFailure('offline');
  const [, id = 'other'] = signs.find(([sign]) => sign.test(said)) ?? [];
  return new GitFailure(id, said);
}

/** What Git says of a failure, without its advice and the progress of the transfer. */
function meaningOf(said: string): string {
  const lines = said
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('hint:'));
  const telling = lines.filter((line) => /^(?:fatal|error|remote): ?\S/u.test(line));
  return (telling.length > 0 ? telling : lines).slice(0, 3).join(' ');
}
