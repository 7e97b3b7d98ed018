import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boot, type Debian, install, whyNot } from './debian.ts';

// docs/operate/hosting.md, done in a Debian that was booted: the units, nginx and the user of the documentation, the
// program of this checkout. Only what needs the internet is left out, because the machine has none: `apt` and `npm`.
// Each test begins where the one before it has ended. It takes about eight minutes, and is run by `npm run test:boot`.

const root = join(import.meta.dirname, '../..');
const suite = process.env.DEBIAN ?? 'bookworm';
const reason = whyNot();
if (reason !== undefined) console.error(`NOT RUN, nothing was tested: ${reason}`);

const work = mkdtempSync(join(tmpdir(), 'jarshy-boot-'));
/** Kept between runs if named, because it takes minutes to make. */
const folder = process.env.DEBIAN_ROOT ?? join(work, 'root');
let debian: Debian;

/** Writes files of the press office and pushes them, as a person does elsewhere. */
function push(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = join(work, 'office', name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  debian.run(`cd /srv/office && git add -A && git commit -qm x && git push -q origin main`);
}

const text = (title: string, fields: readonly string[], body = 'Текст.') =>
  ['---', `title: ${title}`, ...fields, '---', '', body, ''].join('\n');
const year = new Date().getUTCFullYear();
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
const file = (name: string) => `announcements/${year}/${name}/index.ru.md`;

/** What nginx answers at an address: its status, and the page. */
const ask = (address: string) =>
  `NODE_TLS_REJECT_UNAUTHORIZED=0 /opt/jarshy/node_modules/.bin/node --no-warnings -e '
    fetch("https://news.example.org${address}", { redirect: "manual" })
      .then(async (it) => console.log(it.status, it.headers.get("location") ?? "", await it.text()))'`;
const status = (address: string) => debian.run(ask(address)).split(' ')[0];
const becomes = (address: string, expected: string, seconds = 150) =>
  debian.until(`${ask(address)} | grep -q "^${expected}"`, seconds);

beforeAll(async () => {
  if (reason !== undefined) return;
  install(folder, suite);
  mkdirSync(join(root, '.cache'), { recursive: true });
  mkdirSync(join(work, 'cache'));
  cpSync(join(root, 'tests/fixtures/one-language'), join(work, 'office'), { recursive: true });
  debian = await boot(folder, [
    `--bind-ro=${root}:/opt/jarshy`,
    `--bind=${join(work, 'cache')}:/opt/jarshy/.cache`,
    `--bind=${join(work, 'office')}:/srv/office`,
  ]);
});
afterAll(async () => {
  await debian?.stop();
  rmSync(work, { recursive: true, force: true });
});

describe.skipIf(reason !== undefined)(`a Debian ${suite}`, () => {
  test('is set up as the documentation says, and publishes for the first time', () => {
    debian.run(`
      set -e
      rm -rf /srv/press /srv/content.git /etc/jarshy /etc/nginx/conf.d/* /etc/nginx/sites-enabled/*
      id jarshy > /dev/null 2>&1 || adduser --quiet --system --group --home /var/lib/jarshy jarshy
      chown -R jarshy:jarshy /opt/jarshy/.cache && chmod 700 /opt/jarshy/.cache
      install -d -o jarshy -g jarshy -m 755 /srv/press
      git config --system --add safe.directory '*'
      git config --system user.name office && git config --system user.email office@example.org
      cd /srv/office && rm -rf .git && git init -q -b main && git add -A && git commit -qm x
      git clone -q --bare /srv/office /srv/content.git && git remote add origin /srv/content.git
      su -s /bin/sh jarshy -c 'git clone -q /srv/content.git /srv/press/content'
      grep -q news.example.org /etc/hosts || echo 127.0.0.1 news.example.org >> /etc/hosts
    `);
    debian.run(
      `su -s /bin/sh jarshy -c 'cd /opt/jarshy && PATH=/opt/jarshy/node_modules/.bin:$PATH node src/cli/jarshy.mjs publish --content /srv/press/content --to /srv/press/published --first'`,
    );
    debian.run(`
      set -e
      mkdir -p /etc/letsencrypt/live/news.example.org
      openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=news.example.org \\
        -keyout /etc/letsencrypt/live/news.example.org/privkey.pem \\
        -out /etc/letsencrypt/live/news.example.org/fullchain.pem 2> /dev/null
      sed 's/press.example.org/news.example.org/g' /opt/jarshy/deploy/nginx/press.conf > /etc/nginx/conf.d/press.conf
      cd /opt/jarshy
      install -m 755 deploy/jarshy-addresses /usr/local/sbin/ && install -d /etc/nginx/jarshy
      node_modules/.bin/node src/cli/jarshy.mjs server-rules nginx --url https://news.example.org/ > /etc/nginx/jarshy/rules.conf
      touch /etc/nginx/jarshy/moved.map /etc/nginx/jarshy/gone.map
      cp deploy/systemd/* /etc/systemd/system/
      systemctl daemon-reload && systemctl reload-or-restart nginx
      systemctl enable --now jarshy-publish.timer jarshy-nginx.path
    `);
    expect(status('/ru/')).toBe('200');
    expect(status('/ru/nowhere/')).toBe('404');
  });

  test('publishes what is pushed, ends an embargo, and marks an alert that has expired', async () => {
    push({
      [file('now')]: text('Сразу', [`date: ${inSeconds(-60)}`]),
      [file('embargo')]: text('Позже', [`date: ${inSeconds(150)}`]),
      [file('alert')]: text('Тревога', [
        `date: ${inSeconds(-60)}`,
        'kind: alert',
        `expires: ${inSeconds(150)}`,
      ]),
    });
    await becomes(`/ru/news/${year}/now/`, '200');
    expect(status(`/ru/news/${year}/embargo/`)).toBe('404');
    const before = debian.run(ask(`/ru/news/${year}/alert/`));
    await becomes(`/ru/news/${year}/embargo/`, '200', 300);
    expect(debian.run(ask(`/ru/news/${year}/alert/`))).not.toBe(before);
    expect(debian.run(ask('/_state/health.json'))).toContain('"status": "sound"');
  });

  test('publishes beside a faulty text, and tells a person', async () => {
    debian.run(`
      mkdir -p /etc/jarshy && printf '#!/bin/sh\\nexec systemd-cat --identifier=office\\n' > /etc/jarshy/alarm
      chmod 755 /etc/jarshy/alarm
    `);
    push({
      [file('now')]: text('Сразу', ['date: 2026-13-45']),
      [file('beside')]: text('Рядом', [`date: ${inSeconds(-60)}`]),
    });
    await becomes(`/ru/news/${year}/beside/`, '200');
    expect(status(`/ru/news/${year}/now/`)).toBe('200');
    await debian.until('journalctl -t office -o cat | grep -q 2026-13-45', 60);
    await debian.until(`${ask('/_state/health.json')} | grep -q '"status": "faulty"'`, 90);
    push({ [file('now')]: text('Сразу', [`date: ${inSeconds(-600)}`]) });
    await debian.until(`${ask('/_state/health.json')} | grep -q '"status": "sound"'`, 150);
  });

  test('removes a text, from all releases', async () => {
    push({
      [file('beside')]: text(
        'Рядом',
        [
          `date: ${inSeconds(-600)}`,
          `removedOn: ${inSeconds(-30)}`,
          'removedReason: Личные данные.',
        ],
        'Номер needle-4711.',
      ),
    });
    await becomes(`/ru/news/${year}/beside/`, '410');
    expect(debian.run('grep -rl needle-4711 /srv/press/published || true')).toBe('');
  });

  test('goes back, and forward again', async () => {
    push({ [file('wrong')]: text('Ошибка', [`date: ${inSeconds(-60)}`]) });
    await becomes(`/ru/news/${year}/wrong/`, '200');
    debian.run(
      `systemctl stop jarshy-publish.timer; su -s /bin/sh jarshy -c 'cd /opt/jarshy && PATH=/opt/jarshy/node_modules/.bin:$PATH node src/cli/jarshy.mjs publish --content /srv/press/content --to /srv/press/published --rollback'`,
    );
    await becomes(`/ru/news/${year}/wrong/`, '404', 30);
    push({ [file('wrong')]: text('Верно', [`date: ${inSeconds(-60)}`]) });
    debian.run('systemctl start jarshy-publish.timer');
    await becomes(`/ru/news/${year}/wrong/`, '200');
  });

  test('comes up again after a restart, and goes on publishing', async () => {
    await debian.reboot();
    await becomes('/ru/', '200', 60);
    push({ [file('after')]: text('После', [`date: ${inSeconds(-60)}`]) });
    await becomes(`/ru/news/${year}/after/`, '200');
  });

  test('is restored from its state alone, and loses no address', async () => {
    debian.run(`
      systemctl stop jarshy-publish.timer
      cp -r /srv/press/published/current/state /root/backup && rm -rf /srv/press/published && chmod -R a+rX /root
      su -s /bin/sh jarshy -c 'cd /opt/jarshy && PATH=/opt/jarshy/node_modules/.bin:$PATH node src/cli/jarshy.mjs publish --content /srv/press/content --to /srv/press/published --state-from /root/backup'
      systemctl start jarshy-publish.timer
    `);
    for (const name of ['now', 'embargo', 'alert', 'wrong', 'after'])
      expect(status(`/ru/news/${year}/${name}/`)).toBe('200');
    await becomes(`/ru/news/${year}/beside/`, '410', 60);
  });
});
