import { type ErrorId, isUserError, UserError } from './user-error.ts';

/**
 * The error reported for an error of the operating system, by its code (`errno(3)`). Other codes indicate a bug in
 * Jarshy.
 */
const ids = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only-disk',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EMFILE: 'too-many-files',
  ENFILE: 'too-many-files',
  ENOMEM: 'no-memory',
  EXDEV: 'other-disk',
  EIO: 'disk-fault',
  ENAMETOOLONG: 'name-too-long',
  EBUSY: 'file-in-use',
  ETXTBSY: 'file-in-use',
  ENOTDIR: 'not-a-folder',
  EISDIR: 'not-a-file',
} as const satisfies Record<string, ErrorId>;

/** The fields of Node's system errors. `path` is missing when the call only used an open file. */
interface SystemError extends Error {
  readonly code: string;
  readonly syscall?: string;
  readonly path?: string;
  readonly dest?: string;
  readonly port?: number;
}

/**
 * Searches an error and its causes for a system error that the person can fix.
 * @returns undefined when there is none
 */
export function fromSystem(error: unknown): UserError | undefined {
  if (!(error instanceof Error)) return undefined;
  return (isSystemError(error) ? told(error) : undefined) ?? fromSystem(error.cause);
}

function isSystemError(error: Error): error is SystemError {
  return 'code' in error && typeof error.code === 'string';
}

function told({ code, syscall, path, dest, port, message }: SystemError): UserError | undefined {
  if (syscall === 'listen') {
    if (code === 'EADDRINUSE') return new UserError('port-taken', { port: String(port) });
    if (code === 'EACCES') return new UserError('port-not-allowed', { port: String(port) });
    return undefined;
  }
  if (!Object.hasOwn(ids, code)) return undefined;
  const id = ids[code as keyof typeof ids];
  switch (id) {
    case 'disk-full':
    case 'too-many-files':
    case 'no-memory':
    case 'disk-fault':
      return new UserError(id, { detail: message });
    case 'other-disk':
      return new UserError(id, { path: path ?? '…', to: dest ?? '…' });
    default:
      // Without a path, the message at least says which call failed.
      return new UserError(id, { path: dest ?? path ?? message });
  }
}

/** Converts any error into one that has a sentence. An unexpected error includes its stack trace. */
export function asUserError(error: unknown): UserError {
  if (isUserError(error)) return error;
  return (
    fromSystem(error) ??
    new UserError('unexpected', {
      detail: error instanceof Error ? (error.stack ?? String(error)) : String(error),
    })
  );
}
