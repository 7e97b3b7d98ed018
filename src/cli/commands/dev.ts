import { createClock } from '#clock.ts';
import { startDevServer } from '#serve/dev-server.ts';
import type { Run } from '#cli/command.ts';
import { contentFolder } from '#cli/folders.ts';
import { portOf } from '#cli/port.ts';
import { devReports } from '#cli/terminal/dev-report.ts';
import { print } from '#cli/terminal/print.ts';

/** `npm run dev`: a live preview that shows and marks drafts and held announcements. */
export const dev: Run<'dev'> = async (call) => {
  const { say } = call;
  const url = await startDevServer({
    content: contentFolder(call),
    clock: () => createClock(),
    port: portOf(call),
    onShown: () => print(say('reloaded')),
    ...devReports(call),
  });
  print(`\n${say('developing', { url })}\n${say('stop-serving')}`);
};
