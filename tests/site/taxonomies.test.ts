import { describe, expect, test } from 'vitest';
import { hashOf } from '#cache/hash.ts';
import { notFoundQuery } from '#browser/not-found-query.ts';
import { fieldVoice } from '#cli/commands/desk.ts';
import { sayIn } from '#messages/messages.ts';
import { cmsConfig } from '#desk/cms-config.ts';
import { writeCsv } from '#outputs/data/csv.ts';
import { announcementRecord } from '#outputs/data/open-data-records.ts';
import { allDocuments } from '#outputs/documents.ts';
import { announcementEntry } from '#outputs/feeds/feed-entry.ts';
import { jsonSchema } from '#schema/open-data.ts';
import { entryNames, type RegistryId, registryIds } from '#schema/registry-names.ts';
import { documentTable } from '#search/pack-table.ts';
import { searchRecords } from '#search/records.ts';
import { isOwnAddress } from '#site/own-address.ts';
import {
  filterNames,
  isCategory,
  taxonomies,
  type TaxonomyId,
  taxonomyIds,
} from '#site/taxonomies.ts';
import { feedFormats, reservedSlugs, urls } from '#site/urls.ts';
import { allPages } from '#views/all-pages.ts';
import { announcementView } from '#views/pages/announcement.ts';
import { searchView } from '#views/pages/search.ts';
import { subscribeView } from '#views/pages/subscribe.ts';
import { smallSnapshot } from '../outputs/snapshots.ts';
import { type Content, inKazakh, inRussian, modelOf, readContent } from './content.ts';

/** Of each taxonomy an entry that the announcement of the small site says, the line that says it, and its Russian name. */
const samples: Record<TaxonomyId, { id: string; line: string; name: string }> = {
  topics: { id: 'safety', line: 'topics: [safety]', name: 'Безопасность' },
  divisions: { id: 'traffic', line: 'divisions: [traffic]', name: 'Дорожная полиция' },
  people: { id: 'a-omarov', line: 'people: [a-omarov]', name: 'А. Омаров' },
  kinds: { id: 'meeting', line: 'kind: meeting', name: 'Совещания' },
};

/** One more entry of each registry, which no announcement names. */
const more: Record<RegistryId, Content> = {
  topics: {
    'topics.yaml':
      'safety:\n  label: { kk: Қауіпсіздік, ru: Безопасность }\nwater:\n  label: { kk: Су, ru: Вода }\n',
  },
  divisions: { 'divisions/water.yaml': 'name: { kk: Су бөлімі, ru: Отдел воды }\n' },
  people: {
    'people/b-omarov.yaml':
      'name: { kk: Б. Омаров, ru: Б. Омаров }\nrole: { kk: Маман, ru: Специалист }\n',
  },
};
const everything = Object.assign({}, ...Object.values(more)) as Content;

const lines = Object.values(samples).map(({ line }) => line);
const snapshotOf = (changes: Content = {}) => smallSnapshot({ ...inRussian(...lines), ...changes });
const id = '2026/road-week';

