import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { readReleases } from '#release/releases.ts';
import { readState } from '#release/state-files.ts';

const standIn = fileURLToPath(new URL('./stand-in.ts', import.meta.url));
const pages = 40;

function publishVersion(to: string, version: number): ChildProcess {
  return spawn(process.execPath, [standIn, to, String(version), String(pages)], {
    stdio: 'ignore',
  });
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((end) => child.once('close', end));

/** The version that the public sees, after everything that must hold has been looked at; 0 where nothing is public. */
export function publicVersion(to: string): number {
  if (!existsSync(join(to, 'current'))) return 0;
  const files = globSync('**/*.html', { cwd: join(to, 'current/public') });
  const versions = new Set(
    files.map(
      (file) =>
        /<h1>(?<version>\d+)<\/h1>\.{2000}$/u.exec(
          readFileSync(join(to, 'current/public', file), 'utf8'),
        )?.groups!.version,
    ),
  );
  expect([files.length, versions.size]).toEqual([pages, 1]);
  const version = Number([...versions][0]);
  const { schedule, ledger } = readState(readReleases(to).current!);
  // The state is that of this very site, and remembers every one that was public before.
  expect(schedule.built).toBe(new Date(Date.UTC(2026, 0, 1, 0, 0, version)).toISOString());
  expect(ledger.has(`/ru/news/2026/v${version}/`)).toBe(true);
  expect(readFileSync(join(to, 'current/public/_state/ledger.json'), 'utf8')).toBe(
    readFileSync(join(to, 'current/state/ledger.json'), 'utf8'),
  );
  return version;
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Publishes again and again, each time killed at a random moment, and looks after each at what the public sees.
 * @returns how often the new version had come out before the kill, and how often not
 */
export async function killRounds(
  rounds: number,
  seed: number,
): Promise<{ swapped: number; kept: number; undisturbed: number }> {
  const to = mkdtempSync(join(tmpdir(), 'jarshy-kill-'));
  const random = numbersFrom(seed);
  const tally = { swapped: 0, kept: 0, undisturbed: 0 };
  const shown: number[] = [];
  try {
    // How long one takes here, to aim by.
    const began = performance.now();
    expect(await ended(publishVersion(to, 1))).toBe(0);
    const usual = performance.now() - began;
    shown.push(publicVersion(to));
    for (let version = 2; version < rounds + 2; version++) {
      const before = publicVersion(to);
      const child = publishVersion(to, version);
      const end = ended(child);
      // Half of the kills in the last fifth of the way, where the files are moved.
      const share = random() < 0.5 ? random() * 1.1 : 0.8 + random() * 0.3;
      const timer = setTimeout(() => child.kill('SIGKILL'), usual * share);
      const status = await end;
      clearTimeout(timer);
      const after = publicVersion(to);
      expect([before, version]).toContain(after);
      if (status === 0) expect(after).toBe(version);
      tally[status === 0 ? 'undisturbed' : after === version ? 'swapped' : 'kept']++;
      shown.push(after);
    }
    // Whatever was left lying about: the next one is not hindered by it, and clears it away.
    expect(await ended(publishVersion(to, rounds + 2))).toBe(0);
    expect(publicVersion(to)).toBe(rounds + 2);
    const { ledger } = readState(readReleases(to).current!);
    for (const version of new Set(shown))
      expect(ledger.has(`/ru/news/2026/v${version}/`)).toBe(true);
    expect(readdirSync(join(to, 'releases')).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(readReleases(to).releases.length).toBeLessThanOrEqual(3);
    expect(existsSync(join(to, 'publish.lock'))).toBe(false);
  } finally {
    rmSync(to, { recursive: true, force: true });
  }
  return tally;
}
