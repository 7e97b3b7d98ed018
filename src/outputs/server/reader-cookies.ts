import { choiceSheet, keptSheet } from '#outputs/reader-styles.ts';
import { readerSettings, type ReaderSetting, usual } from '#views/parts/reader-setting-choices.ts';

// How a server keeps what a reader without script has set: the form of the panel is sent to the page it stands in, the server
// answers with a cookie for each choice and leads back, and `prefs.css` names the sheets of what the cookies hold. Nothing that is
// sent comes back: each value is compared with the few there are, and what is written stands in these rules.

/** The parameter that the buttons of the panel send, and what each means. */
export const keepParameter = 'low_vision';
export const keepValue = 'keep';
export const usualValue = usual;

/** Leads back to the same page without its parameters, whatever its address: relative, so that it cannot lead to another host. */
export const backToThePage = '.';

/** One value that can be kept. */
export interface KeptChoice {
  readonly setting: ReaderSetting;
  readonly value: string;
  readonly cookie: string;
  /** A `Set-Cookie`. The usual look needs no cookie. */
  readonly set: string;
  /** What `prefs.css` says where the cookie is there; absent for the usual look. */
  readonly sheet?: string;
}

const year = 60 * 60 * 24 * 365;

/** Each value of each setting.
 * @param base the path of the site, and of its cookies */
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

/** The settings, each with its cookie. */
export function cookieOfEach(): Array<readonly [ReaderSetting, string]> {
  return Object.keys(readerSettings).map((setting) => [
    setting as ReaderSetting,
    `view_${setting}`,
  ]);
}

/** What `prefs.css` says to everybody whose choices can be kept. */
export const everybodysSheet = imported(keptSheet);

/** Without quotation marks and braces, which some servers read as their own. */
function imported(path: string): string {
  return `@import url(.${path});`;
}

/** Who may keep `prefs.css`: the reader alone, and only as long as their cookies stay. */
export const preferencesHeaders = { 'Cache-Control': 'private, no-cache', Vary: 'Cookie' } as const;
