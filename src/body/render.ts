import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Problem } from '#schema/problem.ts';
import type { Source } from '#site/model.ts';
import type { Body, BodyContext } from './body.ts';
import { decoded, resolveLinks } from './links.ts';
import { type BodyProblem, replaceComponents } from './mdx.ts';
import { parseMarkdown, parseMdx } from './parse.ts';
import { placePictures } from './pictures.ts';
import { sanitize } from './sanitize.ts';
import { alignCells, checkHeadings, finishStructure, plainText } from './structure.ts';

/**
 * Renders a Markdown or MDX text, once, for every output.
 * @returns the finished body, to be trusted only when there are no problems
 */
export async function renderBody(source: Source, context: BodyContext): Promise<{ body: Body; problems: Problem[] }> {
  const { file, bodyLine, body: text } = source;
  const inFile = (problem: BodyProblem): Problem => ({ ...problem, file, line: (problem.line ?? 1) + bodyLine - 1 });
  const parsed = parse(source, context);
  if ('problem' in parsed) return { body: { html: '', plain: '', lead: '', files: [] }, problems: [inFile(parsed.problem)] };

  // What is read again from HTML has lost its lines, so an address is looked up in the text itself.
  const lines = text.split('\n');
  const lineOf = (needle: string) => Math.max(0, lines.findIndex((line) => line.includes(needle) || line.includes(decoded(needle)))) + 1;

  const { tree } = parsed;
  const problems = source.format === 'mdx' ? replaceComponents(tree, context.strings) : [];
  problems.push(...checkHeadings(tree, lineOf));
  alignCells(tree);
  const refused = resolveLinks(tree, context, lineOf);
  const clean = sanitize(tree);
  problems.push(...refused.problems, ...(await placePictures(clean, context, lineOf)));
  finishStructure(clean);
  return {
    body: { html: toHtml(clean), ...plainText(clean), files: refused.files },
    problems: problems.map(inFile),
  };
}

function parse({ format, body }: Source, { strings }: BodyContext): { tree: Root } | { problem: BodyProblem } {
  if (format === 'md') return { tree: parseMarkdown(body, strings) };
  try {
    return { tree: parseMdx(body, strings) };
  } catch (error) {
    // Sätteri says `line:column: what is wrong`.
    const match = /^(?<line>\d+):\d+:\s*(?<detail>.*)$/su.exec((error as Error).message);
    return { problem: { id: 'mdx-syntax', line: Number(match?.groups!.line ?? 1), params: { detail: match?.groups!.detail ?? (error as Error).message } } };
  }
}
