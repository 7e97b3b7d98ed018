/** The `localStorage` key of the reader's display settings. */
export const storageKey = 'jarshy-view';

/** The `localStorage` key that says that the browser has our typeface: see `typeface-later.ts`. */
export const typefaceKey = 'jarshy-face';

/** The class of the root element with which the style sheets use our typeface. */
export const typefaceClass = 'own-face';

/**
 * A script for the head of each page. It runs before the first paint and copies the reader's settings to the root
 * element, where the style sheets read them, and whether the typeface is at hand. It is the same on all pages, because the content security policy allows it
 * by its hash. The `try` is needed: storage may be forbidden, or contain invalid data.
 */
export const earlySettings = `{let e=document.documentElement;try{localStorage.getItem("${typefaceKey}")&&e.classList.add("${typefaceClass}");Object.assign(e.dataset,JSON.parse(localStorage.getItem("${storageKey}")))}catch{}}`;
