import type { BodyComponent } from './components.ts';

/**
 * Reads from the code of a component of a theme what a text may pass to it: `interface Props { route: string }`, or the
 * same as a `type`. The code is not run, and only this plain form is understood.
 * @returns undefined where the props may be others than those written: they extend a type, are computed, or are not
 *   there. Then attributes are left to the component.
 */
export function componentProps(code: string): BodyComponent | undefined {
  const script = /^\s*---\r?\n(?<script>[\s\S]*?)^---/mu.exec(code)?.groups?.script;
  const clean = script?.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|[\s;,{])\/\/.*$/gmu, '');
  const open = /\b(?:interface Props\s*|type Props\s*=\s*)\{/u.exec(clean ?? '');
  if (clean === undefined || !open) return undefined;
  const start = open.index + open[0].length;
  const end = endOf(clean, start);
  // A type can go on: `{ a: string } & Others`.
  if (end === undefined || /^\s*(?:[&|]|\[)/u.test(clean.slice(end + 1))) return undefined;
  const members = membersOf(clean.slice(start, end)).map(read);
  if (!members.every((member) => member !== undefined)) return undefined;
  return {
    attributes: members.map(({ name }) => name),
    // An attribute without a value is an empty text. So a flag is never missing.
    needs: [
      members
        .filter(({ type, isOptional }) => !isOptional && type !== 'boolean')
        .map(({ name }) => name),
    ],
    choices: Object.fromEntries(
      members.flatMap(({ name, type }) => {
        const values = choicesIn(type);
        return values ? [[name, values]] : [];
      }),
    ),
  };
}

/** The index of the bracket that closes the one before `start`. */
function endOf(code: string, start: number): number | undefined {
  let depth = 1;
  for (let at = start; at < code.length; at++) {
    if (/[{([<]/u.test(code.charAt(at))) depth++;
    // The arrow of a function type closes nothing.
    else if (/[})\]>]/u.test(code.charAt(at)) && code.slice(at - 1, at + 1) !== '=>') depth--;
    if (depth === 0) return at;
  }
  return undefined;
}

/** Splits the body of a type at semicolons, commas and ends of lines that are not inside brackets or a union. */
function membersOf(body: string): string[] {
  const members: string[] = [''];
  let depth = 0;
  for (let at = 0; at < body.length; at++) {
    const character = body.charAt(at);
    if (/[{([<]/u.test(character)) depth++;
    else if (/[})\]>]/u.test(character) && body.charAt(at - 1) !== '=') depth--;
    const isEnd =
      depth === 0 &&
      (/[;,]/u.test(character) ||
        (character === '\n' &&
          !/^\s*[|&]/u.test(body.slice(at)) &&
          !/[|&:]\s*$/u.test(body.slice(0, at))));
    if (isEnd) members.push('');
    else members.push(`${members.pop() ?? ''}${character}`);
  }
  return members.map((member) => member.trim()).filter((member) => member !== '');
}

function read(member: string): { name: string; isOptional: boolean; type: string } | undefined {
  const found =
    /^(?:readonly\s+)?(?<quote>['"]?)(?<name>[\w$-]+)\k<quote>(?<optional>\?)?\s*:\s*(?<type>[\s\S]+)$/u.exec(
      member,
    )?.groups;
  if (!found) return undefined;
  const { name = '', optional, type = '' } = found;
  return {
    name,
    isOptional: optional !== undefined || /\bundefined\b/u.test(type),
    type: type.trim(),
  };
}

/** The texts of a union of texts: `'bus' | 'tram'`. */
function choicesIn(type: string): string[] | undefined {
  const parts = type
    .replace(/^\|/u, '')
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== 'undefined');
  const texts = parts.map(
    (part) => /^(?<quote>['"])(?<text>[^'"]*)\k<quote>$/u.exec(part)?.groups?.text,
  );
  return texts.every((text) => text !== undefined) ? texts : undefined;
}
