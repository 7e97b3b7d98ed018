import type { BodyContext } from '#body/body.ts';
import { renderBody } from '#body/render.ts';
import type { BuildCache, Task } from '#cache/build-cache.ts';
import { hashOf } from '#cache/hash.ts';
import type { Strings } from '#lang/strings.ts';
import { stringIds } from '#lang/strings-keys.ts';
import type { Problem } from '#schema/problem.ts';
import type { Body, Source } from '#site/model.ts';

interface Rendered {
  readonly body: Body;
  readonly problems: Problem[];
}

/** The stored form of `Rendered`. `portable` usually equals `html`, and then it is stored only once. */
type PackedRendered = Omit<Rendered, 'body'> & {
  readonly body: Omit<Body, 'portable'> & Partial<Pick<Body, 'portable'>>;
};

const rendering: Task<Rendered> = {
  kind: 'body',
  pack({ body, problems }): PackedRendered {
    const { portable, ...rest } = body;
    return { body: portable === body.html ? rest : body, problems };
  },
  unpack({ body, problems }: PackedRendered): Rendered {
    return { body: { portable: body.html, ...body }, problems };
  },
};

/**
 * Renders a text, or reuses the result of an earlier build. The cache key covers the words, their address, the
 * interface texts and the components. What rendering asks about files beside the text and about removed
 * announcements is recorded, and must have the same answers.
 */
export function renderCached(
  cache: BuildCache,
  source: Source,
  context: BodyContext,
): Promise<Rendered> {
  const { strings, page, base, address } = context;
  const { file, body, format, bodyLine } = source;
  const components = format === 'mdx' ? [context.mdx.key] : [];
  const key = hashOf([
    ...[dictionaryKey(strings), page, base, address, format, bodyLine, body],
    ...components,
  ]);
  const answer = (question: string) => {
    const [about, name] = splitQuestion(question);
    return context[about]?.(name);
  };
  return cache.asking(rendering, file, key, answer, (record) =>
    renderBody(source, {
      ...context,
      has(name) {
        const answered = context.has(name);
        record(`has ${name}`, answered);
        return answered;
      },
      linkAfterRemoval(path) {
        const answered = context.linkAfterRemoval?.(path);
        record(`linkAfterRemoval ${path}`, answered);
        return answered;
      },
      async picture(name) {
        const answered = await context.picture(name);
        record(`picture ${name}`, answered);
        return answered;
      },
    }),
  );
}

function splitQuestion(question: string): ['has' | 'linkAfterRemoval' | 'picture', string] {
  const at = question.indexOf(' ');
  return [question.slice(0, at) as 'has' | 'linkAfterRemoval' | 'picture', question.slice(at + 1)];
}

const dictionaryKeys = new WeakMap<Strings, string>();

function dictionaryKey(strings: Strings): string {
  const known = dictionaryKeys.get(strings) ?? hashOf(stringIds.map((id) => strings.message(id)));
  dictionaryKeys.set(strings, known);
  return known;
}
