import { expectTypeOf, test } from 'vitest';
import type { CollectionData } from '#schema/collections.ts';
import type { Strings } from '#lang/strings.ts';
import { pageLocale, pageStrings, placeOf, routeLocale } from '#theme/page.ts';
import type { ArticleProps, Frame, FrameProps, TeasersProps } from '#theme/props.ts';

// What themes are written against. `tsc` checks it: who changes a line here breaks themes, and says so in the change log.

test('the data of the collections', () => {
  type Announcement = CollectionData<'announcements'>;
  expectTypeOf<Announcement['title']>().toEqualTypeOf<string>();
  expectTypeOf<Announcement['published']>().toEqualTypeOf<Date>();
  expectTypeOf<Announcement['versions']>().toEqualTypeOf<Record<string, string>>();
  expectTypeOf<Announcement['topics'][number]>().toEqualTypeOf<{
    collection: 'topics';
    id: string;
  }>();
  expectTypeOf<NonNullable<Announcement['event']>['start']>().toEqualTypeOf<Date>();
  expectTypeOf<Announcement['withdrawn']>().toEqualTypeOf<
    { on: Date; reason: string } | undefined
  >();
  expectTypeOf<CollectionData<'pages'>['url']>().toEqualTypeOf<string>();
  expectTypeOf<CollectionData<'topics'>['label']>().toEqualTypeOf<Record<string, string>>();
  expectTypeOf<
    NonNullable<CollectionData<'divisions'>['head']>['collection']
  >().toEqualTypeOf<'people'>();
  expectTypeOf<CollectionData<'people'>['role']>().toEqualTypeOf<Record<string, string>>();
  expectTypeOf<CollectionData<'site'>['locales']>().toEqualTypeOf<string[]>();
});

test('the props of components that can be replaced', () => {
  expectTypeOf<FrameProps>().toEqualTypeOf<{ readonly frame: Frame }>();
  expectTypeOf<Frame['lang']>().toEqualTypeOf<string>();
  expectTypeOf<Frame['navigation'][number]>().toMatchTypeOf<{
    href: string;
    text: string;
    current: boolean;
  }>();
  expectTypeOf<ArticleProps['view']['title']>().toEqualTypeOf<string>();
  expectTypeOf<TeasersProps['items'][number]['href']>().toEqualTypeOf<string>();
});

test('what a page asks about itself', () => {
  expectTypeOf(placeOf).toEqualTypeOf<(url: URL) => { locale: string; name: string }>();
  expectTypeOf(routeLocale).toEqualTypeOf<(routePattern: string) => string>();
  expectTypeOf(pageLocale).toEqualTypeOf<(url: URL) => string>();
  expectTypeOf(pageStrings).toEqualTypeOf<(url: URL) => Strings>();
});
