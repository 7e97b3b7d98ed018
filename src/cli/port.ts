import { type Call, Refusal } from './command.ts';

/** The port to serve at; 0 lets the system choose.
 * @throws {Refusal} when `--port` is none */
export function portOf({ values }: Call): number {
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Refusal('bad-port', { value: values.port! });
  return port;
}
