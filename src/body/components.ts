import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Strings } from '#lang/strings.ts';

export type Attributes = Readonly<Record<string, string>>;

/** A component that an MDX text may use: its attributes, and the plain elements it stands for. */
export interface BodyComponent {
  readonly attributes: readonly string[];
  /** Each of these sets must be there in full, or one of them where there are several. */
  readonly needs: ReadonlyArray<readonly string[]>;
  /** The values that an attribute may have, where not every text will do. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  make(attributes: Attributes, children: ElementContent[], strings: Strings): ElementContent;
}

/** The five components of MDX texts. Addresses in what they make are still as written: `resolve-links.ts` resolves them. */
export const bodyComponents: Readonly<Record<string, BodyComponent>> = {
  Quote: {
    attributes: ['by', 'role'],
    needs: [[]],
    make({ by, role }, children) {
      const speaker = [by, role].filter(Boolean).join(', ');
      return h('blockquote.quote', children, speaker ? h('footer', `— ${speaker}`) : null);
    },
  },
  Figure: {
    attributes: ['src', 'alt', 'caption', 'credit'],
    needs: [['src', 'alt']],
    make: ({ src, alt, caption, credit }, _children, strings) =>
      h('figure', h('img', { src, alt }), figureCaption(strings, caption, credit)),
  },
  Gallery: {
    attributes: [],
    needs: [[]],
    make: (_attributes, children) =>
      h(
        'div.gallery',
        children.filter((child) => child.type === 'element'),
      ),
  },
  Video: {
    attributes: ['src', 'poster', 'captions', 'described', 'alt', 'href', 'title'],
    needs: [
      ['src', 'captions', 'title'],
      ['poster', 'alt', 'href', 'title'],
    ],
    make({ src, poster, captions, described, alt, href, title = '' }, _children, { locale, t }) {
      const describedTitle = t('body.described', { title: title });
      if (!src) {
        const links = [
          h('a', { href }, t('body.watch', { title: title })),
          ...(described ? [' ', h('a', { href: described }, describedTitle)] : []),
        ];
        return h(
          'figure.video',
          h('a', { href }, h('img', { src: poster, alt })),
          h('figcaption', links),
        );
      }
      const film = (file: string, name: string) =>
        h(
          'video',
          { src: file, poster, controls: true, preload: 'none', title: name },
          h('track', {
            kind: 'captions',
            src: captions,
            srclang: locale,
            label: t('language.name'),
            default: true,
          }),
        );
      // A film of its own, since no browser speaks a track of descriptions; it is as long as the first, so that the captions are those of both.
      const second = described
        ? h('details', h('summary', describedTitle), film(described, describedTitle))
        : null;
      return h('figure.video', film(src, title), second, h('figcaption', title));
    },
  },
  Notice: {
    attributes: ['kind', 'title'],
    needs: [[]],
    choices: { kind: ['info', 'warning'] },
    make({ kind, title }, children, strings) {
      const warning = kind === 'warning';
      const heading = title ?? strings.t(warning ? 'body.warning' : 'body.info');
      return h(
        'aside',
        { className: ['notice', warning ? 'notice-warning' : 'notice-info'] },
        h('p.notice-title', heading),
        children,
      );
    },
  },
};

/** What stands under a picture: what it shows, and who took it. */
export function figureCaption(
  { t }: Strings,
  caption: string | undefined,
  credit: string | undefined,
): ElementContent | null {
  if (!caption && !credit) return null;
  const photo = credit && h('small', t('announcement.credit', { name: credit }));
  return h('figcaption', caption, caption && photo ? ' ' : null, photo);
}
