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
import { must } from '#lang/lookup.ts';

const notation: Notation = {
  indent: '  ',
  end: ';',
  plain: /^(?:[\w./=^~*$-]+|\(\$\w+|\))$/u,
  escaped: /[\\"]/gu,
};

/**
 * Writes a part of a server block for nginx (1.22 or newer, standard modules only).
 * An `add_header` in a location discards those of the enclosing level. So all of them are in one place, and values
 * that depend on the path are in variables. nginx evaluates these again when it goes from an address to a file or
 * to an error page.
 */
export function writeNginx(rules: ServerRules): string {
  return write(
    rules,
    [],
    [
      'set $jarshy /srv/press/current/public;             # the folder of the site',
      'include /srv/press/current/public.server/nginx.conf;',
    ],
  );
}

/**
 * Writes the same without the addresses of a release, for a server whose rules belong to root. It looks old and removed
 * addresses up in two variables, made with `map` of files that are data: see deploy/nginx/.
 */
export function writeNginxRules(rules: ServerRules): string {
  const lookUp = [
    block(
      ['if', '($jarshy_gone)'],
      [line('error_page', '410', '$jarshy_gone'), line('return', '410')],
    ),
    block(['if', '($jarshy_moved)'], [line('return', String(movedStatus), '$jarshy_moved')]),
  ];
  return write(withoutAddresses(rules), lookUp, [
    'set $jarshy /srv/press/published/current/public;   # the folder of the site',
    'include /etc/nginx/jarshy/rules.conf;',
  ]);
}

/** @param lookUp for the location inside, too: nginx does not hand such lines down */
function write(rules: ServerRules, lookUp: readonly Line[], example: readonly string[]): string {
  const { base, url } = rules;
  const { all, ...others } = headerRules;
  const values = new Map(
    Object.values<HeaderRule>(others)
      .flatMap(({ headers }) => Object.keys(headers))
      .map((name) => [name, (all.headers as Record<string, string>)[name] ?? '']),
  );
  const headers = { ...Object.fromEntries(values), ...all.headers };
  const always = [
    line('absolute_redirect', 'off'),
    ...Object.entries(headers).map(([name, value]) =>
      line('add_header', name, values.has(name) ? variable(name) : value, 'always'),
    ),
  ];
  const lines = [
    ...[...values].map(([name, value]) => line('set', variable(name), value)),
    ...Object.values<HeaderRule>(others).flatMap(({ paths, headers }) => {
      const condition = [
        'if',
        '($uri',
        '~*',
        `^${escaped(base.slice(0, -1))}${must(paths, 'paths of a rule').slice(1)}`,
        ')',
      ];
      return [
        block(
          condition,
          Object.entries(headers).map(([name, value]) => line('set', variable(name), value)),
        ),
      ];
    }),
    line('uninitialized_variable_warn', 'off'),
    ...(base === '/'
      ? []
      : [
          block(
            ['location', '=', base.slice(0, -1)],
            [...always, line('return', String(movedStatus), encodedPath(base))],
          ),
        ]),
    ...readerSettings(base, always),
    block(
      ['location', base],
      [
        block(
          ['if', `($arg_${keepParameter}`, '~', `^(?:${keepValue}|${usualValue})$`, ')'],
          [line('rewrite', '^', `${base}prefs`, 'last')],
        ),
        base === '/' ? line('root', '$jarshy') : line('alias', '$jarshy/'),
        line('index', 'index.html'),
        line('gzip_static', 'on'),
        line('gzip_vary', 'on'),
        block(
          ['types'],
          Object.entries(contentTypes).map(([ending, type]) => line(type, ending)),
        ),
        line('default_type', unknownType),
        line('error_page', '403', '404', '=404', `${base}404.html`),
        ...always,
        block(
          ['location', '~', `${escaped(feedEnding)}$`],
          [...lookUp, block(['types'], []), line('default_type', contentType(feedEnding))],
        ),
        ...lookUp,
        ...[...rules.moved].map(([from, to]) =>
          block(['location', '=', from], [line('return', String(movedStatus), encodedPath(to))]),
        ),
        ...[...rules.gone].map(([address, notice]) =>
          block(
            ['location', address.endsWith('/') ? '^~' : '=', address],
            [line('error_page', '410', encodedPath(`${notice}index.html`)), line('return', '410')],
          ),
        ),
      ],
    ),
  ];
  const introduction = {
    url,
    server: 'nginx',
    use: 'included in a server block',
    example: [
      'server {',
      '  listen 443 ssl;',
      ...example.map((each) => `  ${each}`),
      '  brotli_static on;                                  # where that module is installed',
      '}',
    ],
  };
  return printConfiguration(introduction, lines, notation);
}

/** Keeps the choices of readers without script; see reader-cookies.ts. */
function readerSettings(base: string, always: readonly Line[]): Line[] {
  const choices = keptChoices(base);
  const name = (kind: 'keep' | 'view', setting: string) => `$jarshy_${kind}_${setting}`;
  const each = cookieOfEach();
  return [
    block(
      ['location', '=', `${base}prefs`],
      [
        line('internal'),
        ...each.map(([setting]) => line('set', name('keep', setting), '')),
        ...choices.map(({ setting, value, set }) =>
          block(
            ['if', `($arg_${setting}`, '=', value, ')'],
            [line('set', name('keep', setting), set)],
          ),
        ),
        block(
          ['if', `($arg_${keepParameter}`, '=', usualValue, ')'],
          choices
            .filter(({ value }) => value === usualValue)
            .map(({ setting, set }) => line('set', name('keep', setting), set)),
        ),
        // nginx does not send a header with an empty value.
        ...each.map(([setting]) => line('add_header', 'Set-Cookie', name('keep', setting))),
        line('add_header', 'Cache-Control', 'no-store'),
        line('absolute_redirect', 'off'),
        line('return', '303', backToThePage),
      ],
    ),
    block(
      ['location', '=', `${base}prefs.css`],
      [
        ...each.map(([setting]) => line('set', name('view', setting), '')),
        ...choices.flatMap(({ setting, value, cookie, sheet }) =>
          sheet
            ? [
                block(
                  ['if', `($cookie_${cookie}`, '=', value, ')'],
                  [line('set', name('view', setting), sheet)],
                ),
              ]
            : [],
        ),
        line('set', variable('Cache-Control'), preferencesHeaders['Cache-Control']),
        line('add_header', 'Vary', preferencesHeaders.Vary),
        ...always,
        block(['types'], []),
        line('default_type', contentTypes.css),
        line(
          'return',
          '200',
          everybodysSheet + each.map(([setting]) => name('view', setting)).join(''),
        ),
      ],
    ),
  ];
}

function variable(header: string): string {
  return `$jarshy_${header.toLowerCase().replaceAll('-', '_')}`;
}

/** Escapes a text so that a regular expression matches it literally. */
function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
