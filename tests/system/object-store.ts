import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './server.ts';

/** A store that speaks S3, on this machine. */
export interface ObjectStore {
  /** `http://127.0.0.1:4568` */
  readonly url: string;
  /** How rclone is told of it under the name `store`. */
  readonly env: Readonly<Record<string, string>>;
  /** Its one bucket. */
  readonly bucket: string;
  stop(): Promise<void>;
}

/** Starts a store with one empty bucket on a free port of 127.0.0.1.
 * @throws when it does not, with what it said */
export async function startObjectStore(): Promise<ObjectStore> {
  const directory = mkdtempSync(join(tmpdir(), 'jarshy-s3-'));
  const port = await freePort();
  const bucket = 'press';
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 's3-server.mjs'), directory, String(port), bucket],
    { stdio: 'pipe' },
  );
  let said = '';
  child.stderr.on('data', (part) => (said += part));
  const ended = once(child, 'exit');
  await Promise.race([
    once(child.stdout, 'data'),
    ended.then(() => Promise.reject(new Error(`The store could not be started: ${said}`))),
  ]);
  const url = `http://127.0.0.1:${port}`;
  const settings = {
    TYPE: 's3',
    PROVIDER: 'Other',
    ENDPOINT: url,
    ACCESS_KEY_ID: 'S3RVER',
    SECRET_ACCESS_KEY: 'S3RVER',
    FORCE_PATH_STYLE: 'true',
    REGION: 'us-east-1',
  };
  return {
    url,
    bucket,
    env: {
      RCLONE_CONFIG: join(directory, 'none.conf'),
      ...Object.fromEntries(
        Object.entries(settings).map(([name, value]) => [`RCLONE_CONFIG_STORE_${name}`, value]),
      ),
    },
    async stop() {
      child.stdin.end();
      await ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
