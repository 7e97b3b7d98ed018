import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fieldVoice } from '#cli/commands/desk.ts';
import { interfaceStrings, invitationFor, sayIn } from '#messages/messages.ts';
import { createClock } from '#clock.ts';
import { openDesk } from '#desk/desk-server.ts';
import { editorFolder, repositoryOf } from '#desk/repository.ts';
import { isOurs } from '#desk/guard.ts';
import { lostBetween } from '#desk/lost.ts';
import { refusalOf } from '#desk/refusal.ts';
import { readValidSite } from '#site/read-site.ts';
import { type Content, inRussian, markdown, week, writeContent } from '../site/content.ts';

const ru = `${week}/index.ru.md`;
const git = (folder: string, ...args: string[]) =>
  execFileSync('git', ['-C', folder, '-c', 'core.quotePath=false', ...args], { encoding: 'utf8' });

interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A desk over the small site, in a repository unless said otherwise. */
async function deskOf(changes: Content = {}, { repository = true } = {}) {
  const content = writeContent(changes);
  if (repository) {
    git(content, 'init', '-q', '-b', 'main');
    git(content, 'config', 'user.name', 'Press');
    git(content, 'config', 'user.email', 'press@example.org');
    git(content, 'add', '-A');
    git(content, 'commit', '-q', '-m', 'start');
  }
  const say = sayIn('en');
  const clock = () => createClock(new Date('2026-02-01T12:00:00+05:00'));
  const handle = openDesk({
    content,
    clock,
    locale: 'en',
    say,
    strings: interfaceStrings('en'),
    voice: fieldVoice({ say, locale: 'en' }),
    invitation: invitationFor(say),
    check: async () => void readValidSite({ folder: content, clock: clock() }),
  });
  const server = createServer((incoming, response) =>
    handle(incoming, response, () => response.writeHead(200).end('the site')),
  );
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => void server.close());
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (path: string, { method = 'GET', headers = {}, body = '' }: Asked = {}) =>
    new Promise<{ status: number; text: string; location: string | undefined; policy: string }>(
      (done, failed) => {
        const asked = request(
          {
            host: '127.0.0.1',
            port: host.split(':')[1],
            path,
            method,
            headers: { ...(method === 'POST' ? { origin: `http://${host}` } : {}), ...headers },
          },
          (answer) => {
            textOf(answer).then(
              (text) =>
                done({
                  status: answer.statusCode!,
                  text,
                  location: answer.headers.location,
                  policy: String(answer.headers['content-security-policy']),
                }),
              failed,
            );
          },
        );
        asked.on('error', failed).end(body);
      },
    );
  const press = async (button: string) => {
    expect(await ask(`/desk/${button}/`, { method: 'POST' })).toMatchObject({
      status: 303,
      location: '/desk/',
    });
    return (await ask('/desk/')).text;
  };
  return { content, ask, press };
}

describe('who is answered', () => {
  const socket = { remoteAddress: '127.0.0.1' };
  test.each([
    ['this machine', { method: 'GET', headers: { host: '127.0.0.1:4321' }, socket }, true],
    ['by its name', { method: 'HEAD', headers: { host: 'localhost:4321' }, socket }, true],
    [
      'a form of the desk',
      { method: 'POST', headers: { host: 'localhost:1', origin: 'http://localhost:1' }, socket },
      true,
    ],
    [
      'another machine',
      {
        method: 'GET',
        headers: { host: '127.0.0.1:4321' },
        socket: { remoteAddress: '192.168.1.5' },
      },
      false,
    ],
    [
      'a foreign name that leads here',
      { method: 'GET', headers: { host: 'evil.example' }, socket },
      false,
    ],
    [
      'a name that only begins so',
      { method: 'GET', headers: { host: '127.0.0.1.evil.example' }, socket },
      false,
    ],
    ['no name', { method: 'GET', headers: {}, socket }, false],
    [
      'a form of another page',
      { method: 'POST', headers: { host: 'localhost:1', origin: 'http://evil.example' }, socket },
      false,
    ],
    [
      'a form of another port',
      { method: 'POST', headers: { host: 'localhost:1', origin: 'http://localhost:2' }, socket },
      false,
    ],
    ['a form of nobody', { method: 'POST', headers: { host: 'localhost:1' }, socket }, false],
    [
      'a page that hides where it is',
      { method: 'POST', headers: { host: 'localhost:1', origin: 'null' }, socket },
      false,
    ],
    [
      'script of another page',
      { method: 'GET', headers: { host: 'localhost:1', origin: 'http://evil.example' }, socket },
      false,
    ],
    [
      'another method',
      { method: 'DELETE', headers: { host: 'localhost:1', origin: 'http://localhost:1' }, socket },
      false,
    ],
  ])('%s', (_, caller, answered) => expect(isOurs(caller)).toBe(answered));

  test('through the server, and for the site as for the desk', async () => {
    const { ask, content } = await deskOf(inRussian('summary: x'));
    writeFileSync(join(content, ru), markdown(['title: Другое', 'date: 2026-01-22']));
    for (const path of ['/desk/', '/admin/', '/ru/'])
      expect((await ask(path, { headers: { host: 'evil.example' } })).status).toBe(403);
    expect(
      (await ask('/desk/commit/', { method: 'POST', headers: { origin: 'http://evil.example' } }))
        .status,
    ).toBe(403);
    expect(git(content, 'log', '--format=%s').trim()).toBe('start');
    expect((await ask('/ru/')).text).toBe('the site');
    for (const path of ['/admin/../site.yaml', '/admin/cms/../../package.json', '/desk/other'])
      expect((await ask(path)).status).toBe(404);
  });
});

