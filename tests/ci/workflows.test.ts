import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { commandForms } from '#cli/command.ts';
import { dangersIn, readYaml, root, workflow, type Workflow } from './workflow.ts';

const folder = '.github/workflows';
const files = readdirSync(join(root, folder));
const read = (file: string) => workflow.parse(readYaml(`${folder}/${file}`));
const publish = read('publish.yml');

describe.each(files)('%s', (file) => {
  test('is written in the language of workflows', () =>
    expect(workflow.safeParse(readYaml(`${folder}/${file}`)).error?.issues ?? []).toEqual([]));
  test('gives nobody more rights than needed', () => expect(dangersIn(read(file))).toEqual([]));
  test('says the version of each pinned action', () => {
    for (const line of readFileSync(join(root, folder, file), 'utf8')
      .split('\n')
      .filter((each) => each.includes('uses:')))
      expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u);
  });
});

describe('publishing on GitHub', () => {
  test('the timer goes by the clock of Almaty', () =>
    expect(publish.on.schedule).toEqual([{ cron: '7,37 * * * *', timezone: 'Asia/Almaty' }]));
  test('what is under way is never cut off', () =>
    expect(publish.concurrency['cancel-in-progress']).toBe(false));
  test('every step after the question depends on the answer', () => {
    const { steps } = publish.jobs['build']!;
    const after = steps.slice(steps.findIndex(({ id }) => id === 'due') + 1);
    expect(after.length).toBeGreaterThan(3);
    expect(after.filter((step) => step.if !== "steps.due.outputs.due == 'yes'")).toEqual([]);
    expect(publish.jobs['deploy']!.if).toBe("needs.build.outputs.due == 'yes'");
  });
  test('a cache of another program is only a help, never the answer', () => {
    const caches = Object.values(publish.jobs)
      .flatMap(({ steps }) => steps)
      .filter(({ uses }) => uses?.startsWith('actions/cache'));
    for (const { with: inputs } of caches)
      expect(String(inputs!['key'])).toMatch(/github\.run_id|hashFiles\('package-lock\.json'\)/u);
  });
  test('what reads the public address comes after the deployment', () => {
    expect(publish.jobs['notify']!.needs).toBe('deploy');
    expect(publish.jobs['deploy']!.needs).toBe('build');
  });
});

/** The line of a script, run with an `npm` that answers as `due` would; what is asked of it lands in `npm.log`. */
const work = mkdtempSync(join(tmpdir(), 'jarshy-ci-'));
afterAll(() => rmSync(work, { recursive: true }));
let count = 0;
function decide(
  script: string,
  { event, commit, due }: { event: string; commit?: string; due: number },
) {
  const place = join(work, String(++count));
  mkdirSync(join(place, 'bin'), { recursive: true });
  writeFileSync(join(place, 'bin/npm'), `#!/bin/sh\necho "$@" >> npm.log\nexit ${due}\n`, {
    mode: 0o755,
  });
  writeFileSync(join(place, 'output'), '');
  writeFileSync(join(place, 'npm.log'), '');
  if (commit !== undefined) {
    mkdirSync(join(place, '.released'));
    writeFileSync(join(place, '.released/commit'), `${commit}\n`);
  }
  const env = {
    PATH: `${join(place, 'bin')}:${process.env.PATH}`,
    GITHUB_EVENT_NAME: event,
    GITHUB_SHA: 'abc',
    GITHUB_OUTPUT: 'output',
    CI_PIPELINE_SOURCE: event,
    CI_COMMIT_SHA: 'abc',
  };
  let status = 0;
  try {
    // As GitHub and GitLab run it: a command that fails ends the script.
    execFileSync('bash', ['-e', '-o', 'pipefail', '-c', script], {
      cwd: place,
      env,
      stdio: 'pipe',
    });
  } catch (error) {
    status = (error as { status: number }).status;
  }
  return {
    status,
    output: readFileSync(join(place, 'output'), 'utf8').trim(),
    asked: readFileSync(join(place, 'npm.log'), 'utf8').trim(),
  };
}

describe('a timer skips a build only when nothing can be due', () => {
  const onGitHub = publish.jobs['build']!.steps.find(({ id }) => id === 'due')!.run!;
  const gitlab = readYaml('.gitlab-ci.yml') as {
    pages: { script: string[]; allow_failure: { exit_codes: number[] } };
  };
  const onGitLab = gitlab.pages.script.find((line) => line.includes('due'))!;

  test.each([
    ['nothing is due', { event: 'schedule', commit: 'abc', due: 3 }, false],
    ['something is due', { event: 'schedule', commit: 'abc', due: 0 }, true],
    ['the question fails', { event: 'schedule', commit: 'abc', due: 1 }, true],
    ['the question is killed', { event: 'schedule', commit: 'abc', due: 137 }, true],
    ['another commit was built last', { event: 'schedule', commit: 'def', due: 3 }, true],
    ['nothing is remembered', { event: 'schedule', due: 3 }, true],
    ['a push', { event: 'push', commit: 'abc', due: 3 }, true],
    ['by hand', { event: 'workflow_dispatch', commit: 'abc', due: 3 }, true],
  ])('%s', (_, given, builds) => {
    expect(decide(onGitHub, given)).toMatchObject({
      status: 0,
      output: `due=${builds ? 'yes' : 'no'}`,
    });
    expect(decide(onGitLab, given).status).toBe(builds ? 0 : 3);
  });
  test('the state is asked, not the files: a clone has only new ones', () => {
    for (const script of [onGitHub, onGitLab])
      expect(decide(script, { event: 'schedule', commit: 'abc', due: 3 }).asked).toBe(
        'run due -- --state .released/state',
      );
  });
  test('to skip is no failure', () => expect(gitlab.pages.allow_failure.exit_codes).toEqual([3]));
});

