import { addressTable, reservedNames } from './addresses.ts';
import { commandPages } from './commands.ts';
import { announcementFields, announcementLists, standingPageFields } from './front-matter.ts';
import { dataTables, feedTable, logTable } from './open-data.ts';
import { ruleTable } from './rules.ts';
import { divisionFields, personFields, siteSettings, topicFields } from './site-settings.ts';

/** Every generated part of docs/reference/, by the name with which it is marked there. */
export const blocks = {
  'announcement-fields': announcementFields,
  'announcement-lists': announcementLists,
  'standing-page-fields': standingPageFields,
  'site-settings': siteSettings,
  'division-fields': divisionFields,
  'person-fields': personFields,
  'topic-fields': topicFields,
  addresses: addressTable,
  'reserved-names': reservedNames,
  commands: commandPages,
  rules: ruleTable,
  feeds: feedTable,
  'open-data': dataTables,
  log: logTable,
} as const satisfies Readonly<Record<string, () => string>>;
