import { choiceSheet, keptSheet } from '#outputs/reader-styles.ts';
import { readerSettings, type ReaderSetting, usual } from '#views/parts/reader-setting-choices.ts';

// How a server keeps the choices of a reader without script. The form of the panel is submitted to the page it is on.
// The server answers with a cookie for each choice and redirects back to the page. `prefs.css` then imports the style
// sheets that the cookies name. No submitted value is echoed: the server compares each one with the few allowed
// values, and sends only text from these rules.

/** The parameter that the buttons of the panel submit; its values are `keepValue` and `usualValue`. */
export const keepParameter = 'low_vision';
/** Keeps the submitted choices. */
export const keepValue = 'keep';
/** Returns to the usual look. */
export const usualValue = usual;

/** Redirects to the same page without its parameters. The address is relative, so it cannot lead to another host. */
export const backToThePage = '.';

/** One value that can be kept. */
export interface KeptChoice {
  readonly setting: ReaderSetting;
  readonly value: string;
  readonly cookie: string;
  /** The `Set-Cookie` value. The usual look needs no cookie. */
  readonly set: string;
  /** The line of `prefs.css` when the cookie is set; absent for the usual look. */
  readonly sheet?: string;
}

const year = 60 * 60 * 24 * 365;

/**
 * Lists each value of each setting.
 * @param base the path of the site, which is also the path of its cookies
 */
export function keptChoices(base: string): KeptChoice[] {
  return Object.entries(readerSettings).flatMap(([setting, { values }]) =>
    Object.keys(values).map((value): KeptChoice => {
      const cookie = `view_${setting}`;
      const set = (content: string, age: number) =>
        `${cookie}=${content}; Path=${encodeURI(base)}; Max-Age=${age}; SameSite=Lax; HttpOnly`;
      const common = { setting: setting as ReaderSetting, value, cookie };
      return value === usual
        ? { ...common, set: set('', 0) }
        : { ...common, set: set(value, year), sheet: imported(choiceSheet(setting, value)) };
    }),
  );
}

/** The settings, each with the name of its cookie. */
export function cookieOfEach(): Array<readonly [ReaderSetting, string]> {
  return Object.keys(readerSettings).map((setting) => [
    setting as ReaderSetting,
    `view_${setting}`,
  ]);
}

/** The line of `prefs.css` for all readers whose choices can be kept. */
export const everybodysSheet = imported(keptSheet);

/** Has no quotation marks or braces, because some servers interpret them. */
function imported(path: string): string {
  return `@import url(.${path});`;
}

/**
 * Only the reader's own browser may cache `prefs.css`, and it must revalidate the file, because the content depends
 * on cookies.
 */
export const preferencesHeaders = { 'Cache-Control': 'private, no-cache', Vary: 'Cookie' } as const;
