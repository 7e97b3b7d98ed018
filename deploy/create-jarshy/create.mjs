#!/usr/bin/env node
// `npm create jarshy our-press` runs this, on whatever Node the machine has. Jarshy itself runs on the Node that comes along.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const { resolve } = createRequire(import.meta.url);
const folderOf = (name) => dirname(resolve(`${name}/package.json`));

const jarshy = join(folderOf('jarshy'), 'compiled/src/cli/jarshy.mjs');
const own = join(folderOf('node'), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const given = process.argv.slice(2);

/** @param {string} node the program to run Jarshy with */
function run(node) {
  const child = spawn(node, [jarshy, 'create', ...given], { stdio: 'inherit' });
  // Without its install script, which npm may not have run, the package "node" brings no program.
  child.once('error', (error) => (node === own ? run(process.execPath) : fail(error)));
  child.once('close', (status) => (process.exitCode = status ?? 1));
}

/** @param {Error} error */
function fail(error) {
  console.error(error.message);
  process.exitCode = 1;
}

run(own);
