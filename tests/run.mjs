// What `npm test` does: format, lint and types, then every test, and at the end one line that people and machines can read.
// `npm run test:system` does the same with the tests that need programs of the system.
// Plain JavaScript that the oldest Node can read, so that the wrong one can say what is wrong.
import { spawnSync } from 'node:child_process';
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

/** Runs a program of node_modules to its end, for all to see. */
function run(program, args) {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  return (
    spawnSync(process.execPath, [join(root, 'node_modules', program), ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    }).status === 0
  );
}

/** @param projects those of `vitest.config.ts`
 * @returns how many tests passed and failed; a file or a run that broke before it could count is one failed */
function runVitest(...projects) {
  const folder = mkdtempSync(join(tmpdir(), 'jarshy-tests-'));
  const report = join(folder, 'report.json');
  // One `test.only` left behind would pass for the whole.
  const succeeded = run('vitest/vitest.mjs', [
    'run',
    '--allowOnly=false',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...projects.map((name) => `--project=${name}`),
  ]);
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

function testProgram() {
  const sound = [
    run('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']),
    run('eslint/bin/eslint.js', ['.']),
    run('astro/bin/astro.mjs', ['check']),
  ];
  const { passed, failed } = runVitest('units', 'sites', 'building');
  const faults = sound.filter((each) => !each).length;
  // A run in which no test was executed must not look as if some had passed.
  return { passed: passed > 0 ? passed + sound.length - faults : 0, failed: failed + faults };
}

function testSystem() {
  installPrograms();
  return runVitest('system');
}

const { passed, failed } = process.argv[2] === 'system' ? testSystem() : testProgram();

// No test at all is no success either.
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed`);
