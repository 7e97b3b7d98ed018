import type { Body, BodyContext } from '#body/body.ts';
import { renderBody } from '#body/render.ts';
import type { Strings } from '#lang/strings.ts';
import { stringIds } from '#lang/strings-keys.ts';
import type { Problem } from '#schema/problem.ts';
import { hashOf } from '#cache/hash.ts';
import {
  type SerializedText,
  serializeText,
  type ReadFiles,
  type ReadText,
  deserializeText,
} from '#site/files.ts';
import type { Source } from '#site/model.ts';

/** Kept from one snapshot of a content folder to the next: what has not changed is neither read nor rendered again. Without it, everything is. */
export interface RenderCache {
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

/** A question about a file beside the text, and the answer in a word. */
interface Asked {
  readonly about: 'has' | 'picture';
  readonly name: string;
  readonly answer: string;
}

export function createRenderCache(): RenderCache {
  return { files: new Map(), bodies: new WeakMap() };
}

/** Renders a text, or takes what was rendered of the same text in the same place. */
export async function renderCached(
  memory: RenderCache | undefined,
  source: Source,
  context: BodyContext,
): Promise<Rendered> {
  if (!memory) return renderBody(source, context);
  const ground = `${dictionaryDigest(context.strings)} ${context.page} ${context.base}`;
  const known = memory.bodies.get(source);
  if (known && known.ground === ground && (await areStillTrue(known.asked, context)))
    return known.rendered;
  const asked: Asked[] = [];
  const rendered = await renderBody(source, {
    ...context,
    has(name) {
      const answer = context.has(name);
      asked.push({ about: 'has', name, answer: hashOf(answer) });
      return answer;
    },
    async picture(name) {
      const answer = await context.picture(name);
      asked.push({ about: 'picture', name, answer: hashOf(answer) });
      return answer;
    },
  });
  memory.bodies.set(source, { ground, asked, rendered });
  return rendered;
}

/** Asks again: so the pictures of a text that is not rendered again count as used, too. */
async function areStillTrue(asked: readonly Asked[], context: BodyContext): Promise<boolean> {
  for (const { about, name, answer } of asked) {
    if (hashOf(await context[about](name)) !== answer) return false;
  }
  return true;
}

/** A memory as a plain value, to be kept between builds. Of YAML files nothing is kept: there are few. */
export type SerializedRenderCache = ReadonlyArray<
  readonly [text: SerializedText, body: PlainBody | undefined]
>;

/** Most bodies are the same for other programs: then it is said once. */
type PlainBody = Omit<RememberedBody, 'rendered'> & {
  readonly body: Omit<Body, 'portable'> & Partial<Pick<Body, 'portable'>>;
};

/**
 * @param used the files that this snapshot was made from: others are forgotten
 * @param lookedAt when the reading began, by the clock of the file system, in milliseconds since 1970
 */
export function serializeRenderCache(
  { files, bodies }: RenderCache,
  used: Iterable<string>,
  lookedAt: number,
): SerializedRenderCache {
  return [...used].flatMap((file) => {
    const remembered = files.get(file);
    const text = remembered && serializeText(file, remembered, lookedAt);
    const body = text && bodies.get((remembered.found as ReadText<unknown>).source);
    return text ? [[text, body && plainBody(body)] as const] : [];
  });
}

/** @returns undefined for one in which something is wrong */
function plainBody({
  rendered: { body, problems },
  ...stands
}: RememberedBody): PlainBody | undefined {
  const { portable, ...rest } = body;
  return problems.length > 0
    ? undefined
    : { ...stands, body: portable === body.html ? rest : body };
}

/** The reverse of `plainMemory`. */
export function deserializeRenderCache(plain: SerializedRenderCache): RenderCache {
  const memory = createRenderCache();
  for (const [text, known] of plain) {
    const remembered = deserializeText(text);
    memory.files.set(remembered.found.file, remembered);
    if (!known) continue;
    const { body, ...stands } = known;
    memory.bodies.set(remembered.found.source, {
      ...stands,
      rendered: { body: { portable: body.html, ...body }, problems: [] },
    });
  }
  return memory;
}

const digests = new WeakMap<Strings, string>();

function dictionaryDigest(strings: Strings): string {
  let digest = digests.get(strings);
  if (!digest) digests.set(strings, (digest = hashOf(stringIds.map((id) => strings.message(id)))));
  return digest;
}
