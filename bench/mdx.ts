/**
 * Measures what MDX texts cost: the start of the worker that renders them, and each new text.
 *
 *     npm run bench:mdx [-- <texts>]
 *
 * Reports CPU seconds of the whole process. Nothing comes from the cache, because each run has its own texts.
 */
import { createMdxRenderer } from '#mdx/renderer.ts';
import { builtInStrings } from '#lang/built-in.ts';
import { createStrings } from '#lang/strings.ts';
import type { Dictionary } from '#lang/dictionary.ts';
import { createRandom } from './random.ts';

const count = Number(process.argv[2] ?? 50);
const strings = createStrings('ru', builtInStrings('ru') as Dictionary);
const random = createRandom(String(process.pid));

/** A text of about nine kilobytes, like the example's how-to. */
function text(number: number): string {
  const word = () => random.pick(['дорога', 'ремонт', 'автобус', 'улица', 'город', 'движение']);
  const paragraph = () => Array.from({ length: 60 }, word).join(' ');
  return [
    `## ${word()} ${number}`,
    ...Array.from({ length: 8 }, paragraph),
    `<Notice kind="warning">\n\n**${word()}** ${paragraph()}\n\n</Notice>`,
    `<Quote by="${word()}">\n\n${paragraph()}\n\n</Quote>`,
  ].join('\n\n');
}

const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

const renderer = createMdxRenderer({ own: [] }, { key: `bench ${process.pid}` });
const before = cpu();
await renderer.render(text(0), strings);
const started = cpu();
for (let number = 1; number <= count; number++) await renderer.render(text(number), strings);
const rendered = cpu();
await renderer.stop();
console.log(`start, with the first text: ${(started - before).toFixed(2)} s of CPU`);
console.log(`each further text: ${(((rendered - started) / count) * 1000).toFixed(1)} ms of CPU`);