test.each([...files.map((file) => `${folder}/${file}`), '.gitlab-ci.yml'])(
  '%s calls commands that exist',
  (path) => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const called = [
      ...readFileSync(join(root, path), 'utf8').matchAll(/^[^#]*npm run (?<name>[a-z:]+)/gmu),
    ].map(({ groups }) => groups!['name']!);
    expect(called.length).toBeGreaterThan(0);
    expect(called.filter((name) => !scripts[name] && !(name in commandForms))).toEqual([]);
  },
);

describe('.gitlab-ci.yml', () => {
  interface Job {
    readonly stage: string;
    readonly cache?: ReadonlyArray<{ readonly key: unknown; readonly paths: readonly string[] }>;
  }
  const file = readYaml('.gitlab-ci.yml') as {
    stages: string[];
    default: { image: string };
    test: Job;
  };
  const jobs = Object.entries(file as unknown as Record<string, Job>).filter(
    ([name]) =>
      !name.startsWith('.') && !['stages', 'workflow', 'default', 'variables'].includes(name),
  );
  test('every job has a stage', () => {
    expect(jobs.map(([name]) => name)).toEqual(['test', 'pages', 'notify']);
    expect(jobs.filter(([, { stage }]) => !file.stages.includes(stage))).toEqual([]);
  });
  test('the image is a version, the same Node as in package.json', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: { node: string };
    };
    expect(file.default.image).toBe(`node:${dependencies.node}-bookworm`);
  });
  test('a cache of packages is known by the lock file', () =>
    expect(file.test.cache).toEqual([
      { key: { prefix: 'npm', files: ['package-lock.json'] }, paths: ['.npm/'] },
    ]));
});

describe('each danger, made on purpose', () => {
  const sound: Workflow = workflow.parse({
    name: 'x',
    on: { pull_request: null },
    permissions: {},
    concurrency: { group: 'x', 'cancel-in-progress': false },
    jobs: { a: { 'runs-on': 'ubuntu-24.04', 'timeout-minutes': 1, steps: [{ run: 'true' }] } },
  });
  const withJob = (part: Partial<Workflow['jobs'][string]>): Workflow => ({
    ...sound,
    jobs: { a: { ...sound.jobs['a']!, ...part } },
  });
  test('none', () => expect(dangersIn(sound)).toEqual([]));
  test.each<[string, Workflow, string]>([
    ['rights for all', { ...sound, permissions: { pages: 'write' } }, 'every job may write pages'],
    [
      'a stranger',
      withJob({ permissions: { contents: 'write' } }),
      "a: a stranger's change may write",
    ],
    [
      'commands that may write',
      { ...withJob({ permissions: { pages: 'write' } }), on: {} },
      'a: runs commands with the right to write',
    ],
    [
      'a tag',
      withJob({ steps: [{ uses: 'actions/cache@v6' }] }),
      'a: actions/cache@v6 is not pinned to a commit',
    ],
    [
      'a branch',
      withJob({ steps: [{ uses: 'actions/cache@latest' }] }),
      'a: actions/cache@latest is not pinned to a commit',
    ],
    [
      'a token left behind',
      withJob({ steps: [{ uses: `actions/checkout@${'a'.repeat(40)}` }] }),
      'a: checkout leaves its token behind',
    ],
    [
      'a title in a script',
      withJob({ steps: [{ run: 'echo ${{ github.event.pull_request.title }}' }] }),
      'a: an expression inside a script: echo ${{ github.event.pull_request.title }}',
    ],
  ])('%s', (_, broken, danger) => expect(dangersIn(broken)).toContain(danger));
  test.each([
    ['a misspelled permission', { permissions: { page: 'read' } }],
    [
      'a time zone that does not exist',
      { on: { schedule: [{ cron: '7 * * * *', timezone: 'Asia/Alma-Ata' }] } },
    ],
    [
      'a runner that changes under us',
      {
        jobs: { a: { 'runs-on': 'ubuntu-latest', 'timeout-minutes': 1, steps: [{ run: 'true' }] } },
      },
    ],
    [
      'a misspelled key',
      {
        jobs: {
          a: {
            'runs-on': 'ubuntu-24.04',
            'timeout-minutes': 1,
            steps: [{ run: 'true', iff: 'x' }],
          },
        },
      },
    ],
  ])('%s is no workflow', (_, part) =>
    expect(workflow.safeParse({ ...sound, ...part }).success).toBe(false),
  );
});
