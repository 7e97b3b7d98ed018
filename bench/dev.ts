// Measures how soon a saved change appears on the page when `npm run dev` serves a large site.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClock } from '#clock.ts';
import { startDevServer } from '#serve/dev-server.ts';
import { daysAfter, factsOf, newestDay } from './facts.ts';
import { generateContent } from './generate.ts';

const announcements = Number(process.argv[2]);
if (process.argv.length !== 3 || !Number.isInteger(announcements) || announcements < 1) {
  console.error('Usage: npm run bench:dev -- N');
  process.exit(2);
}

const changes = 8;
const content = mkdtempSync(join(tmpdir(), 'jarshy-dev-'));
const id = factsOf(Math.floor(announcements / 2), 1).id;
const file = join(content, 'announcements', id, 'index.ru.md');
let shown: () => void = () => {};
const fail = (error: unknown) => {
  throw error;
};
try {
  await generateContent({ dir: content, announcements });
  const started = performance.now();
  const address = await startDevServer({
    content,
    clock: () => createClock(new Date(daysAfter(newestDay, 1))),
    port: 0,
    onShown: () => shown(),
    onUnfinished: () => {},
    onFault: fail,
  });
  const page = `${address}ru/news/${id}/`;
  await (await fetch(page)).text();
  console.log(`${announcements} announcements: the first page after ${seconds(started)}`);
  for (let change = 1; change <= changes; change++) {
    const sentence = `Изменение номер ${change}.`;
    const ready = new Promise<void>((resolve) => (shown = resolve));
    const saved = performance.now();
    writeFileSync(file, `${readFileSync(file, 'utf8')}\n${sentence}\n`);
    await ready;
    const followed = seconds(saved);
    // The browser reloads the page when the server tells it to; this does the same.
    const text = await (await fetch(page)).text();
    console.log(
      `${text.includes(sentence) ? 'shown' : 'NOT SHOWN'} after ${seconds(saved)}, of it ${followed} until the browser is told`,
    );
  }
} finally {
  rmSync(content, { recursive: true, force: true });
}
process.exit();

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(2)} s`;
}
