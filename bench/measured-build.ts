// The process that `measure.ts` samples: one build, as `npm run build` does it, and its report.
import { createClock } from '#clock.ts';
import { buildInPlace } from '#build/build-in-place.ts';
import { type Answer, moment, type Task } from './measure.ts';

const { content, out, now } = JSON.parse(process.argv[2]!) as Task;
const began = moment();
const { announcements, texts, pictures, parts } = await buildInPlace({
  content,
  out,
  clock: createClock(new Date(now)),
});
const answer: Answer = { began, report: { announcements, texts, pictures, parts } };
process.send!(answer);
process.disconnect();
