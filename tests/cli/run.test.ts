import { commandForms } from '#cli/command.ts';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { run } from '../sites/command.ts';

const program = fileURLToPath(new URL('../../src/cli/jarshy.mjs', import.meta.url));
/** Prints what is loaded, a line each. */
const spy = `data:text/javascript,${encodeURIComponent("import { registerHooks } from 'node:module'; registerHooks({ resolve: (name, context, next) => (console.log(`loads ${name}`), next(name, context)) });")}`;

test('help loads none of the work', () => {
  const loaded = execFileSync(process.execPath, ['--import', spy, program, 'build', '--help'], {
    encoding: 'utf8',
  }).match(/^loads .*$/gmu)!;
  expect(loaded).toContain('loads ./help.ts');
  expect(loaded.filter((line) => /astro|sharp|zod|satteri|temporal|build\.ts/u.test(line))).toEqual(
    [],
  );
});

test('without a command, or with a mistyped one, all are named', async () => {
  const overview = await run(['--help']);
  expect([overview.status, overview.stderr]).toEqual([0, '']);
  expect(overview.stdout).toMatch(/^ {2}build {2}/mu);
  const mistyped = await run(['biuld']);
  expect([mistyped.status, mistyped.stdout]).toEqual([1, '']);
  expect(mistyped.stderr).toContain(
    `There is no command “biuld”. These there are: ${Object.keys(commandForms).join(', ')}`,
  );
});

describe('for a program', () => {
  test('a refusal is JSON too', async () => {
    const { status, stdout, stderr } = await run(['build', '--json', '--content']);
    expect([status, stderr]).toEqual([1, '']);
    expect(JSON.parse(stdout)).toEqual({
      refusal: 'The option “--content” needs a value after it.',
    });
  });
});

describe('slips are answered with what was meant', () => {
  test.each([
    [['publsh'], /Did you mean “publish”\?/u],
    [['pubIish'], /Did you mean “publish”\?/u],
    [['build', '--contnt', 'x'], /Did you mean “--content”\?/u],
    [['status', '--lang', 'xx'], /do not speak “xx”.*kk, ru, en/u],
    [['status', '--lang=deutsch'], /do not speak “deutsch”/u],
  ])('%j', async (written, sentence) => {
    const { status, stderr } = await run(written);
    expect([status, stderr]).toEqual([1, expect.stringMatching(sentence)]);
  });
});
