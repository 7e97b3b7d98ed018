import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseYaml } from '#lang/yaml.ts';
import { UserError } from '#messages/user-error.ts';
import { channelsFile } from '#schema/outbox.ts';
import { mailSender } from './mail.ts';
import type { Channel } from './channel.ts';
import { telegramSender } from './telegram.ts';
import { webhookSender } from './webhook.ts';

/**
 * Reads the channels of a file.
 * @param env where the secrets are
 * @throws {UserError} when the file or a secret is missing, or a channel is not valid
 */
export function readChannels(file: string, env: NodeJS.ProcessEnv): Channel[] {
  if (!existsSync(file)) throw new UserError('no-channels', { file });
  const yaml = parseYaml(readFileSync(file, 'utf8'));
  const read = 'faults' in yaml ? undefined : channelsFile.safeParse(yaml.value);
  if (!read?.success)
    throw new UserError('bad-channels', {
      file,
      detail:
        read?.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') ??
        'YAML',
    });
  const secret = (name: string): string => {
    const value = env[name];
    if (!value) throw new UserError('no-secret', { file, name });
    return value;
  };
  const { telegram = [], mail = [], webhooks = [] } = read.data;
  const channels: Channel[] = [
    ...telegram.map((one) => ({ ...one, send: telegramSender(one, secret(one.token)) })),
    ...mail.map((one) => ({
      ...one,
      send: mailSender(one, {
        server: secret(one.server),
        addresses: addressesIn(join(dirname(file), one.list)),
      }),
    })),
    ...webhooks.map((one) => ({ ...one, send: webhookSender(one, secret(one.secret)) })),
  ];
  const twice = channels.find(({ name }, index) =>
    channels.slice(index + 1).some((other) => other.name === name),
  );
  if (twice) throw new UserError('bad-channels', { file, detail: `name: ${twice.name}` });
  return channels;
}

/** An address a line; empty lines and those that begin with `#` are none. */
function addressesIn(file: string): string[] {
  if (!existsSync(file)) throw new UserError('no-channels', { file });
  return readFileSync(file, 'utf8')
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
