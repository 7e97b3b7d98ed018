// Puts the programs that the tests of `tests/system/` run on this machine: Debian's own packages.
import { spawnSync } from 'node:child_process';

/** Program → the package it comes in. */
const packages = {
  nginx: 'nginx',
  caddy: 'caddy',
  rsync: 'rsync',
  sshd: 'openssh-server',
  ssh: 'openssh-client',
  rclone: 'rclone',
  'systemd-analyze': 'systemd',
};

/** What has no program to look for. */
const parts = ['libnginx-mod-http-brotli-static', 'python3-aiosmtpd'];

/**
 * Installs what is missing, where that is possible: on Debian, as root.
 * What is still missing afterwards, the tests that need it say by failing.
 */
export function installPrograms() {
  const found = (program) =>
    spawnSync('sh', ['-c', `command -v ${program}`], { env: withSbin() }).status === 0;
  const installed = (name) => spawnSync('dpkg', ['-s', name], { stdio: 'ignore' }).status === 0;
  const missing = [
    ...Object.entries(packages)
      .filter(([program]) => !found(program))
      .map(([, name]) => name),
    ...parts.filter((name) => !installed(name)),
  ];
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    console.error(`Install these packages to run the tests: ${missing.join(' ')}`);
    return;
  }
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', ...missing);
}

/** Servers are often outside the path of a plain user. */
export function withSbin() {
  return { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/usr/local/sbin` };
}

function apt(...args) {
  // policy-rc.d: a package that is installed must not start a server of its own on port 80.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] });
}
