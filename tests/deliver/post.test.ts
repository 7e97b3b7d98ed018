import { createHmac } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Channel, Message } from '#deliver/post/channel.ts';
import { readChannels } from '#deliver/post/channels.ts';
import { journalFile } from '#deliver/post/journal.ts';
import { postAll, type PostOptions } from '#deliver/post/post-all.ts';
import { telegramSender, telegramText } from '#deliver/post/telegram.ts';
import { webhookSender } from '#deliver/post/webhook.ts';
import { isUserError } from '#messages/user-error.ts';
import { lineHash, type LogLine } from '#history/log.ts';

const now = new Date('2026-02-01T12:00:00Z');
const message: Message = {
  text: '2026/road-week/ru',
  language: 'ru',
  title: 'Неделя <дорог> & мостов',
  summary: 'Кратко.',
  url: 'https://press.example.org/ru/news/2026/road-week/',
  appeared: '2026-01-22T00:00:00+05:00',
};

/** A folder of releases whose public one has these texts. */
function released(texts: readonly string[]): string {
  const to = mkdtempSync(join(tmpdir(), 'jarshy-post-'));
  onTestFinished(() => rmSync(to, { recursive: true }));
  publish(to, texts);
  return to;
}

function publish(to: string, texts: readonly string[]): void {
  const id = '000001-20260201T120000Z';
  const put = (path: string, value: object) => {
    const file = join(to, 'releases', id, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(value));
  };
  put('state/release.json', { format: 1 });
  put('state/schedule.json', { format: 1, built: now.toISOString(), moments: [] });
  const kinds = ['page', 'announcement', 'removed', 'attachment', 'scope', 'feed', 'moved'];
  put('state/ledger.json', {
    format: 1,
    addresses: Object.fromEntries(kinds.map((kind) => [kind, []])),
  });
  put('state/log.json', {
    format: 1,
    salts: {},
    lines: linesOf(texts),
  });
  for (const text of texts) {
    const name = text.replace(/\/[^/]+$/u, '');
    const url = `https://press.example.org/ru/news/${name}/`;
    put(`public/api/announcements/${name}.json`, {
      id: name,
      kind: 'news',
      published: message.appeared,
      divisions: [],
      people: [],
      topics: [],
      data: `https://press.example.org/api/announcements/${name}.json`,
      texts: {
        ru: {
          ...{ url, title: name, summary: 'Кратко.', appeared: message.appeared },
          ...{ updated: message.appeared, html: '', plain: '', machineTranslated: false },
          ...{ gallery: [], attachments: [], outcomes: [], corrections: [] },
        },
      },
    });
  }
  rmSync(join(to, 'current'), { force: true });
  symlinkSync(join('releases', id), join(to, 'current'));
}

/** The log of a site that published these texts, one after the other. */
function linesOf(texts: readonly string[]): LogLine[] {
  return texts.reduce<LogLine[]>((lines, text, index) => {
    const last = lines.at(-1);
    const before = last ? lineHash(last) : '';
    const line = { number: index + 1, at: now.toISOString(), what: 'published', text, before };
    return [...lines, line as LogLine];
  }, []);
}

/** A channel that notes what it gets. */
function channelOf(send: Channel['send'] = () => Promise.resolve({ state: 'sent' })) {
  const got: string[] = [];
  const channel: Channel = {
    name: 'channel-ru',
    language: 'ru',
    send: (one) => {
      got.push(one.text);
      return send(one);
    },
  };
  return { channel, got };
}
const run = (to: string, channel: Channel, more: Partial<PostOptions> = {}) =>
  postAll({ to, channels: [channel], now, dryRun: false, again: false, all: false, ...more });
const states = (posted: Awaited<ReturnType<typeof run>>) =>
  posted.map(({ text, state }) => [text, state]);

