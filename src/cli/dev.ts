import { createClock } from '#clock.ts';
import { startPreview } from '#publish/preview-server.ts';
import type { Run } from './command.ts';
import { contentFolder } from './folders.ts';
import { portOf } from './port.ts';
import { previewReports } from './preview-reports.ts';
import { tell } from './tell.ts';

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