describe('the page of the desk', () => {
  test('what waits, with links into the editor', async () => {
    const { text, policy } = await (
      await deskOf({ [`${week}/index.kk.md`]: markdown(['title: Жол', 'machineTranslated: true']) })
    ).ask('/desk/');
    expect(text).toContain(
      '<a href="/admin/#/collections/announcements/entries/2026/road-week/index">Жол</a>',
    );
    expect(text).toContain('not read after the machine');
    expect(text).toContain('There are no changes to submit.');
    expect(policy).toContain("default-src 'none'");
  });
  test('outside a repository nothing can be saved', async () => {
    const { ask, press } = await deskOf({}, { repository: false });
    expect((await ask('/desk/')).text).toContain('not in a Git repository');
    expect(await press('commit')).toContain('not in a Git repository');
  });
  test('the checks', async () => {
    const { content, press } = await deskOf();
    expect(await press('check')).toContain('Nothing is wrong with the texts.');
    writeFileSync(join(content, ru), markdown(['title: X', 'date: 2026-01-22', 'topics: [none]']));
    expect(await press('check')).toContain('topics.yaml');
  });
});

describe('a text that is missing', () => {
  const inKazakh = [
    'title: Жол апталығы',
    'date: 2026-01-22',
    'contact: traffic',
    'aliases: [/old/7]',
    'outcomes:',
    '  - text: Жөнделсін',
    '    status: done',
    'gallery:',
    '  - src: ./a.jpg',
    '    alt: Жол',
  ];
  const kazakhAlone: Content = {
    [ru]: undefined,
    [`${week}/index.kk.md`]: markdown(inKazakh),
    [`${week}/a.jpg`]: 'a',
  };
  const begin = (ask: Awaited<ReturnType<typeof deskOf>>['ask'], text: string) =>
    ask('/desk/add/', { method: 'POST', body: new URLSearchParams({ text }).toString() });

  test('is begun by a button, and the editor opened: the facts filled in, what belongs to the language to be written', async () => {
    const { ask, content, press } = await deskOf(kazakhAlone);
    expect((await ask('/desk/')).text).toContain(
      '<button name="text" value="2026/road-week ru">Add a text: Russian</button>',
    );
    expect(await begin(ask, '2026/road-week ru')).toMatchObject({
      status: 303,
      location: '/admin/#/collections/announcements/entries/2026/road-week/index',
    });
    expect(readFileSync(join(content, ru), 'utf8')).toBe(
      '---\ntitle: Жол апталығы\ndraft: true\ndate: 2026-01-22\ncontact: traffic\ngallery:\n  - src: ./a.jpg\noutcomes:\n  - status: done\n    text: Жөнделсін\n---\n\n<!-- Напишите текст здесь. -->\n',
    );
    const { text } = await ask('/desk/');
    expect(text).toContain(`Begun as a draft: ${ru}`);
    expect(text).not.toContain('2026/road-week ru');
    // What was begun can be checked, submitted and published.
    expect(await press('check')).toContain('Nothing is wrong with the texts.');
  });
  test('in another than the main language of the editor says no fact twice', async () => {
    const { ask, content } = await deskOf({ [`${week}/index.kk.md`]: undefined });
    await begin(ask, '2026/road-week kk');
    expect(readFileSync(join(content, `${week}/index.kk.md`), 'utf8')).toMatch(
      /^---\ntitle: .+\ndraft: true\n---\n\n<!-- Мәтінді осы жерге жазыңыз. -->\n$/u,
    );
  });
  test.each(['2026/road-week ru', '2026/road-week de', '2026/../../x ru', '2026/none kk', ''])(
    'is not begun where it is there, or nothing of the site: %s',
    async (wanted) => {
      const { ask, content } = await deskOf();
      const before = readFileSync(join(content, ru), 'utf8');
      expect(await begin(ask, wanted)).toMatchObject({ status: 303, location: '/desk/' });
      expect((await ask('/desk/')).text).toContain('This text is there already');
      expect([
        readFileSync(join(content, ru), 'utf8'),
        git(content, 'status', '--porcelain'),
      ]).toEqual([before, '']);
    },
  );
  test('of an announcement that is withdrawn is not asked for', async () => {
    const { ask } = await deskOf({
      [ru]: undefined,
      [`${week}/index.kk.md`]: markdown([
        'title: X',
        'date: 2026-01-22',
        'withdrawnOn: 2026-01-23',
        'withdrawnReason: y',
      ]),
    });
    expect((await ask('/desk/')).text).not.toContain('2026/road-week ru');
  });
});

