import type { ServerRules } from '#outputs/server/server-rules.ts';

/** Rules of a site of which nothing else is known. */
export function rulesWith(rules: Partial<ServerRules>): ServerRules {
  return {
    base: '/',
    url: 'https://press.example.org/',
    moved: new Map(),
    gone: new Map(),
    ...rules,
  };
}

export function manyMoved(count: number): Map<string, string> {
  return new Map(Array.from({ length: count }, (_, index) => [`/ru/old-${index}/`, '/ru/']));
}
