import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { createClock } from '#clock.ts';
import { fieldVoice } from '#cli/commands/desk.ts';
import { askBeforePublication } from '#build/check-content.ts';
import { openDesk } from '#desk/desk-server.ts';
import { interfaceStrings, invitationFor, sayIn } from '#messages/messages.ts';
import type { EditorLocale } from '#schema/wording.ts';
import { approvalOf } from '#site/approval.ts';
import { readSite } from '#site/read-site.ts';
import { markdown, settings, week } from '../site/content.ts';
import { type Clone, openSharedOffice } from './office.ts';

const ru = `${week}/index.ru.md`;
const kk = `${week}/index.kk.md`;

/** The desk of a person, as a browser uses it. */
async function sitDown({ content }: Clone, locale: EditorLocale) {
  const say = sayIn(locale);
  // Each visit is later than the one before, so that the desk asks the server again.
  let minute = 0;
  const clock = () =>
    createClock(new Date(Date.parse('2026-02-01T12:00:00+05:00') + 60_000 * minute++));
  const handle = openDesk({
    content,
    clock,
    locale,
    say,
    strings: interfaceStrings(locale),
    voice: fieldVoice({ say, locale }),
    invitation: invitationFor(say),
    check: () => askBeforePublication({ content, now: clock().now }),
  });
  const server = createServer((incoming, response) =>
    handle(incoming, response, () => response.writeHead(200).end()),
  );
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const ask = (method: string, path: string, body = '') =>
    new Promise<string>((done, failed) => {
      request({ host: '127.0.0.1', port, path, method, headers: { origin } }, (answer) => {
        textOf(answer).then(done, failed);
      })
        .on('error', failed)
        .end(body);
    });
  return {
    say,
    open: (path = '/desk/') => ask('GET', path),
    async press(button: string, form: Record<string, string> = {}, shown = '/desk/') {
      await ask('POST', `/desk/${button}/`, new URLSearchParams(form).toString());
      return ask('GET', shown);
    },
  };
}

const write = ({ content }: Clone, file: string, text: string) =>
  writeFileSync(join(content, file), text);
const read = ({ content }: Clone, file: string) => readFileSync(join(content, file), 'utf8');
const text = (title: string, ...paragraphs: string[]) =>
  `${markdown([`title: ${title}`, 'date: 2026-01-22'], '')}\n${paragraphs.join('\n\n')}\n`;
const stateOf = ({ content }: Clone) =>
  approvalOf(
    readSite({
      folder: content,
      clock: createClock(new Date('2026-02-01T12:00:00+05:00')),
      showHeld: true,
    }).sound[0]!.files.get('ru')!,
  );
const hidden = (html: string, name: string, nth = 0) =>
  [...html.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'gu'))][nth]![1]!;

test('two officers and a chief through a day: a conflict, an approval, a change after it, a server that is gone', async () => {
  const { Anna, Bela, Chief, remote } = openSharedOffice(['Anna', 'Bela', 'Chief'], {
    'site.yaml': [...settings, 'approval: required'].join('\n'),
    [ru]: text('Неделя дорог', 'Один.', 'Два.'),
    [kk]: markdown(['title: Жол апталығы'], 'Мәтін.\n'),
  });
  const [anna, bela, chief] = await Promise.all([
    sitDown(Anna, 'ru'),
    sitDown(Bela, 'kk'),
    sitDown(Chief, 'ru'),
  ]);

  // In the morning both begin with the same text.
  await Promise.all([anna.open(), bela.open()]);
  write(Anna, ru, text('Неделя дорог', 'Один.', 'Два, пишет Анна.'));
  expect(await anna.press('commit')).toContain(anna.say('desk.pushed'));
  write(Bela, ru, text('Неделя дорог', 'Один.', 'Два, пишет Бела.'));
  expect(await bela.press('commit')).toContain(bela.say('desk.conflict'));
  expect(read(Bela, ru)).toContain('Бела');
  const choice = await bela.open('/desk/conflict/');
  expect(choice).toContain('Два, пишет Анна.');
  expect(choice).toContain('Два, пишет Бела.');
  const both = { ours: hidden(choice, 'ours'), theirs: hidden(choice, 'theirs'), '0-0': 'both' };
  expect(await bela.press('conflict', both)).toContain(bela.say('desk.pushed'));
  expect(read(Bela, ru)).toMatch(/пишет Бела\.\n\nДва, пишет Анна\./u);

  // Anna may not approve what she has written; the chief reads both languages and does.
  await anna.open();
  const own = await anna.open('/desk/approval/');
  const asked = (page: string, nth: number) => ({
    text: hidden(page, 'text', nth),
    state: hidden(page, 'state', nth),
  });
  const place = '/desk/approval/';
  const ofRussian =
    own.split('name="text" value="').findIndex((part) => part.startsWith('2026/road-week ru')) - 1;
  expect(await anna.press('approve', asked(own, ofRussian), place)).toContain('Anna');
  expect(stateOf(Anna)).toBe('submitted');
  const page = await chief.open(place);
  expect(page).toContain('Мәтін.');
  expect(page).toContain('пишет Анна');
  const done = await chief.press('approve', asked(page, ofRussian), place);
  expect(done).toContain(chief.say('desk.pushed'));
  expect(stateOf(Chief)).toBe('approved');

  // One letter afterwards, and it waits again. The chief sends it back.
  await anna.open();
  expect(stateOf(Anna)).toBe('approved');
  write(Anna, ru, read(Anna, ru).replace('Один.', 'Одно.'));
  expect(await anna.press('commit')).toContain(anna.say('status.held.changed'));
  const changed = await chief.open(place);
  expect(changed).toContain('<mark>Одно.</mark>');
  expect(changed).toContain('<del>Один.</del>');
  await chief.press('return', { ...asked(changed, ofRussian), remark: 'Верните как было' }, place);
  expect(stateOf(Chief)).toBe('returned');
  expect(await anna.open()).toContain('Верните как было');

  // The server is gone: nothing is lost, and it is counted.
  Anna.git('remote', 'set-url', 'origin', 'http://127.0.0.1:9/x.git');
  write(Anna, ru, read(Anna, ru).replace('Одно.', 'Один.'));
  const offline = await anna.press('commit');
  expect(offline).toContain(anna.say('desk.git.offline'));
  expect(offline).toContain(anna.say('desk.unsent', { count: 1 }));
  expect(offline).not.toContain(anna.say('desk.unchanged'));
  Anna.git('remote', 'set-url', 'origin', remote);
  expect(await anna.press('send')).toContain(anna.say('desk.pushed'));
  expect(stateOf(Anna)).toBe('approved');
});
