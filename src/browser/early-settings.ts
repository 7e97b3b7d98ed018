/** Where the browser keeps what a reader has set. */
export const storageKey = 'jarshy-view';

/**
 * Runs in the head of each page, before anything is painted: puts what the reader has set on the root element, where the style sheets
 * ask for it. The policy names it by its hash, so that it is the same for all pages. Storage may be forbidden, or hold nonsense.
 */
export const earlySettings = `try{Object.assign(document.documentElement.dataset,JSON.parse(localStorage.getItem("${storageKey}")))}catch{}`;
