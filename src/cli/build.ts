import { resolve } from 'node:path';
import { createClock } from '#clock.ts';
import { buildSite } from '#publish/build.ts';
const t=performance.now();
try {
const r = await buildSite({ content: resolve(process.argv[2]??'content'), out: resolve(process.argv[3]??'dist'), clock: createClock() });
console.log(r, performance.now()-t);
} catch (e:any) { console.log(e.problems ?? e); process.exit(1) }
