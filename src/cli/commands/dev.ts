import { createClock } from '#clock.ts';
import { startPreview } from '#serve/dev-server.ts';
import type { Run } from '#cli/command.ts';
import { contentFolder } from '#cli/folders.ts';
import { portOf } from '#cli/port.ts';
import { previewReports } from '#cli/terminal/dev-report.ts';
import { tell } from '#cli/terminal/print.ts';

/** `npm run dev`: a live preview, drafts and held announcements shown and marked. */
export const dev: Run = async (call) => {
  const { say } = call;
  const url = await startPreview({
    content: contentFolder(call),
    clock: () => createClock(),
    port: portOf(call),
    onShown: () => tell(say('reloaded')),
    ...previewReports(call),
  });
  tell(`\n${say('developing', { url })}\n${say('stop-serving')}`);
};
