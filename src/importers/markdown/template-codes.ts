/**
 * Takes out what a generator would have filled in: short codes of Hugo, Liquid of Jekyll, Nunjucks of Eleventy, and marks
 * of looks. Films become links, figures pictures; what stands between two codes stays.
 * @param say told of each code that showed something
 */
export function withoutCodes(
  text: string,
  say: (code: string) => void,
  sayComment: () => void,
): string {
  return outsideCode(text, (part) =>
    withoutComments(part, sayComment)
      .replaceAll(/\{\{[<%]\s*\/\*.*?\*\/\s*[>%]\}\}/gsu, '')
      .replaceAll(
        /\{\{[<%]\s*(?<close>\/?)\s*(?<name>[\w./-]+)(?<said>.*?)\/?\s*[>%]\}\}/gsu,
        (_, close: string, name: string, said: string) => (close ? '' : hugo(name, said, say)),
      )
      .replaceAll(/\{%-?\s*(?<name>\w+)(?<said>.*?)-?%\}/gsu, (_, name: string, said: string) =>
        liquid(name, said, say),
      )
      .replaceAll(/\{\{-?\s*(?<value>[^{}]*?)\s*-?\}\}/gu, (whole) => {
        say(whole.slice(0, 80));
        return '';
      })
      // Classes and ids that kramdown and others set.
      .replaceAll(/[ \t]*\{:?\s*[.#][^{}\n]*\}/gu, '')
      .replaceAll(/^\s*<!--\s*(?:more|excerpt)\s*-->\s*$/gmu, ''),
  );
}

/** What authors write for each other: of HTML, Liquid, Nunjucks, Hugo, kramdown and Obsidian. Signs that cut a lead are none. */
const comments = [
  /<!--(?!\s*(?:more|excerpt)\s*-->).*?(?:-->|$)/gsu,
  /\{%-?\s*comment\b.*?%\}.*?\{%-?\s*endcomment\s*-?%\}/gsu,
  /\{#.*?#\}/gsu,
  /\{\{-?\s*\/\*.*?\*\/\s*-?\}\}/gsu,
  /\{::comment\}.*?\{:\/(?:comment)?\}/gsu,
  /%%(?=\S|\s).*?%%/gsu,
];

function withoutComments(text: string, sayComment: () => void): string {
  return comments.reduce(
    (rest, comment) =>
      rest.replaceAll(comment, (whole) => {
        if (/\p{L}/u.test(whole)) sayComment();
        return '';
      }),
    text,
  );
}

/** Applies a change to a text but not to the code in it. */
function outsideCode(text: string, change: (part: string) => string): string {
  return text
    .split(/(^(?:```|~~~).*?^(?:```|~~~)[^\n]*$|`[^`\n]+`)/msu)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('');
}

function hugo(name: string, said: string, say: (code: string) => void): string {
  const words = argumentsOf(said);
  const [first = ''] = words.plain;
  const id = words.named.get('id') ?? first;
  switch (name) {
    case 'youtube':
      return id ? `<https://www.youtube.com/watch?v=${id}>` : '';
    case 'vimeo':
      return id ? `<https://vimeo.com/${id}>` : '';
    case 'figure':
    case 'img': {
      const [source, alt, caption] = ['src', 'alt', 'caption'].map(
        (key) => words.named.get(key) ?? '',
      ) as [string, string, string];
      const note = caption || (words.named.get('title') ?? '');
      return `\n\n<figure><img src="${attribute(source || first)}" alt="${attribute(alt)}"><figcaption>${attribute(note)}</figcaption></figure>\n\n`;
    }
    default:
      say(`{{< ${name}${said.trimEnd()} >}}`.slice(0, 80));
      return '';
  }
}

/** Tags that only steer a template show nothing themselves. */
const steering = new Set(['highlight', 'endhighlight', 'raw', 'endraw', 'comment', 'endcomment']);

function liquid(name: string, said: string, say: (code: string) => void): string {
  const film = /youtube(?:\.html)?\s+(?:id=)?["']?(?<id>[\w-]{6,})/iu.exec(said)?.groups?.id;
  if (film !== undefined) return `<https://www.youtube.com/watch?v=${film}>`;
  if (!steering.has(name)) say(`{% ${name}${said.trimEnd()} %}`.slice(0, 80));
  return '';
}

function argumentsOf(said: string) {
  const named = new Map<string, string>();
  const plain: string[] = [];
  for (const { groups } of said.matchAll(
    /(?:(?<name>[\w-]+)=)?(?:"(?<quoted>[^"]*)"|'(?<single>[^']*)'|`(?<raw>[^`]*)`|(?<bare>[^\s"'`=]+))/gu,
  )) {
    const value = groups?.quoted ?? groups?.single ?? groups?.raw ?? groups?.bare ?? '';
    if (groups?.name) named.set(groups?.name, value);
    else plain.push(value);
  }
  return { named, plain };
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
