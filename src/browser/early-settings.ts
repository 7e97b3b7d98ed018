/** The `localStorage` key of the reader's display settings. */
export const storageKey = 'jarshy-view';

/**
 * A script for the head of each page. It runs before the first paint and copies the reader's settings to the root
 * element, where the style sheets read them. It is the same on all pages, because the content security policy allows it
 * by its hash. The `try` is needed: storage may be forbidden, or contain invalid data.
 */
export const earlySettings = `try{Object.assign(document.documentElement.dataset,JSON.parse(localStorage.getItem("${storageKey}")))}catch{}`;
