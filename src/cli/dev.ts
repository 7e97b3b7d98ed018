import { createClock } from '#clock.ts';
import { startPreview } from '#publish/preview-server.ts';
import { Problems } from '#schema/problem.ts';
import type { Command } from './command.ts';
import { contentFolder, contentPrefix } from './folders.ts';
import { reportProblems } from './report.ts';

/** `npm run dev`: a live preview, drafts and held announcements shown and marked. */
export const dev: Command = {
  options: ['content', 'port'],
  async run(call) {
    const { values, say, locale } = call;
    const url = await startPreview({
      content: contentFolder(call),
      clock: () => createClock(),
      port: Number(values.port),
      onShown: () => console.log(say('reloaded')),
      onFault(error) {
        if (!(error instanceof Problems)) throw error;
        console.error(reportProblems(error.problems, { locale, prefix: contentPrefix }));
      },
    });
    console.log(`\n${say('developing', { url })}\n${say('stop-serving')}`);
  },
};