describe('each message at most once', () => {
  test('what was public before the channel is not sent, what comes afterwards once', async () => {
    const to = released(['2026/a/ru']);
    const { channel, got } = channelOf();
    expect(states(await run(to, channel))).toEqual([['2026/a/ru', 'skipped']]);
    publish(to, ['2026/a/ru', '2026/b/ru', '2026/b/kk']);
    expect(states(await run(to, channel))).toEqual([['2026/b/ru', 'sent']]);
    expect(states(await run(to, channel))).toEqual([]);
    expect(got).toEqual(['2026/b/ru']);
  });
  test('all of it, when asked', async () => {
    const { channel, got } = channelOf();
    await run(released(['2026/a/ru', '2026/b/ru']), channel, { all: true });
    expect(got).toEqual(['2026/a/ru', '2026/b/ru']);
  });
  test('a process that dies while it sends leaves a message of which nobody knows, and it is told', async () => {
    const to = released(['2026/a/ru']);
    const dying = channelOf(() => Promise.reject(new Error('killed')));
    await expect(run(to, dying.channel, { all: true })).rejects.toThrow('killed');
    const { channel, got } = channelOf();
    expect(states(await run(to, channel, { all: true }))).toEqual([['2026/a/ru', 'unknown']]);
    expect(got).toEqual([]);
    expect(states(await run(to, channel, { again: true }))).toEqual([['2026/a/ru', 'sent']]);
  });
  test('a line that a crash has cut off is no line; one that is damaged stops', async () => {
    const to = released(['2026/a/ru']);
    const { channel, got } = channelOf();
    await run(to, channel, { all: true });
    const lines = readFileSync(journalFile(to), 'utf8');
    writeFileSync(journalFile(to), `${lines}{"text":"2026/`);
    expect(await run(to, channel)).toEqual([]);
    writeFileSync(journalFile(to), `x\n${lines}`);
    const error: unknown = await run(to, channel).catch((thrown: unknown) => thrown);
    expect(isUserError(error, ['state-broken'])).toBe(true);
    expect(got).toEqual(['2026/a/ru']);
  });
  test('what a service has refused is sent by the next run', async () => {
    const to = released(['2026/a/ru']);
    const refusing = channelOf(() => Promise.resolve({ state: 'refused', detail: 'no' }));
    expect(states(await run(to, refusing.channel, { all: true }))).toEqual([
      ['2026/a/ru', 'refused'],
    ]);
    expect(states(await run(to, channelOf().channel))).toEqual([['2026/a/ru', 'sent']]);
  });
  test('a rehearsal sends and notes nothing', async () => {
    const to = released(['2026/a/ru']);
    const { channel, got } = channelOf();
    expect(states(await run(to, channel, { all: true, dryRun: true }))).toEqual([
      ['2026/a/ru', 'would-send'],
    ]);
    expect(states(await run(to, channel, { all: true }))).toEqual([['2026/a/ru', 'sent']]);
    expect(got).toEqual(['2026/a/ru']);
  });
});

interface Got {
  readonly url: string;
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

async function serverThat(answer: (got: Got) => readonly [status: number, body: string]) {
  const got: Got[] = [];
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const one = { url: request.url!, headers: { ...request.headers }, body };
      got.push(one);
      const [status, said] = answer(one);
      response.writeHead(status).end(said);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, got };
}

