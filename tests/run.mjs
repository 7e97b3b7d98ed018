// What `npm test` does: every test, and beside them format, lint and types, whose words come after those of the tests. At the
// end one line that people and machines can read.
// `npm run test:system` does the same with the tests that need programs of the system.
// Plain JavaScript that the oldest Node can read, so that the wrong one can say what is wrong.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { supported } from '../src/cli/node-version.mjs';
import { installPrograms } from './system/install.mjs';

if (!supported(process.versions.node)) {
  console.error(
    `The tests need Node 22.18 or newer, and this is ${process.version}: run them with "npm test" after "npm ci", which brings a Node of its own.`,
  );
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * Runs a program of node_modules to its end.
 * @param output `inherit`: what it says is seen at once; `pipe`: it is kept
 * @returns whether it succeeded, and what it said
 */
function run(program, args, output) {
  const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', output, output],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => (said += text));
  return new Promise((ended, failed) => {
    child.once('error', failed);
    child.once('close', (status) => ended({ succeeded: status === 0, said }));
  });
}

/** @param projects those of `vitest.config.ts`
 * @returns how many tests passed and failed; a file or a run that broke before it could count is one failed */
async function runVitest(...projects) {
  const folder = mkdtempSync(join(tmpdir(), 'jarshy-tests-'));
  const report = join(folder, 'report.json');
  // One `test.only` left behind would pass for the whole.
  const { succeeded } = await run(
    'vitest/vitest.mjs',
    [
      'run',
      '--allowOnly=false',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...projects.map((name) => `--project=${name}`),
    ],
    'inherit',
  );
  const { passed, failed } = counts(report);
  rmSync(folder, { recursive: true });
  return { passed, failed: succeeded ? failed : Math.max(1, failed) };
}

function counts(report) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
    );
    return { passed: numPassedTests, failed: numFailedTests + broken.length };
  } catch {
    return { passed: 0, failed: 1 }; // No report: Vitest did not get that far.
  }
}

/** What finds faults without running anything, in the order in which it is run. */
const inspections = [
  ['types', 'astro/bin/astro.mjs', ['check']],
  ['format', 'prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']],
  ['lint', 'eslint/bin/eslint.js', ['.']],
];

/** One after the other: each takes a core and up to a gigabyte. */
async function inspect() {
  const found = [];
  for (const [name, program, args] of inspections)
    found.push({ name, ...(await run(program, args, 'pipe')) });
  return found;
}

async function testProgram() {
  // Side by side: while the sites of the tests are built, most cores have nothing to do.
  const [inspected, { passed, failed }] = await Promise.all([
    inspect(),
    runVitest('units', 'units-apart', 'sites'),
  ]);
  for (const { name, succeeded, said } of inspected)
    console.log(`\n${succeeded ? '✓' : '✗'} ${name}\n${said.trim()}`.trimEnd());
  const faults = inspected.filter(({ succeeded }) => !succeeded).length;
  // A run in which no test was executed must not look as if some had passed.
  return { passed: passed > 0 ? passed + inspected.length - faults : 0, failed: failed + faults };
}

async function testSystem() {
  installPrograms();
  return runVitest('system');
}

const { passed, failed } = await (process.argv[2] === 'system' ? testSystem() : testProgram());

// No test at all is no success either.
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed`);
