import { buildFor } from './build.ts';
import { type Command, Refusal } from './command.ts';
import { type Served, serveFolder } from '#publish/static-server.ts';

/** `npm start`: builds the site and serves it on this machine with its real headers. */
export const start: Command = {
  options: ['content', 'out', 'now', 'preview', 'port'],
  async run(call) {
    const { values, say } = call;
    const port = portOf(values.port!);
    const { out, report } = await buildFor(call);
    const served = await serve(out, report.base, port);
    console.log(`\n${say('serving', { url: served.url })}\n${say('stop-serving')}`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void served.close());
  },
};

function portOf(written: string): number {
  const port = Number(written);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Refusal('bad-option', { detail: `--port ${written}` });
  return port;
}

async function serve(folder: string, base: string, port: number): Promise<Served> {
  try {
    return await serveFolder({ folder, base, port });
  } catch (error) {
    if (((error as Error).cause as NodeJS.ErrnoException | undefined)?.code === 'EADDRINUSE') throw new Refusal('port-taken', { port: String(port) });
    throw error;
  }
}
