// The door to every command. Plain JavaScript that the oldest Node can read, so that the wrong one can say what is wrong.
import { supported } from './node-version.mjs';

if (!supported(process.versions.node)) {
  console.error(
    `Jarshy needs Node 22.18 or newer, and this is ${process.version}: run "npm ci" again and let it run the install script of the package "node" (npm install-scripts approve node), or put a newer Node on your PATH.`,
  );
  process.exit(1);
}
const { run } = await import('./run.ts');
await run(process.argv.slice(2));