describe('one button saves', () => {
  test('with a message made from the change, and sends it where the repository sends things', async () => {
    const { content, press } = await deskOf();
    const remote = `${content}-remote.git`;
    execFileSync('git', ['init', '-q', '--bare', remote]);
    onTestFinished(() => void execFileSync('rm', ['-r', remote]));
    git(content, 'remote', 'add', 'origin', remote);
    git(content, 'push', '-q', '-u', 'origin', 'main');
    writeFileSync(join(content, ru), markdown(['title: Неделя мостов', 'date: 2026-01-22']));
    const page = await press('commit');
    expect(page).toContain('Submitted: Change 2026/road-week: Жол апталығы');
    expect(page).toContain('Sent to the shared repository.');
    expect(git(remote, 'log', '--format=%an %s', 'main').trim().split('\n')[0]).toBe(
      'Press Change 2026/road-week: Жол апталығы',
    );
    expect(git(content, 'status', '--porcelain')).toBe('');
  });
  test('says when it could not be sent', async () => {
    const { content, press } = await deskOf();
    git(content, 'remote', 'add', 'origin', join(content, 'nowhere'));
    writeFileSync(join(content, ru), markdown(['title: X', 'date: 2026-01-22']));
    const page = await press('commit');
    expect(page).toContain('Submitted:');
    expect(page).toContain('Not sent to the shared repository:');
  });
  test('nothing that is wrong', async () => {
    const { content, press } = await deskOf();
    writeFileSync(join(content, ru), markdown(['title: X', 'date: soon']));
    expect(await press('commit')).toContain('so nothing was submitted');
    expect(git(content, 'log', '--format=%s').trim()).toBe('start');
  });
  test('and nothing outside the content', async () => {
    const { content } = await deskOf();
    // The content is a folder of a larger repository in which somebody is at work.
    const office = `${content}-office`;
    execFileSync('mkdir', [office]);
    onTestFinished(() => void execFileSync('rm', ['-r', office]));
    execFileSync('cp', ['-r', content, join(office, 'content')]);
    execFileSync('rm', ['-rf', join(office, 'content/.git')]);
    const inner = join(office, 'content');
    git(office, 'init', '-q');
    git(office, 'config', 'user.name', 'Press');
    git(office, 'config', 'user.email', 'press@example.org');
    writeFileSync(join(office, 'notes.txt'), 'a');
    git(office, 'add', '-A');
    git(office, 'commit', '-q', '-m', 'start');
    writeFileSync(join(office, 'notes.txt'), 'b');
    git(office, 'add', 'notes.txt');
    writeFileSync(join(inner, ru), markdown(['title: Да', 'date: 2026-01-22']));
    const repository = (await repositoryOf(inner))!;
    expect([repository.prefix, await repository.changes()]).toEqual([
      'content',
      [{ path: ru, change: 'changed' }],
    ]);
    expect(await editorFolder(inner)).toBe('content');
    await repository.commit('one');
    expect(git(office, 'show', '--name-only', '--format=').trim()).toBe(`content/${ru}`);
    expect(git(office, 'status', '--porcelain').trim()).toBe('M  notes.txt');
  });
});

