import type { BodyContext, MdxRenderer } from '#body/body.ts';
import { renderBody } from '#body/render.ts';
import type { Picture } from '#images/picture.ts';
import type { Body } from '#site/model.ts';
import { builtInStrings } from '#lang/built-in.ts';
import type { Dictionary } from '#lang/dictionary.ts';
import { createStrings } from '#lang/strings.ts';
import { createMdxRenderer } from '#mdx/renderer.ts';
import type { Problem } from '#schema/problem.ts';

/** What lies beside every text of these tests. */
const beside = new Set([
  'photo.jpg',
  'фото.jpg',
  'broken.jpg',
  'plan.pdf',
  'план.pdf',
  'plan.html',
  'plan.constructor',
  'event.ics',
  'film.mp4',
  'film-described.mp4',
  'film.vtt',
]);

const picture: Picture = {
  width: 800,
  height: 600,
  sources: [{ type: 'image/webp', variants: [{ name: 'p-480.webp', width: 480, height: 360 }] }],
  fallback: { name: 'p-800.jpg', width: 800, height: 600, type: 'image/jpeg' },
  digest: 'p',
};

const mdx = createMdxRenderer();

/** Renders a text of the page `/ru/week/` of a site under `/press/`; its first line is line 10 of its file. */
export function render(
  text: string,
  format: 'md' | 'mdx' = 'md',
  locale = 'ru',
  renderer: MdxRenderer = mdx,
): Promise<{ body: Body; problems: Problem[] }> {
  const context: BodyContext = {
    strings: createStrings(locale, builtInStrings(locale) as Dictionary),
    page: 'https://press.example.org/press/ru/week/',
    base: '/press/',
    mdx: renderer,
    address: '/ru/week/',
    has: (name) => beside.has(name),
    picture: async (name) =>
      name === 'broken.jpg' ? { id: 'picture-damaged', params: { path: name } } : picture,
  };
  return renderBody({ file: `index.${format}`, format, body: text, bodyLine: 10 }, context);
}

/** The HTML of a text that must have nothing wrong. */
export async function htmlOf(
  text: string,
  format?: 'md' | 'mdx',
  locale?: string,
): Promise<string> {
  const { body, problems } = await render(text, format, locale);
  if (problems.length > 0) throw new Error(`Unexpected problems: ${JSON.stringify(problems)}`);
  return body.html;
}

/** A problem of a text, for what a test expects: its id, its line in the file, its values. */
export type Found = [id: Problem['id'], line: number, params: Problem['params']];

export async function problemsOf(text: string, format?: 'md' | 'mdx'): Promise<Found[]> {
  const { problems } = await render(text, format);
  return problems.map(({ id, line, params }) => [id, line!, params]);
}
