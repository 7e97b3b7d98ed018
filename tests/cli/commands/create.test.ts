import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commandForms } from '#cli/command.ts';
import { readBasics } from '#site/read-basics.ts';
import { give } from '../in-process.ts';

let desk: string;
beforeEach(() => void (desk = mkdtempSync(join(tmpdir(), 'jarshy-create-'))));
afterEach(() => rmSync(desk, { recursive: true }));

const told = ['--name', 'Баспасөз', '--url', 'https://press.example.org/', '--skip-install'];
const create = (folder: string, ...more: string[]) =>
  give(desk, 'create', folder, ...told, '--json', ...more);
const read = (path: string) => readFileSync(join(desk, path), 'utf8');

test('a repository with content, commands, pipelines and a lock file', async () => {
  const { status } = await create(
    'our-press',
    '--topics',
    'Жол, Көші-қон',
    '--divisions',
    'Полиция',
  );
  expect(status).toBe(0);
  const { scripts, dependencies, overrides } = JSON.parse(read('our-press/package.json')) as {
    scripts: Record<string, string>;
    dependencies: Record<string, string>;
    overrides: Record<string, string>;
  };
  expect(scripts.start).toBe('jarshy start');
  expect(scripts.test).toMatch(/^jarshy build /u);
  for (const command of Object.values(scripts))
    expect(commandForms).toHaveProperty(command.split(' ')[1]!);
  const program = JSON.parse(readFileSync('package.json', 'utf8')) as {
    version: string;
    dependencies: { node: string };
    overrides: Record<string, string>;
  };
  // npm counts those of the outermost package only, and refuses a lock file that was made with others.
  expect(overrides).toEqual(program.overrides);
  expect(dependencies).toEqual({ jarshy: program.version, node: program.dependencies.node });
  const { registry, site } = readBasics(join(desk, 'our-press/content'));
  expect(site.locales).toEqual(['kk', 'ru']);
  expect([...registry.topics.keys()]).toEqual(['zhol', 'koshi-qon']);
  expect([...registry.divisions.keys()]).toEqual(['politsiia']);
  expect(read('our-press/README.md')).toMatch(/^# Баспасөз\n[^]*npm ci && npm test/u);
  expect(read('our-press/.gitignore')).toMatch(/^node_modules\/$/mu);
  const lock = JSON.parse(read('our-press/package-lock.json')) as { packages: object };
  expect(lock.packages).toHaveProperty('node_modules/astro');
  expect(lock.packages).not.toHaveProperty('node_modules/vitest');
});

test('the pipelines call those of this repository, in its version', async () => {
  await create('our-press', '--time-zone', 'Asia/Aqtau');
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const github = parse(read('our-press/.github/workflows/publish.yml')) as {
    on: { schedule: [{ timezone: string }] };
    jobs: { site: { uses: string } };
  };
  expect(github.jobs.site.uses).toBe(`OWNER/jarshy/.github/workflows/publish.yml@v${version}`);
  expect(github.on.schedule[0].timezone).toBe('Asia/Aqtau');
  const called = parse(readFileSync('.github/workflows/publish.yml', 'utf8')) as {
    on: Record<string, { inputs: object }>;
  };
  expect(Object.keys(called.on.workflow_call!.inputs)).toEqual(['first']);
  expect(parse(read('our-press/.gitlab-ci.yml'))).toMatchObject({
    include: [{ ref: `v${version}`, file: '/.gitlab-ci.yml' }],
  });
  expect(JSON.parse(read('our-press/renovate.json'))).toMatchObject({ timezone: 'Asia/Aqtau' });
});

test('a fresh clone of an empty repository will do; what its host has put there is kept', async () => {
  const clone = join(desk, 'clone');
  execFileSync('git', ['init', '-q', clone]);
  writeFileSync(join(clone, 'README.md'), '# Mine\n');
  writeFileSync(join(clone, '.gitignore'), '*.bak\nnode_modules/\n');
  const { said } = await create('clone');
  expect((JSON.parse(said) as { kept: string[] }).kept).toEqual(['README.md']);
  expect(read('clone/README.md')).toBe('# Mine\n');
  expect(read('clone/.gitignore').match(/node_modules/gu)).toHaveLength(1);
  expect(read('clone/.gitignore')).toMatch(/^\*\.bak$[^]*^\.cache\/$/mu);
});

test('a folder with anything else is left alone', async () => {
  mkdirSync(join(desk, 'taken'));
  writeFileSync(join(desk, 'taken/letter.txt'), '');
  expect(await create('taken')).toMatchObject({ status: 1 });
  expect(readdirSync(join(desk, 'taken'))).toEqual(['letter.txt']);
});