describe('what the editor would damage is refused', () => {
  const table = 'Текст.\n\n| а | б |\n|:--|--:|\n| 1 | 2 |\n';
  test.each([
    ['a table that loses its alignment', table, table.replace('|:--|--:|', '|---|---|'), ['table']],
    ['tags', 'Да <b>нет</b>.\n', 'Да нет.\n', ['html']],
    ['a note', 'Да[^1].\n\n[^1]: Нет.\n', 'Да.\n\n[^1]: Нет.\n', ['footnote']],
    ['nothing', table, table.replace('Текст', 'Другой текст'), []],
    ['a table taken out', table, 'Текст.\n', []],
    [
      'an invitation that the text has taken the place of',
      '<!-- Напишите текст здесь. -->\n',
      'Текст.\n',
      [],
    ],
    ['alignment added', table.replace('|:--|--:|', '|---|---|'), table, []],
  ] as const)('%s', (_, before, after, losses) =>
    expect(lostBetween(before, after)).toEqual(losses),
  );

  test('in the words of the person, for the text of either language', async () => {
    const { ask, content } = await deskOf({
      [ru]: markdown(['title: X', 'date: 2026-01-22'], table),
    });
    const save = async (body: string, path = `content/${ru}`) =>
      JSON.parse(
        (
          await ask('/admin/check/', {
            method: 'POST',
            body: JSON.stringify({
              path,
              data: { body },
              i18n: { kk: { data: { body: 'Мәтін.' } } },
            }),
          })
        ).text,
      ) as { refused?: string };
    expect((await save(table.replace(/:/gu, ''))).refused).toBe(
      'The editor would have damaged this text, so it was not saved: the alignment of a table. Change it in a text editor.',
    );
    expect((await save(table)).refused).toBeUndefined();
    const noDate =
      'The date of publication is missing, so the announcement was not saved. Write it like this: 2026-01-22';
    expect([
      await save('x', 'content/announcements//x/index.ru.md'),
      await save('x', '../../etc/passwd'),
    ]).toEqual([
      { refused: noDate, before: {} },
      { refused: noDate, before: {} },
    ]);
    expect(await save(table)).toEqual({
      before: { kk: { title: 'Жол апталығы' }, ru: { title: 'X', date: '2026-01-22' } },
    });
    expect(readFileSync(join(content, ru), 'utf8')).toContain('|:--|--:|');
  });
});

test.each<[string, Content, string | undefined]>([
  ['comments among the fields', inRussian('# important', 'summary: y'), 'desk.lost comments'],
  [
    'a text with components, which it does not see',
    { [`${week}/index.kk.md`]: undefined, [`${week}/index.kk.mdx`]: markdown(['title: X']) },
    'desk.lost components',
  ],
  [
    'nothing, behind a BOM and with line ends of Windows',
    { [ru]: `\uFEFF${markdown(['title: X', 'date: 2026-01-22']).replaceAll('\n', '\r\n')}` },
    undefined,
  ],
  ['nothing of a language that is new', { [`${week}/index.kk.md`]: undefined }, undefined],
])('what else the editor would damage: %s', (_, changes, refused) => {
  const entry = {
    path: `content/${ru}`,
    data: { body: 'Текст.\n' },
    i18n: { kk: { data: { body: 'Текст.\n' } } },
  };
  expect(
    refusalOf(writeContent(changes), entry, (id, ...[params]) =>
      params && 'what' in params ? `${id} ${String(params.what)}` : id.replace('desk.lost.', ''),
    ),
  ).toBe(refused);
});

test('the editor’s page allows no other host', async () => {
  const { ask } = await deskOf();
  const { text, policy } = await ask('/admin/');
  expect(text).toContain('<script type="importmap">');
  expect(policy).toMatch(
    /^default-src 'self' blob: data:; script-src 'self' blob: 'wasm-unsafe-eval' 'sha256-[\w+/]+=*'; /u,
  );
  expect(policy).not.toContain('http');
  expect(JSON.parse((await ask('/admin/config.json')).text)).toMatchObject({
    local: true,
    config: { media_folder: '' },
  });
  expect((await ask('/admin/cms/npm/index.js')).status).toBe(200);
});
