import { request } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly bytes: Buffer;
}

/** The answer to exactly this path: `fetch` would tidy it first, follow redirects and unpack what is compressed. */
export function ask(
  port: number,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((done, failed) => {
    request({ port, host: '127.0.0.1', path, method, headers, agent: false }, async (response) => {
      done({
        status: response.statusCode!,
        headers: response.headers,
        bytes: await buffer(response),
      });
    })
      .on('error', failed)
      .end();
  });
}
