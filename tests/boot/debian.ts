import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A Debian that has been booted in a container, with no network but its own. */
export interface Debian {
  /** Runs a script as root. @throws with what it said, when it does not end with 0 */
  run(script: string): string;
  /** Asks until a script ends with 0. @throws when it takes longer than the given seconds */
  until(script: string, seconds: number): Promise<string>;
  /** Restarts the machine, and waits until it is up again. */
  reboot(): Promise<void>;
  stop(): Promise<void>;
}

/** Programs that the test needs from the machine it runs on. */
const needed = ['debootstrap', 'systemd-nspawn', 'nsenter'];

/** Why no Debian can be booted here; undefined if one can. */
export function whyNot(): string | undefined {
  if (process.getuid?.() !== 0) return 'Only root can boot a container.';
  const missing = needed.filter((name) => spawnSync('which', [name]).status !== 0);
  return missing.length > 0 ? `Not installed: ${missing.join(', ')}.` : undefined;
}

/** What `apt install` brings by the documentation, apart from npm: the program is that of the checkout. */
const packages = 'systemd,systemd-sysv,dbus,nginx-light,git,ca-certificates,openssl,adduser,procps';

/** Makes a Debian of the mirror, unless the folder has one. */
export function install(folder: string, suite: string): void {
  if (existsSync(join(folder, 'etc/debian_version'))) return;
  const { status, stdout } = spawnSync(
    'debootstrap',
    ['--variant=minbase', `--include=${packages}`, suite, folder],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`debootstrap failed:\n${stdout.slice(-2000)}`);
}

/**
 * Boots a Debian.
 * @param binds folders of this machine: `--bind=/from:/to`
 */
export async function boot(folder: string, binds: readonly string[]): Promise<Debian> {
  writeFileSync(join(folder, 'etc/hostname'), 'press\n');
  const name = `jarshy-boot-${process.pid}`;
  const isManaged = existsSync('/run/systemd/system');
  // Without systemd on the outside nobody makes a control group for the container.
  const group = ['/sys/fs/cgroup/systemd', '/sys/fs/cgroup']
    .filter((root) => existsSync(join(root, 'cgroup.procs')))
    .map((root) => join(root, name))[0];
  const own = isManaged || !group ? [] : ['--register=no', '--keep-unit'];
  if (own.length > 0 && group) mkdirSync(group, { recursive: true });
  const child = spawn(
    'sh',
    [
      '-c',
      `${own.length > 0 ? `echo $$ > ${group}/cgroup.procs; ` : ''}exec systemd-nspawn "$@"`,
      'sh',
      ...['--quiet', `--directory=${folder}`, '--boot', '--private-network', '--console=pipe'],
      ...[...own, ...binds],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part: Buffer) => (said = `${said}${part.toString()}`.slice(-4000)));
  const debian = entered(child, () => said);
  await debian.until('systemctl is-active multi-user.target', 90);
  return {
    ...debian,
    async reboot() {
      const before = debian.run(
        'cat /proc/sys/kernel/random/boot_id; systemctl show -P UserspaceTimestampMonotonic',
      );
      debian.run('systemctl reboot --no-block || true');
      await debian.until(
        `test "$(cat /proc/sys/kernel/random/boot_id; systemctl show -P UserspaceTimestampMonotonic)" != "${before.trim()}" && systemctl is-active multi-user.target`,
        90,
      );
    },
    async stop() {
      const ended = new Promise((done) => child.once('exit', done));
      spawnSync('nsenter', inside(child, 'systemctl poweroff --no-block'));
      await Promise.race([ended, pause(20_000)]);
      if (child.exitCode === null) child.kill('SIGKILL');
      if (own.length > 0 && group) rmdirSync(group, { recursive: false });
    },
  };
}

function entered(child: ChildProcess, said: () => string): Pick<Debian, 'run' | 'until'> {
  const ask = (script: string) =>
    spawnSync('nsenter', inside(child, script), { encoding: 'utf8', timeout: 300_000 });
  return {
    run(script) {
      const { status, stdout, stderr } = ask(script);
      if (status !== 0) throw new Error(`${script}\nended with ${status}:\n${stdout}${stderr}`);
      return stdout;
    },
    async until(script, seconds) {
      const end = Date.now() + seconds * 1000;
      let last = '';
      while (Date.now() < end) {
        if (child.exitCode !== null) throw new Error(`The container has ended:\n${said()}`);
        const { status, stdout, stderr } = ask(script);
        if (status === 0) return stdout;
        last = `${stdout}${stderr}`;
        await pause(1000);
      }
      throw new Error(`${script}\nwas not so after ${seconds} s:\n${last}\n${said()}`);
    },
  };
}

/** The arguments of `nsenter` for a script inside the container. */
function inside(child: ChildProcess, script: string): string[] {
  const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  const leader = String(leaderOf(child.pid) ?? 0);
  return [
    ...['--target', leader, '--mount', '--uts', '--ipc', '--net', '--pid', '--cgroup'],
    ...['--', '/usr/bin/env', '-i', `PATH=${path}`, 'LC_ALL=C.UTF-8', '/bin/sh', '-c', script],
  ];
}

/** The process that is the first one inside the container: a descendant that is number 1 in its own namespace. */
function leaderOf(pid: number | undefined): number | undefined {
  if (pid === undefined) return undefined;
  const all = readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
  const parents = new Map(
    all.flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8');
        const parent = /^PPid:\s+(\d+)$/mu.exec(status)?.[1];
        const inner = /^NSpid:.*\s(\d+)$/mu.exec(status)?.[1];
        return [[Number(name), { parent: Number(parent), isFirst: inner === '1' }] as const];
      } catch {
        return []; // It has just ended.
      }
    }),
  );
  const isBelow = (each: number): boolean =>
    each === pid || (parents.has(each) && each > 1 && isBelow(parents.get(each)!.parent));
  return [...parents].find(([each, { isFirst }]) => isFirst && each !== pid && isBelow(each))?.[0];
}
