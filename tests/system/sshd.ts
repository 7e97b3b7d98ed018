import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { withSbin } from './install.mjs';
import { freePort, isListening } from './server.ts';

/** A real ssh server on this machine, for the one who runs the tests. */
export interface Sshd {
  /** `me@127.0.0.1` */
  readonly user: string;
  /** How rsync is to call ssh: the value of RSYNC_RSH. */
  readonly shell: string;
  stop(): void;
}

/** Starts Debian's sshd on a free port of 127.0.0.1, with keys of its own. @throws when it does not answer, with what it said */
export async function startSshd(): Promise<Sshd> {
  const work = mkdtempSync(join(tmpdir(), 'jarshy-sshd-'));
  const port = await freePort();
  for (const name of ['host', 'key'])
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(work, name)]);
  copyFileSync(join(work, 'key.pub'), join(work, 'authorized'));
  writeFileSync(
    join(work, 'config'),
    `ListenAddress 127.0.0.1:${port}
HostKey ${work}/host
AuthorizedKeysFile ${work}/authorized
PidFile ${work}/pid
StrictModes no
UsePAM no
PasswordAuthentication no
PermitRootLogin prohibit-password
`,
  );
  // Where sshd of a root locks itself in; its package makes it when it starts.
  if (process.getuid?.() === 0 && !existsSync('/run/sshd')) mkdirSync('/run/sshd', { mode: 0o755 });
  const program = execFileSync('sh', ['-c', 'command -v sshd'], {
    env: withSbin(),
    encoding: 'utf8',
  }).trim();
  const child = spawn(program, ['-D', '-e', '-f', join(work, 'config')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (part) => (said += part));
  const stop = () => {
    child.kill();
    rmSync(work, { recursive: true, force: true });
  };
  for (let tries = 0; !(await isListening(port)); tries++) {
    if (child.exitCode !== null || tries > 100) {
      stop();
      throw new Error(`sshd does not answer: ${said}`);
    }
    await pause(50);
  }
  return {
    user: `${userInfo().username}@127.0.0.1`,
    shell: `ssh -p ${port} -i ${work}/key -o BatchMode=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR`,
    stop,
  };
}
