import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { withoutBadCharacters } from '#lang/bad-characters.ts';
import type { Problem } from '#schema/problem.ts';
import { hashOf } from '#cache/hash.ts';
import type { Body, Source } from '#site/model.ts';
import type { BodyContext } from './body.ts';
import { decoded, resolveLinks } from './resolve-links.ts';
import { checkElements } from './check-elements.ts';
import { withEmphasisBeforeEndings } from './emphasis.ts';
import { checkMarks } from './literal-marks.ts';
import { directCode } from './direct-code.ts';
import { leadOf } from './lead.ts';
import { checkDepth, checkGrowth, tooDeep } from './limits.ts';
import { type BodyProblem, checkMdx } from './mdx.ts';
import { failedComponent } from './mdx-fault.ts';
import { checkWords } from './missing-words.ts';
import { parseHtml, parseMarkdown, parseMdx, parseSource } from './parse.ts';
import { placePictures } from './place-pictures.ts';
import { makePortable } from './portable.ts';
import { readingMinutes } from './reading-time.ts';
import { sanitize, sanitizeMdx, takeStyles } from './sanitize.ts';
import {
  alignCells,
  checkHeadings,
  finishStructure,
  keepElementsOfGalleries,
  linesOf,
  nameAnchors,
} from './structure.ts';

/** The body of a text that cannot be rendered. */
export const noBody: Body = {
  ...{ html: '', portable: '', plain: '', lead: '', minutes: 1, files: [], styles: '', digest: '' },
};

/**
 * Renders a Markdown or MDX text once, for all outputs.
 * @returns the finished body, valid only if there are no problems
 */
export async function renderBody(
  source: Source,
  context: BodyContext,
): Promise<{ body: Body; problems: Problem[] }> {
  const { file, bodyLine, body: text } = source;
  const inFile = (problem: BodyProblem): Problem => ({
    ...problem,
    file,
    line: (problem.line ?? 1) + bodyLine - 1,
  });
  const refuse = (...problems: BodyProblem[]) => ({
    body: noBody,
    problems: problems.map(inFile),
  });
  const growth = checkGrowth(text);
  if (growth.length > 0) return refuse(...growth);
  const parsed = parse(source, context);
  if ('problem' in parsed) return refuse(parsed.problem);
  const depth = checkDepth(parsed.tree);
  if (depth.length > 0) return refuse(...depth);

  // The tree has lost its lines where HTML was parsed again, so an address is looked up in the text itself.
  const lines = text.split('\n');
  const lineOf = (needle: string) =>
    Math.max(
      0,
      lines.findIndex((line) => line.includes(needle) || line.includes(decoded(needle))),
    ) + 1;

  const written = parseSource(text, source.format);
  const body = withEmphasisBeforeEndings(written, text);
  let { tree } = parsed;
  if (body !== text) {
    const again = parse({ ...source, body }, context);
    if ('problem' in again) return refuse(again.problem);
    ({ tree } = again);
  }
  let styles = '';
  const problems: BodyProblem[] = [];
  if (source.format === 'md') problems.push(...checkHeadings(tree, lineOf));
  else {
    const checked = checkMdx(tree, context.mdx);
    problems.push(...checked.problems, ...checkHeadings(checked.plain, lineOf));
    if (problems.length > 0) tree = checked.plain;
    else {
      // Only a text without problems is compiled and run.
      const made = await context.mdx.render(body, context.strings);
      if ('fault' in made) return refuse(failedComponent(made, text, context.mdx.own));
      tree = parseHtml(made.html);
      styles = takeStyles(tree);
      keepElementsOfGalleries(tree);
    }
  }
  problems.push(...checkElements(written, text, source.format), ...checkMarks(written, text));
  alignCells(tree);
  nameAnchors(tree);
  const refused = resolveLinks(tree, context, lineOf);
  const clean = source.format === 'md' ? sanitize(tree) : sanitizeMdx(tree);
  problems.push(...refused.problems, ...(await placePictures(clean, context, lineOf)));
  finishStructure(clean, context.strings);
  directCode(clean, context.strings.dir);
  // Other problems often explain missing words, so report those first.
  if (problems.length === 0) problems.push(...checkWords(written, text, clean));
  const html = withoutBadCharacters(toHtml(clean));
  const words = {
    plain: linesOf(clean).join('\n'),
    lead: leadOf(clean, context.strings.locale),
  };
  // Most texts are portable without changes, so one string serves for both.
  const portable = makePortable(clean, context.page) ? withoutBadCharacters(toHtml(clean)) : html;
  return {
    body: {
      html,
      portable,
      ...words,
      minutes: readingMinutes(words.plain),
      files: refused.files,
      styles,
      digest: hashOf([
        html,
        portable === html || portable,
        words,
        refused.files,
        ...(styles ? [styles] : []),
      ]),
    },
    problems: problems.map(inFile),
  };
}

function parse(
  { format, body }: Source,
  { strings }: BodyContext,
): { tree: Root } | { problem: BodyProblem } {
  try {
    return { tree: format === 'md' ? parseMarkdown(body, strings) : parseMdx(body, strings) };
  } catch (error) {
    if (error instanceof RangeError) return { problem: tooDeep() }; // The parser overflowed the stack.
    if (format === 'md') throw error;
    // Sätteri's message has the form `line:column: what is wrong`.
    const match = /^(?<line>\d+):\d+:\s*(?<detail>.*)$/su.exec((error as Error).message);
    return {
      problem: {
        id: 'mdx-syntax',
        line: Number(match?.groups?.line ?? 1),
        params: { detail: match?.groups?.detail ?? (error as Error).message },
      },
    };
  }
}