/** The rules of the Bot API that matter here: the length of the visible text, and that its tags are closed and known. */
function botApi({ body }: Got): readonly [number, string] {
  const { text, parse_mode: mode } = JSON.parse(body) as { text: string; parse_mode: string };
  const tags = [...text.matchAll(/<(?<end>\/?)(?<name>[a-z]+)>/gu)];
  const balance = tags.reduce((depth, { groups }) => depth + (groups!.end ? -1 : 1), 0);
  const visible = text
    .replaceAll(/<\/?b>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  const bad = (description: string) =>
    [400, JSON.stringify({ ok: false, error_code: 400, description })] as const;
  if (mode !== 'HTML') return bad("can't parse");
  if (balance !== 0 || /<(?!\/?b>)/u.test(text) || /&(?!lt;|gt;|amp;)/u.test(text))
    return bad("Bad Request: can't parse entities");
  if (visible.length > 4096) return bad('Bad Request: message is too long');
  return [200, '{"ok":true}'];
}

describe('Telegram', () => {
  const channel = { name: 'ru', language: 'ru', chat: '@press_ru', token: 'TOKEN' };
  test.each<[string, Partial<Message>]>([
    ['a message with signs that mean something in HTML', {}],
    ['one that is too long', { summary: 'Ж'.repeat(9000) }],
    ['a title that is too long', { title: '&<>'.repeat(3000) }],
    ['letters of two units at the end', { summary: '😀'.repeat(4000) }],
  ])('takes %s', async (_, change) => {
    const { url, got } = await serverThat(botApi);
    const send = telegramSender({ ...channel, server: url }, '1:secret');
    expect(await send({ ...message, ...change })).toEqual({ state: 'sent' });
    expect(got[0]!.url).toBe('/bot1:secret/sendMessage');
    const { text, chat_id: chat } = JSON.parse(got[0]!.body) as { text: string; chat_id: string };
    expect([chat, text.endsWith(message.url), text.isWellFormed()]).toEqual([
      '@press_ru',
      true,
      true,
    ]);
  });
  test('reads like a message', () =>
    expect(telegramText(message)).toBe(
      `<b>Неделя &lt;дорог&gt; &amp; мостов</b>\n\nКратко.\n\n${message.url}`,
    ));
  test.each([
    [403, 'refused'],
    [502, 'unknown'],
  ] as const)('that answers %s: %s, without the token', async (status, state) => {
    const { url } = await serverThat(() => [status, 'x']);
    const sent = await telegramSender({ ...channel, server: url }, '1:secret')(message);
    expect(sent).toMatchObject({ state });
    expect(JSON.stringify(sent)).not.toContain('secret');
  });
  test('that is not there has not taken it', async () => {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    await new Promise((closed) => server.close(closed));
    const send = telegramSender({ ...channel, server: `http://127.0.0.1:${port}` }, '1:s');
    expect(await send(message)).toMatchObject({ state: 'refused' });
  });
});

test('a webhook can check who has sent it', async () => {
  const { url, got } = await serverThat(() => [204, '']);
  const send = webhookSender({ name: 'hook', language: 'ru', url: `${url}/x`, secret: 'S' }, 'key');
  expect(await send(message)).toEqual({ state: 'sent' });
  const [{ body, headers }] = got as [Got];
  expect(JSON.parse(body)).toEqual({ format: 1, ...message });
  expect(headers['x-jarshy-signature']).toBe(
    `sha256=${createHmac('sha256', 'key').update(body).digest('hex')}`,
  );
  expect(headers['x-jarshy-delivery']).toBe('hook/2026/road-week/ru');
});

describe('the file of the channels', () => {
  const refusal = (text: string | undefined, env: NodeJS.ProcessEnv = {}) => {
    const folder = mkdtempSync(join(tmpdir(), 'jarshy-channels-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    if (text !== undefined) writeFileSync(join(folder, 'channels.yaml'), text);
    writeFileSync(join(folder, 'list.txt'), '# readers\na@example.org\n\n');
    try {
      return readChannels(join(folder, 'channels.yaml'), env).map(({ name }) => name);
    } catch (error) {
      return isUserError(error) ? error.id : error;
    }
  };
  const telegram = 'telegram:\n  - { name: a, language: ru, chat: "@press_ru", token: T }\n';
  const mail =
    'mail:\n  - { name: b, language: kk, from: a@example.org, list: list.txt, server: S }\n';
  test.each<[string, string | undefined, NodeJS.ProcessEnv, unknown]>([
    ['is there', telegram + mail, { T: '1:x', S: 'smtp://127.0.0.1' }, ['a', 'b']],
    ['is missing', undefined, {}, 'no-channels'],
    ['lacks a secret', telegram, {}, 'no-secret'],
    [
      'names a list that is not there',
      mail.replace('list.txt', 'none.txt'),
      { S: 'x' },
      'no-channels',
    ],
    ['is no YAML', 'a: [', {}, 'bad-channels'],
    ['has an unknown field', 'telegramm: []', {}, 'bad-channels'],
    [
      'has a name twice',
      telegram + mail.replace('name: b', 'name: a'),
      { T: 'x', S: 'x' },
      'bad-channels',
    ],
  ])('%s', (_, text, env, expected) => expect(refusal(text, env)).toEqual(expected));
});
