// The props of the components that a theme may replace. Later versions may add props; renaming or removing one is a
// breaking change.
import type { AnnouncementView } from '#views/pages/announcement.ts';
import type { Frame } from '#views/parts/frame.ts';
import type { Teaser } from '#views/parts/teaser.ts';

/** The props of `Header.astro` and `Footer.astro`. */
export interface FrameProps {
  readonly frame: Frame;
}

/** The props of `ArticleHead.astro`, `ArticleFacts.astro` and `AfterArticle.astro`: an announcement on its page. */
export interface ArticleProps {
  readonly view: AnnouncementView;
}

/** The props of `Teasers.astro`: a list of announcements. */
export interface TeasersProps {
  readonly items: readonly Teaser[];
  readonly lang: string;
  /** The level of the headings. */
  readonly level?: 2 | 3;
  /** Whether the first pictures are visible without scrolling, so that they load at once. */
  readonly eager?: boolean;
}

export type { AnnouncementView, Frame, Teaser };
