import { spawn } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { mailSender } from '#deliver/post/mail.ts';
import { freePort, isListening } from './server.ts';

const channel = {
  name: 'journalists',
  language: 'ru',
  from: 'press@example.org',
  list: 'list.txt',
  server: 'SMTP_URL',
};
const message = {
  text: '2026/road-week/ru',
  language: 'ru',
  title: 'Неделя дорог',
  summary: 'Кратко.',
  url: 'https://press.example.org/ru/news/2026/road-week/',
  appeared: '2026-01-22T00:00:00+05:00',
};

/** Debian's aiosmtpd, which prints what it gets. */
async function mailServer(): Promise<{ url: string; said: () => string }> {
  const port = await freePort();
  const server = spawn('python3', ['-u', '-m', 'aiosmtpd', '-n', '-l', `127.0.0.1:${port}`], {
    env: { ...process.env, PATH: `/usr/bin:${process.env.PATH ?? ''}` },
  });
  onTestFinished(() => void server.kill());
  let said = '';
  server.stdout.on('data', (part: Buffer) => (said += part.toString()));
  server.stderr.on('data', (part: Buffer) => (said += part.toString()));
  // Only connected to: a message to nobody would be printed, too.
  await expect.poll(() => isListening(port)).toBe(true);
  return { url: `smtp://127.0.0.1:${port}`, said: () => said };
}

test('a mail goes to the whole list once, and no reader sees the others', async () => {
  const { url, said } = await mailServer();
  const addresses = ['a@example.org', 'b@example.org'];
  expect(await mailSender(channel, { server: url, addresses })(message)).toEqual({ state: 'sent' });
  await expect.poll(said).toContain('END MESSAGE');
  expect(said().match(/END MESSAGE/gu)).toHaveLength(1);
  expect(said()).toContain('Message-ID: <2026.road-week.ru@press.example.org>');
  expect(said()).not.toMatch(/^(?:To|Cc|Bcc):.*[ab]@example\.org/mu);
});

test('a server that is not there has not taken it', async () => {
  const server = `smtp://127.0.0.1:${await freePort()}`;
  expect(
    await mailSender(channel, { server, addresses: ['a@example.org'] })(message),
  ).toMatchObject({ state: 'refused' });
});
