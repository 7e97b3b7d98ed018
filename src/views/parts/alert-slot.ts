import type { Locale } from '#lang/locale.ts';

/**
 * The place of the warnings on a page: an empty one, as templates write it. What stands in it is no part of a page's
 * props, so that a warning reaches ten thousand pages without rendering one of them (`build/fill-alert-slots.ts`).
 */
export function alertSlot(lang: Locale, content = ''): string {
  return `<!--alerts ${lang}-->${content}<!--/alerts-->`;
}

const slots = /<!--alerts (?<lang>[\w-]+)-->[^]*?<!--\/alerts-->/gu;

/** Replaces what stands in each slot of a page. */
export function fillAlertSlots(html: string, contentFor: (lang: Locale) => string): string {
  return html.replaceAll(slots, (_slot, lang: Locale) => alertSlot(lang, contentFor(lang)));
}
