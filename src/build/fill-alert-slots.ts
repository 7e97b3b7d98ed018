import { readFileSync } from 'node:fs';
import { hashOf } from '#cache/hash.ts';
import { alertBanner } from '#outputs/alert-banner.ts';
import type { Snapshot } from '#snapshot/snapshot.ts';
import { firstOf } from '#lang/lookup.ts';
import { fillAlertSlots } from '#views/parts/alert-slot.ts';

/**
 * The key of a finished page: that of the rendered page, and that of the warnings in its slots. A page whose warnings
 * alone have changed is not rendered again; its slots are filled anew.
 */
export function keyWithAlerts(snapshot: Snapshot, rendered: string, address: string): string {
  const banners = snapshot.model.site.locales.map((locale) =>
    alertBanner(snapshot.language(locale), address),
  );
  return banners.every((banner) => banner === '')
    ? rendered
    : `${rendered}${between}${hashOf(banners)}`;
}

const between = '+';

/** The part of the key of a finished page that is the key of the rendered page. */
export function renderedKey(key: string): string {
  return firstOf(key.split(between, 1));
}

/** Fills the slots of a rendered page. Where there is no warning, the page stays as it is rendered. */
export function withAlerts(
  snapshot: Snapshot,
  address: string,
  bytes: ArrayBuffer,
): ArrayBuffer | string {
  const isQuiet = snapshot.model.site.locales.every(
    (locale) => alertBanner(snapshot.language(locale), address) === '',
  );
  return isQuiet ? bytes : filled(snapshot, address, new TextDecoder().decode(bytes));
}

/**
 * A page of the previous site with the warnings of today.
 * @param file absolute
 */
export function withOtherAlerts(snapshot: Snapshot, address: string, file: string): string {
  return filled(snapshot, address, readFileSync(file, 'utf8'));
}

function filled(snapshot: Snapshot, address: string, html: string): string {
  return fillAlertSlots(html, (lang) => alertBanner(snapshot.language(lang), address));
}
