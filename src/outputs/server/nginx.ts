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
import { encodedPath, movedStatus, type ServerRules } from './server-rules.ts';

/** A directive of nginx: its name, what it is given, and what it holds in braces. */
interface Directive {
  readonly words: readonly string[];
  readonly inside?: readonly Directive[];
}

function directive(...words: string[]): Directive {
  return { words };
}

function block(words: readonly string[], inside: readonly Directive[]): Directive {
  return { words, inside };
}

/**
 * A part of a server block of nginx (1.22 or newer; nothing but its standard modules is needed).
 *
 * An `add_header` in a location drops those around it. So they all stand together, and what differs from path to path is
 * in variables, which are set anew when nginx goes from an address to a file or to the page of an error.
 */
export function writeNginx(rules: ServerRules): string {
  const { base, url } = rules;
  const { all, ...others } = headerRules;
  const values = new Map(
    Object.values<HeaderRule>(others)
      .flatMap(({ headers }) => Object.keys(headers))
      .map((name) => [name, (all.headers as Record<string, string>)[name] ?? '']),
  );
  const headers = { ...Object.fromEntries(values), ...all.headers };
  const always = [
    directive('absolute_redirect', 'off'),
    ...Object.entries(headers).map(([name, value]) =>
      directive('add_header', name, values.has(name) ? variable(name) : value, 'always'),
    ),
  ];
  const lines = [
    ...[...values].map(([name, value]) => directive('set', variable(name), value)),
    ...Object.values<HeaderRule>(others).flatMap(({ paths, headers }) => {
      const condition = [
        'if',
        '($uri',
        '~*',
        `^${escaped(base.slice(0, -1))}${paths!.slice(1)}`,
        ')',
      ];
      return [
        block(
          condition,
          Object.entries(headers).map(([name, value]) => directive('set', variable(name), value)),
        ),
      ];
    }),
    directive('uninitialized_variable_warn', 'off'),
    ...(base === '/'
      ? []
      : [
          block(
            ['location', '=', base.slice(0, -1)],
            [...always, directive('return', String(movedStatus), encodedPath(base))],
          ),
        ]),
    ...readerSettings(base, always),
    block(
      ['location', base],
      [
        block(
          ['if', `($arg_${keepParameter}`, '~', `^(?:${keepValue}|${usualValue})$`, ')'],
          [directive('rewrite', '^', `${base}prefs`, 'last')],
        ),
        base === '/' ? directive('root', '$jarshy') : directive('alias', '$jarshy/'),
        directive('index', 'index.html'),
        directive('gzip_static', 'on'),
        directive('gzip_vary', 'on'),
        block(
          ['types'],
          Object.entries(contentTypes).map(([ending, type]) => directive(type, ending)),
        ),
        directive('default_type', unknownType),
        directive('error_page', '403', '404', '=404', `${base}404.html`),
        ...always,
        block(
          ['location', '~', `${escaped(feedEnding)}$`],
          [block(['types'], []), directive('default_type', contentType(feedEnding))],
        ),
        ...[...rules.moved].map(([from, to]) =>
          block(
            ['location', '=', from],
            [directive('return', String(movedStatus), encodedPath(to))],
          ),
        ),
        ...rules.gone.flatMap((folder) => [
          block(
            ['location', '^~', folder],
            [
              directive('error_page', '410', encodedPath(`${folder}index.html`)),
              directive('return', '410'),
            ],
          ),
          block(['location', '=', `${folder}index.html`], [directive('internal')]),
        ]),
      ],
    ),
  ];
  return `${introduction(url)}${write(lines)}`;
}

/** Keeps what a reader without script has set; see reader-cookies.ts. */
function readerSettings(base: string, always: readonly Directive[]): Directive[] {
  const choices = keptChoices(base);
  const name = (kind: 'keep' | 'view', setting: string) => `$jarshy_${kind}_${setting}`;
  const each = cookieOfEach();
  return [
    block(
      ['location', '=', `${base}prefs`],
      [
        directive('internal'),
        ...each.map(([setting]) => directive('set', name('keep', setting), '')),
        ...choices.map(({ setting, value, set }) =>
          block(
            ['if', `($arg_${setting}`, '=', value, ')'],
            [directive('set', name('keep', setting), set)],
          ),
        ),
        block(
          ['if', `($arg_${keepParameter}`, '=', usualValue, ')'],
          choices
            .filter(({ value }) => value === usualValue)
            .map(({ setting, set }) => directive('set', name('keep', setting), set)),
        ),
        // A header without a value is not sent.
        ...each.map(([setting]) => directive('add_header', 'Set-Cookie', name('keep', setting))),
        directive('add_header', 'Cache-Control', 'no-store'),
        directive('absolute_redirect', 'off'),
        directive('return', '303', backToThePage),
      ],
    ),
    block(
      ['location', '=', `${base}prefs.css`],
      [
        ...each.map(([setting]) => directive('set', name('view', setting), '')),
        ...choices.flatMap(({ setting, value, cookie, sheet }) =>
          sheet
            ? [
                block(
                  ['if', `($cookie_${cookie}`, '=', value, ')'],
                  [directive('set', name('view', setting), sheet)],
                ),
              ]
            : [],
        ),
        directive('set', variable('Cache-Control'), preferencesHeaders['Cache-Control']),
        directive('add_header', 'Vary', preferencesHeaders.Vary),
        ...always,
        block(['types'], []),
        directive('default_type', contentTypes['css']!),
        directive(
          'return',
          '200',
          everybodysSheet + each.map(([setting]) => name('view', setting)).join(''),
        ),
      ],
    ),
  ];
}

function introduction(url: string): string {
  return `# ${encodeURI(decodeURI(url))} for nginx, written anew by each build. To be included in a server block:
#
#   server {
#     listen 443 ssl;
#     set $jarshy /srv/press/current/public;             # the folder of the site
#     include /srv/press/current/public.server/nginx.conf;
#     brotli_static on;                                  # where that module is installed
#   }

`;
}

function variable(header: string): string {
  return `$jarshy_${header.toLowerCase().replaceAll('-', '_')}`;
}

function write(directives: readonly Directive[], indent = ''): string {
  return directives
    .map(({ words, inside }) => {
      const start = indent + words.map(word).join(' ');
      return inside ? `${start} {\n${write(inside, `${indent}  `)}${indent}}\n` : `${start};\n`;
    })
    .join('');
}

/** In quotes where it holds what nginx would read as something else. */
function word(text: string): string {
  if (/^(?:[\w./=^~*$-]+|\(\$\w+|\))$/u.test(text)) return text;
  return `"${text.replaceAll(/[\\"]/gu, '\\$&')}"`;
}

/** A text as a regular expression that means just it. */
function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
