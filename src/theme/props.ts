// The props of the components that a theme may replace. Later versions may add to them; to rename or remove one is a breaking change.
import type { AnnouncementView } from '#views/pages/announcement.ts';
import type { Frame } from '#views/parts/frame.ts';
import type { Teaser } from '#views/parts/teaser.ts';

/** What surrounds a page: `Header.astro`, `Footer.astro`. */
export interface FrameProps {
  readonly frame: Frame;
}

/** An announcement on its page: `ArticleHead.astro`, `ArticleFacts.astro`, `AfterArticle.astro`. */
export interface ArticleProps {
  readonly view: AnnouncementView;
}

/** A list of announcements: `Teasers.astro`. */
export interface TeasersProps {
  readonly items: readonly Teaser[];
  readonly lang: string;
  /** The rank of the headings. */
  readonly level?: 2 | 3;
  /** Whether the first pictures are seen at once. */
  readonly eager?: boolean;
}

export type { AnnouncementView, Frame, Teaser };
