import { serveFolder } from '#serve/static-server.ts';
import { buildFor } from './build.ts';
import { type Run } from '#cli/command.ts';
import { portOf } from '#cli/port.ts';
import { print } from '#cli/terminal/print.ts';

/** `npm start`: builds the site and serves it on this machine with its real headers. */
export const start: Run<'start'> = async (call) => {
  const { say } = call;
  const port = portOf(call);
  const { out, report } = await buildFor(call);
  const served = await serveFolder({
    ...report.rules,
    folder: out,
    port,
    isPreview: call.values.preview,
  });
  print(`\n${say('serving', { url: served.url })}\n${say('stop-serving')}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void served.close());
};
