import { type ErrorId, isUserError, UserError } from './user-error.ts';

/** What people are told of an error of the operating system, by its code (`errno(3)`). Others are a mistake of ours. */
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

/** The fields of Node's errors of the system; `path` is missing where only an open file was used. */
interface SystemError extends Error {
  readonly code: string;
  readonly syscall?: string;
  readonly path?: string;
  readonly dest?: string;
  readonly port?: number;
}

/** Finds in an error, or in what caused it, something that the person can put right; undefined where there is nothing of the kind. */
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
      // The message of an error without a path says at least what was being done.
      return new UserError(id, { path: dest ?? path ?? message });
  }
}

/** Whatever went wrong, as something that has a sentence. What nobody foresaw comes with its stack trace. */
export function asUserError(error: unknown): UserError {
  if (isUserError(error)) return error;
  return (
    fromSystem(error) ??
    new UserError('unexpected', {
      detail: error instanceof Error ? (error.stack ?? String(error)) : String(error),
    })
  );
}
