import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const deploy = join(import.meta.dirname, '../../deploy');
const units = readdirSync(join(deploy, 'systemd'));
const work = mkdtempSync(join(tmpdir(), 'jarshy-units-'));
cpSync(join(deploy, 'systemd'), work, { recursive: true });
// The machine of the tests does not have the reader of addresses where an operator puts it.
for (const unit of units) {
  const text = readFileSync(join(work, unit), 'utf8');
  const reader = join(deploy, 'jarshy-addresses');
  writeFileSync(join(work, unit), text.replaceAll('/usr/local/sbin/jarshy-addresses', reader));
}
afterAll(() => rmSync(work, { recursive: true }));

/** What systemd finds wrong with a unit. */
function verify(unit: string): string {
  const { stderr, status } = spawnSync(
    'systemd-analyze',
    ['verify', '--man=no', join(work, unit)],
    { encoding: 'utf8' },
  );
  // Other units of the machine are not ours to mend.
  return status === 0 && !stderr.includes(work) ? '' : stderr;
}

describe('systemd', () => {
  test('units are there', () =>
    expect(units.sort()).toEqual([
      'jarshy-alarm.service',
      'jarshy-nginx.path',
      'jarshy-nginx.service',
      'jarshy-publish.service',
      'jarshy-publish.timer',
    ]));
  test.each(units)('understands %s', (unit) => expect(verify(unit)).toBe(''));
  test('finds a misspelled setting', () => {
    writeFileSync(
      join(work, 'broken.service'),
      readFileSync(join(work, 'jarshy-publish.service'), 'utf8').replace(
        'NoNewPrivileges',
        'NoNewPrivilege',
      ),
    );
    expect(verify('broken.service')).toMatch(/Unknown key.*'NoNewPrivilege'/u);
  });
  test('finds the publisher well locked in', () => {
    const said = execFileSync(
      'systemd-analyze',
      ['security', '--offline=true', join(work, 'jarshy-publish.service')],
      { encoding: 'utf8' },
    );
    const [, exposure] = /exposure level[^:]*: (?<exposure>[\d.]+)/u.exec(said)!;
    // Of 10; an unhardened service has 9.6.
    expect(Number(exposure)).toBeLessThan(2);
  });
});
