import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Strings } from '#lang/strings.ts';

/** The attributes of a component, as written. */
export type Attributes = Readonly<Record<string, string>>;

/** How an MDX text may use a component. Its markup is in `components/<Name>.astro`. */
export interface BodyComponent {
  readonly attributes: readonly string[];
  /** Sets of required attributes. All attributes of at least one set must be present. */
  readonly needs: ReadonlyArray<readonly string[]>;
  /** The allowed values of those attributes that accept only certain values. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
}

/**
 * The components that come with Jarshy. Addresses in their output are still as the author wrote them;
 * `resolve-links.ts` resolves them.
 */
export const bodyComponents: Readonly<Record<string, BodyComponent>> = {
  Quote: { attributes: ['by', 'role'], needs: [[]] },
  Figure: { attributes: ['src', 'alt', 'caption', 'credit'], needs: [['src', 'alt']] },
  Gallery: { attributes: [], needs: [[]] },
  Video: {
    attributes: ['src', 'poster', 'captions', 'described', 'alt', 'href', 'title'],
    needs: [
      ['src', 'captions', 'title'],
      ['poster', 'alt', 'href', 'title'],
    ],
  },
  Notice: {
    attributes: ['kind', 'title'],
    needs: [[]],
    choices: { kind: ['info', 'warning'] },
  },
};

/**
 * The caption of a picture: what it shows, and who took it. `components/Figure.astro` produces the same markup.
 * @returns null when there is neither a caption nor a credit
 */
export function figureCaption(
  { t }: Strings,
  caption: string | undefined,
  credit: string | undefined,
): ElementContent | null {
  if (!caption && !credit) return null;
  const photo = credit && h('small', t('announcement.credit', { name: credit }));
  return h('figcaption', caption, caption && photo ? ' ' : null, photo);
}
