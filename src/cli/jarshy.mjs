#!/usr/bin/env node
// The door to every command. Plain JavaScript that the oldest Node can read, so that the wrong one can say what is wrong.
// As a whole: an old Node, which has less in it, must come as far as being told.
import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { siteFolder } from '#cache/site-folder.mjs';
import { supported } from './node-version.mjs';

if (!supported(process.versions.node)) {
  console.error(
    `Jarshy needs Node 22.18 or newer, and this is ${process.version}: run "npm ci" again and let it run the install script of the package "node" (npm install-scripts approve node), add one to your folder (npm install --save-exact node@24), or put a newer Node on your PATH.`,
  );
  process.exit(1);
}
// The modules are read as TypeScript: what Node makes of them is kept, which halves the time until a command begins.
nodeModule.enableCompileCache(join(siteFolder, '.cache/compiled'));
const { run } = await import('./run.ts');
await run(process.argv.slice(2));