describe.each(taxonomyIds)('%s', (taxonomy) => {
  const sample = samples[taxonomy];
  const scope = { type: taxonomy, id: sample.id };

  test('an entry has a page and feeds, which readers can find', async () => {
    const snapshot = await snapshotOf();
    expect(taxonomies[taxonomy].name(snapshot.model, 'ru', sample.id)).toBe(sample.name);
    const page = allPages(snapshot).find(({ address }) => address === urls.scope('ru', scope))!;
    expect(page.view()).toMatchObject({ title: sample.name, items: [{ title: 'Неделя дорог' }] });
    const documents = allDocuments(snapshot).map(({ address }) => address);
    for (const format of feedFormats) expect(documents).toContain(urls.feed('ru', scope, format));
    expect(
      subscribeView(snapshot, 'ru').groups.flatMap(({ feeds }) => feeds.map(({ name }) => name)),
    ).toContain(sample.name);
  });

  test('its addresses are the site’s own', () => {
    expect(reservedSlugs).toContain(taxonomy);
    const model = modelOf({});
    expect(isOwnAddress(urls.feed('ru', scope, 'rss'), ['ru'], model)).toBe(true);
    expect(isOwnAddress(urls.scope('ru', { ...scope, id: 'none' }), ['ru'], model)).toBe(false);
    expect(notFoundQuery(`/ru/${taxonomy}/old-road/`)).toBe('old road');
  });

  test('a category is named by feeds and narrows a search; another taxonomy does neither', async () => {
    const snapshot = await snapshotOf(everything);
    const [announcement] = snapshot.model.announcements;
    const { categories } = announcementEntry(snapshot, 'ru', announcement!);
    const category = { term: `${taxonomy}/${sample.id}`, label: sample.name };
    const table = documentTable(searchRecords(snapshot, 'ru')) as unknown as Record<
      string,
      readonly unknown[]
    >;
    const filters = searchView(snapshot, 'ru').filters.map(({ name }) => name as string);
    const name = filterNames[taxonomy];
    if (isCategory(taxonomy)) {
      expect(categories).toContainEqual(category);
      expect([table[name]![0]].flat()).toEqual([sample.id]);
      expect(filters).toContain(name);
    } else {
      expect(categories).not.toContainEqual(category);
      expect(table).not.toHaveProperty(name);
      expect(filters).not.toContain(name);
    }
  });

  test('a removed announcement says it where it outlives the removal', () => {
    const removed = {
      ...inRussian(...lines, 'removedOn: 2026-01-25', 'removedReason: По решению суда'),
      ...inKazakh('removedReason: Сот шешімі'),
    };
    const [gone] = modelOf(removed).removed;
    expect(taxonomies[taxonomy].of(gone!)).toEqual(
      taxonomies[taxonomy].outlivesRemoval ? [sample.id] : [],
    );
  });
});

describe.each(registryIds)('the registry %s', (registry) => {
  const sample = samples[registry];

  test('its entries stand in the open data', async () => {
    const snapshot = await snapshotOf();
    const [announcement] = snapshot.model.announcements;
    expect(announcementRecord(snapshot, announcement!)[registry]).toEqual([sample.id]);
    expect(jsonSchema('announcement')).toMatchObject({ properties: { [registry]: {} } });
    const [head, first] = writeCsv(snapshot).replace('\ufeff', '').split('\r\n');
    expect(first!.split(',')[head!.split(',').indexOf(registry)]).toBe(sample.id);
  });

  test('its entries are named on the page of an announcement and found by name', async () => {
    const snapshot = await snapshotOf();
    const { about } = announcementView(snapshot, { locale: 'ru', id });
    expect(about.flatMap(({ links }) => links.map(({ text }) => text))).toContain(sample.name);
    const [record] = searchRecords(snapshot, 'ru');
    expect(record!.names.find(({ locale }) => locale === 'ru')!.text).toContain(sample.name);
  });

  test('an entry that changes makes documents stale', async () => {
    const keyOf = async (changes: Content) =>
      allDocuments(await snapshotOf(changes)).map(({ address, document }) => [
        address,
        hashOf(document().input),
      ]);
    expect(await keyOf({})).toEqual(await keyOf({}));
    expect(await keyOf(more[registry])).not.toEqual(await keyOf({}));
  });

  test('an id that leads nowhere is reported', () =>
    expect(readContent(inRussian(`${registry}: [none]`)).problems).toMatchObject([
      { id: `unknown-${entryNames[registry]}`, line: 4, params: { id: 'none' } },
    ]));

  test('the editor in the browser offers its entries', () => {
    const { collections } = cmsConfig(modelOf({}), {
      folder: 'content',
      voice: fieldVoice({ say: sayIn('ru'), locale: 'ru' }),
    });
    expect(collections[0]!.fields.find(({ name }) => name === registry)).toMatchObject({
      options: [{ value: sample.id, label: sample.name }],
    });
  });
});
