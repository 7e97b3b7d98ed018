import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Strings } from '#lang/strings.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What an MDX text may write of a component. How it looks, `components/<Name>.astro` says. */
export interface BodyComponent {
  readonly attributes: readonly string[];
  /** Each of these sets must be there in full, or one of them where there are several. */
  readonly needs: ReadonlyArray<readonly string[]>;
  /** The values that an attribute may have, where not every text will do. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
}

/** The components that come with Jarshy. Addresses in what they make are still as written: `resolve-links.ts` resolves them. */
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

/** What stands under a picture: what it shows, and who took it. `components/Figure.astro` writes the same. */
export function figureCaption(
  { t }: Strings,
  caption: string | undefined,
  credit: string | undefined,
): ElementContent | null {
  if (!caption && !credit) return null;
  const photo = credit && h('small', t('announcement.credit', { name: credit }));
  return h('figcaption', caption, caption && photo ? ' ' : null, photo);
}
