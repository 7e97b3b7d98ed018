import type { Body, BodyContext } from '#body/body.ts';
import { renderBody } from '#body/render.ts';
import type { Strings } from '#lang/strings.ts';
import { stringIds } from '#lang/strings-keys.ts';
import type { Problem } from '#schema/problem.ts';
import type { ReadFiles } from '#site/files.ts';
import type { Source } from '#site/model.ts';
import { digestOf } from './digest.ts';

/**
 * Kept from one edition of a content folder to the next, by those who follow every change of it: what has not changed is
 * neither read nor rendered again. Without it, everything is.
 */
export interface EditionMemory {
  readonly files: ReadFiles;
  /** A file that has not changed gives the same source, the very object. */
  readonly bodies: WeakMap<Source, RememberedBody>;
}

interface RememberedBody {
  /** All it stands on, besides its source and the answers. */
  readonly ground: string;
  /** What it asked about the files beside it, and what it was told. */
  readonly asked: readonly Asked[];
  readonly rendered: Rendered;
}

type Rendered = { readonly body: Body; readonly problems: Problem[] };
type Asked = { readonly has: string; readonly answer: boolean } | { readonly picture: string; readonly answer: Awaited<ReturnType<BodyContext['picture']>> };

export function createEditionMemory(): EditionMemory {
  return { files: new Map(), bodies: new WeakMap() };
}

/** Renders a text, or takes what was rendered of the same text in the same place. */
export async function renderOnce(memory: EditionMemory | undefined, source: Source, context: BodyContext): Promise<Rendered> {
  if (!memory) return renderBody(source, context);
  const ground = `${dictionaryDigest(context.strings)} ${context.page} ${context.base}`;
  const known = memory.bodies.get(source);
  if (known && known.ground === ground && (await areStillTrue(known.asked, context))) return known.rendered;
  const asked: Asked[] = [];
  const rendered = await renderBody(source, {
    ...context,
    has(name) {
      const answer = context.has(name);
      asked.push({ has: name, answer });
      return answer;
    },
    async picture(name) {
      const answer = await context.picture(name);
      asked.push({ picture: name, answer });
      return answer;
    },
  });
  memory.bodies.set(source, { ground, asked, rendered });
  return rendered;
}

/** Asks again: so the pictures of a text that is not rendered again count as used, too. */
async function areStillTrue(asked: readonly Asked[], context: BodyContext): Promise<boolean> {
  for (const question of asked) {
    const answer = 'has' in question ? context.has(question.has) : await context.picture(question.picture);
    if (digestOf(answer) !== digestOf(question.answer)) return false;
  }
  return true;
}

const digests = new WeakMap<Strings, string>();

function dictionaryDigest(strings: Strings): string {
  let digest = digests.get(strings);
  if (!digest) digests.set(strings, (digest = digestOf(stringIds.map((id) => strings.message(id)))));
  return digest;
}

