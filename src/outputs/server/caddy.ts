import { urls } from '#site/urls.ts';
import {
  contentType,
  contentTypes,
  feedEnding,
  headerRules,
  type HeaderRule,
  unknownType,
} from '#outputs/headers.ts';
import {
  backToThePage,
  cookieOfEach,
  everybodysSheet,
  keepParameter,
  keepValue,
  keptChoices,
  preferencesHeaders,
  usualValue,
} from './reader-cookies.ts';
import { block, line, type Line, type Notation, printConfiguration } from './block-printer.ts';
import { encodedPath, movedStatus, type ServerRules, withoutAddresses } from './server-rules.ts';

/** In quotation marks, a backslash is literal unless a quotation mark follows it. */
const notation: Notation = {
  indent: '\t',
  end: '',
  plain: /^[\w./*@{}-]+$/u,
  escaped: /"/gu,
};

/**
 * Writes a part of a site block for Caddy (2.6 or newer). Everything is in a `route`, because elsewhere Caddy
 * orders directives itself, and later rules would not win.
 */
export function writeCaddy(rules: ServerRules): string {
  return write(
    rules,
    [],
    '/srv/press/current/public',
    '/srv/press/current/public.server/Caddyfile',
  );
}

/**
 * Writes the same without the addresses of a release, for a server whose rules belong to root. It looks old and removed
 * addresses up in files that are data: see deploy/README.md.
 */
export function writeCaddyRules(rules: ServerRules): string {
  const map = (file: string, variable: string) =>
    // Caddy has taken the base of the site away from the other path.
    block(
      ['map', '{http.request.orig_uri.path}', variable],
      [line('import', `/etc/caddy/jarshy/${file}`), line('default', 'nowhere')],
    );
  const lookUp = [
    map('moved.map', '{jarshy_moved}'),
    map('gone.map', '{jarshy_gone}'),
    block(['@moved'], [line('expression', '{jarshy_moved} != "nowhere"')]),
    line('redir', '@moved', '{jarshy_moved}', String(movedStatus)),
    block(['@gone'], [line('expression', '{jarshy_gone} != "nowhere"')]),
    block(
      ['handle', '@gone'],
      [
        line('header', 'Content-Type', contentTypes.html),
        line('header', '-Content-Disposition'),
        line('rewrite', '*', '{jarshy_gone}'),
        ...(rules.base === '/' ? [] : [line('uri', 'strip_prefix', rules.base.slice(0, -1))]),
        block(['file_server'], [line('status', '410')]),
      ],
    ),
  ];
  return write(
    withoutAddresses(rules),
    lookUp,
    '/srv/press/published/current/public',
    '/etc/caddy/jarshy/rules',
  );
}

function write(rules: ServerRules, lookUp: readonly Line[], folder: string, file: string): string {
  const { base, url, moved, gone } = rules;
  const below = (path: string) => path.slice(base.length - 1);
  const matched = Object.entries<HeaderRule>(headerRules).map(([name, rule]) => ({
    ...rule,
    ...(rule.paths === undefined
      ? { matcher: [], definition: [] }
      : {
          matcher: [`@${name}`],
          definition: [line(`@${name}`, 'path_regexp', `(?i)${rule.paths}`)],
        }),
  }));
  const route = [
    // For every path that no line below matches.
    line('header', 'Content-Type', unknownType),
    ...matched.flatMap(({ matcher, definition, headers }) => [
      ...definition,
      block(
        ['header', ...matcher],
        Object.entries(headers).map(([name, value]) => line(name, value)),
      ),
    ]),
    ...Object.entries(contentTypes).flatMap(([ending, type]) => [
      line(`@${ending}`, 'path', `*.${ending}`, ...(ending === 'html' ? ['*/'] : [])),
      line('header', `@${ending}`, 'Content-Type', type),
    ]),
    line('@feed', 'path', `*${feedEnding}`),
    line('header', '@feed', 'Content-Type', contentType(feedEnding)),
    line('@written', 'not', 'method', 'GET', 'HEAD'),
    line('respond', '@written', '405'),
    ...readerSettings(base),
    ...lookUp,
    ...(moved.size === 0
      ? []
      : [
          block(
            ['map', '{http.request.uri.path}', '{jarshy_moved}'],
            [
              ...[...moved].map(([from, to]) => line(literal(below(from)), encodedPath(to))),
              line('default', 'nowhere'),
            ],
          ),
          block(['@moved'], [line('expression', '{jarshy_moved} != "nowhere"')]),
          line('redir', '@moved', '{jarshy_moved}', String(movedStatus)),
        ]),
    ...[...gone].map(([address, notice]) => {
      const matcher = literal(`${below(address)}${address.endsWith('/') ? '*' : ''}`);
      return block(
        ['handle', matcher],
        [
          line('header', 'Content-Type', contentTypes.html),
          line('header', '-Content-Disposition'),
          line('rewrite', '*', literal(`${below(notice)}index.html`)),
          block(['file_server'], [line('status', '410')]),
        ],
      );
    }),
    block(['file_server'], [line('precompressed', 'br', 'gzip')]),
  ];
  const lines = [
    ...(base === '/'
      ? []
      : [line('redir', literal(base.slice(0, -1)), encodedPath(base), String(movedStatus))]),
    block(
      [base === '/' ? 'handle' : 'handle_path', ...(base === '/' ? [] : [literal(`${base}*`)])],
      [block(['route'], route)],
    ),
    block(
      ['handle_errors'],
      [
        block(
          ['@lost'],
          [
            line('expression', '{http.error.status_code} == 404'),
            ...(base === '/' ? [] : [line('path', literal(`${base}*`))]),
          ],
        ),
        block(
          ['route', '@lost'],
          [
            block(
              ['header'],
              [
                line('Content-Type', contentTypes.html),
                line('-Content-Disposition'),
                ...Object.entries(headerRules.all.headers).map(([name, value]) =>
                  line(name, value),
                ),
              ],
            ),
            line('rewrite', '*', '/404.html'),
            line('file_server'),
          ],
        ),
      ],
    ),
  ];
  const introduction = {
    url,
    server: 'Caddy',
    use: 'imported in a site block',
    example: [
      'press.example.org {',
      `  root * ${folder}    # the folder of the site`,
      `  import ${file}`,
      '}',
    ],
  };
  return printConfiguration(introduction, lines, notation);
}

/** Keeps the choices of readers without script; see reader-cookies.ts. */
function readerSettings(base: string): Line[] {
  const choices = keptChoices(base);
  const each = cookieOfEach();
  const placeholder = (setting: string) => `{jarshy_view_${setting}}`;
  const cookieWhere = (matcher: string, parameter: string, value: string, set: string) => [
    line(matcher, 'query', `${parameter}=${value}`),
    line('header', matcher, '+Set-Cookie', set),
  ];
  return [
    line('@kept', 'query', `${keepParameter}=${keepValue}`, `${keepParameter}=${usualValue}`),
    line('@keep', 'query', `${keepParameter}=${keepValue}`),
    line('@back', 'query', `${keepParameter}=${usualValue}`),
    block(
      ['route', '@kept'],
      [
        line('header', 'Cache-Control', 'no-store'),
        block(
          ['route', '@keep'],
          choices.flatMap(({ setting, value, set }) =>
            cookieWhere(`@keep_${setting}_${value}`, setting, value, set),
          ),
        ),
        block(
          ['route', '@back'],
          choices
            .filter(({ value }) => value === usualValue)
            .map(({ set }) => line('header', '+Set-Cookie', set)),
        ),
        line('redir', backToThePage, '303'),
      ],
    ),
    block(
      ['route', urls.preferences],
      [
        ...each.map(([setting, cookie]) =>
          block(
            ['map', `{http.request.cookie.${cookie}}`, placeholder(setting)],
            [
              ...choices.flatMap((choice) =>
                choice.setting === setting && choice.sheet
                  ? [line(choice.value, choice.sheet)]
                  : [],
              ),
              line('default', ''),
            ],
          ),
        ),
        ...Object.entries(preferencesHeaders).map(([name, value]) => line('header', name, value)),
        // The explicit matcher `*` is needed because the text begins with `@`, like a named matcher.
        line(
          'respond',
          '*',
          everybodysSheet + each.map(([setting]) => placeholder(setting)).join(''),
        ),
      ],
    ),
  ];
}

/**
 * Replaces characters that Caddy cannot take literally. Braces would insert a placeholder of Caddy, which may be a
 * secret from the environment. A backslash before a quotation mark cannot be written at all. No published path
 * contains any of them; see `sitePath`.
 */
function literal(path: string): string {
  return path.replaceAll(/[{}\\]/gu, '?');
}
