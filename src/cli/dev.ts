import { createClock } from '#clock.ts';
import { startPreview } from '#publish/preview-server.ts';
import { Problems } from '#schema/problem.ts';
import type { Run } from './command.ts';
import { contentFolder, contentPrefix } from './folders.ts';
import { portOf } from './port.ts';
import { reportProblems } from './report.ts';

/** `npm run dev`: a live preview, drafts and held announcements shown and marked. */
export const dev: Run = async (call) => {
  const { say, locale } = call;
  const url = await startPreview({
    content: contentFolder(call),
    clock: () => createClock(),
    port: portOf(call),
    onShown: () => console.log(say('reloaded')),
    onFault(error) {
      if (!(error instanceof Problems)) throw error;
      console.error(reportProblems(error.problems, { locale, prefix: contentPrefix }));
    },
  });
  console.log(`\n${say('developing', { url })}\n${say('stop-serving')}`);
};
