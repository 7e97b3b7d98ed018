import {
  backToThePage,
  cookieOfEach,
  everybodysSheet,
  keepParameter,
  keepValue,
  keptChoices,
  usualValue,
} from '#outputs/server/reader-cookies.ts';

/**
 * The response headers for a reader without JavaScript who asks to keep their settings: the cookies, and the redirect
 * back to the page.
 * @returns undefined when the request asks for nothing of the kind
 */
export function keptSettings(
  query: URLSearchParams,
  base: string,
):
  | { readonly 'Set-Cookie': string[]; readonly Location: string; readonly 'Cache-Control': string }
  | undefined {
  const wish = query.get(keepParameter);
  if (wish !== keepValue && wish !== usualValue) return undefined;
  const chosen = keptChoices(base).filter(({ setting, value }) =>
    wish === keepValue ? query.get(setting) === value : value === usualValue,
  );
  return {
    'Set-Cookie': chosen.map(({ set }) => set),
    Location: backToThePage,
    'Cache-Control': 'no-store',
  };
}

/** The content of `prefs.css` for the cookies of a request. */
export function preferencesSheet(cookies: string, base: string): string {
  const sent = new Map(
    cookies.split(';').map((each) => each.trim().split('=', 2) as [string, string | undefined]),
  );
  const chosen = cookieOfEach().flatMap(([, name]) =>
    keptChoices(base).filter(
      ({ cookie, value, sheet }) => cookie === name && sheet && sent.get(name) === value,
    ),
  );
  return everybodysSheet + chosen.map(({ sheet }) => sheet).join('');
}
