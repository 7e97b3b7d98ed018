import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fieldVoice } from '#cli/commands/desk.ts';
import { cmsConfig } from '#desk/cms-config.ts';
import { readBackend, writeHosted } from '#desk/hosted.ts';
import { sayIn } from '#messages/messages.ts';
import { modelOf, settings } from '../site/content.ts';

const voice = fieldVoice({ say: sayIn('ru'), locale: 'ru' });
const reviewed = () =>
  modelOf({ 'site.yaml': [...settings, 'approval: required'].join('\n') }, { showHeld: true });

test.each([
  ['gitlab:https://git.example.org/office/press', 'https://git.example.org'],
  ['gitlab:office/press', 'https://gitlab.com'],
  ['github:office/press', 'https://api.github.com'],
])('the editor of %s speaks with its own server only', (written, server) => {
  const out = mkdtempSync(join(tmpdir(), 'jarshy-hosted-'));
  onTestFinished(() => rmSync(out, { recursive: true }));
  writeHosted(modelOf({}), {
    ...{ out, folder: 'content', backend: readBackend(written)!, voice },
    ...{ locale: 'ru', title: 'Стол', addElsewhere: '' },
  });
  const policy = /http-equiv="Content-Security-Policy" content="(?<policy>[^"]+)"/iu.exec(
    readFileSync(join(out, 'index.html'), 'utf8'),
  )!.groups!.policy!;
  expect(policy).toContain(server);
  const hosts = [...policy.matchAll(/https:\/\/[\w.-]+/gu)].map(([host]) => host);
  const [, name] = /\.?(?<name>\w+)\.\w+$/u.exec(server)!;
  expect(hosts.filter((host) => !host.includes(name!))).toEqual([]);
});

test('where a second person approves, texts go through the review of the service', () => {
  const config = (written: string) =>
    cmsConfig(reviewed(), { folder: 'content', backend: readBackend(written)!, voice });
  for (const written of ['gitlab:office/press', 'github:office/press'])
    expect(config(written)).toMatchObject({
      publish_mode: 'editorial_workflow',
      collections: [{ publish: false }],
    });
  expect(config('gitea:https://git.example.org/office/press')).not.toHaveProperty('publish_mode');
  expect(cmsConfig(modelOf({}), { folder: 'content', voice })).not.toHaveProperty('publish_mode');
});

test('no photographs of strangers are offered', () =>
  expect(cmsConfig(modelOf({}), { folder: 'content', voice }).media_libraries).toMatchObject({
    stock_assets: false,
  }));
