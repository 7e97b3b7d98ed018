import { type Served, serveFolder } from '#publish/static-server.ts';
import { buildFor } from './build.ts';
import { Refusal, type Run } from './command.ts';
import { portOf } from './port.ts';

/** `npm start`: builds the site and serves it on this machine with its real headers. */
export const start: Run = async (call) => {
  const { say } = call;
  const port = portOf(call);
  const { out, report } = await buildFor(call);
  const served = await serve(out, report.base, port);
  console.log(`\n${say('serving', { url: served.url })}\n${say('stop-serving')}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void served.close());
};

async function serve(folder: string, base: string, port: number): Promise<Served> {
  try {
    return await serveFolder({ folder, base, port });
  } catch (error) {
    if (((error as Error).cause as NodeJS.ErrnoException | undefined)?.code === 'EADDRINUSE') throw new Refusal('port-taken', { port: String(port) });
    throw error;
  }
}
