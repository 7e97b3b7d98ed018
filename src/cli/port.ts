import { type Call } from './command.ts';
import { UserError } from '#messages/user-error.ts';

/**
 * The port to serve at. 0 lets the system choose.
 * @throws {UserError} if `--port` is not a port number
 */
export function portOf({ values }: Call): number {
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UserError('bad-port', { value: values.port });
  return port;
}
