import { rmSync } from 'node:fs';
import { parentThread } from '#worker.ts';

parentThread().once('message', (folder: string) => {
  rmSync(folder, { recursive: true, force: true });
  parentThread().postMessage(undefined);
});
