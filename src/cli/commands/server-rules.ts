import { writeCaddyRules } from '#outputs/server/caddy.ts';
import { writeNginxRules } from '#outputs/server/nginx.ts';
import { decodedPath } from '#site/removed-address.ts';
import type { ServerRules } from '#outputs/server/server-rules.ts';
import type { Run } from '#cli/command.ts';
import { UserError } from '#messages/user-error.ts';

const writers = { nginx: writeNginxRules, caddy: writeCaddyRules } satisfies Record<
  string,
  (rules: ServerRules) => string
>;

/**
 * `npm run server-rules`: the rules for a server that keeps them itself. Root runs it, so it reads nothing that another
 * user could have written: neither the content nor a release.
 */
export const serverRules: Run<'server-rules'> = ({ values, args: [server = ''] }) => {
  const writer = Object.hasOwn(writers, server)
    ? writers[server as keyof typeof writers]
    : undefined;
  if (!writer)
    throw new UserError('unknown-server', { server, servers: Object.keys(writers).join(', ') });
  const url = URL.parse(values.url ?? '');
  if (!url) throw new UserError('option-missing', { option: '--url' });
  const base = decodedPath(url.pathname.endsWith('/') ? url.pathname : `${url.pathname}/`);
  process.stdout.write(
    writer({ base, url: `${url.origin}${base}`, moved: new Map(), gone: new Map() }),
  );
  return Promise.resolve();
};
