import { describe, expect, test } from 'vitest';
import { writeCaddy } from '#outputs/server/caddy.ts';
import { writeNginx } from '#outputs/server/nginx.ts';
import type { ServerRules } from '#outputs/server/server-rules.ts';
import { rulesWith } from './rules.ts';

// What no address of a site can hold (see `sitePath`) would be harmless even here.
const hostile = [
  '/ru/a; return 200 stolen;/',
  '/ru/a\n} location / { return 200; }/',
  '/ru/"; return 200 "/',
  '/ru/{ }/',
  '/ru/$jarshy/',
  '/ru/{$HOME}/',
  '/ru/{env.HOME}/',
  '/ru/a\\" b/',
  '/ru/#/',
];

/** What a configuration says outside quotation marks of what only an address could have brought in. */
function bareParts(text: string): string[] {
  const quoted = /"(?:[^"\\]|\\.)*"/gsu;
  return text.replaceAll(quoted, '""').match(/stolen|HOME/gu) ?? [];
}

describe.each<[string, (rules: ServerRules) => string]>([
  ['nginx', writeNginx],
  ['caddy', writeCaddy],
])('%s', (_, write) => {
  test.each(hostile)('an old address stays one word: %s', (address) => {
    const text = write(rulesWith({ moved: new Map([[address, '/ru/']]) }));
    expect(bareParts(text)).toEqual([]);
    const plain = write(rulesWith({ moved: new Map([['/ru/plain/', '/ru/']]) }));
    const shape = (config: string) =>
      config
        .replaceAll(/"(?:[^"\\]|\\.)*"/gsu, '""')
        .replaceAll(/\/ru\/plain\/|\/ru\/\$jarshy\//gu, '""')
        .replaceAll(/(?<=location = )\S+/gu, '""');
    expect(shape(text)).toBe(shape(plain));
  });

  test.each(hostile)('so does where it leads: %s', (target) => {
    const text = write(rulesWith({ moved: new Map([['/ru/plain/', target]]) }));
    expect(text).not.toMatch(/stolen;|\{\$HOME|\{env/u);
    expect(text.split('\n').length).toBe(
      write(rulesWith({ moved: new Map([['/ru/plain/', '/ru/']]) })).split('\n').length,
    );
  });
});

test('no value of Caddy can be asked for', () => {
  const text = writeCaddy(rulesWith({ moved: new Map([['/ru/{$HOME}/', '/ru/{env.HOME}/']]) }));
  expect(text).not.toMatch(/\{\$HOME\}|\{env/u);
});
